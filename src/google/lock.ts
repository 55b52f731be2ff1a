/** Makes everything written so far real: a stopped execution loses only what it wrote after this. */
export function flushWrites(): void {
  SpreadsheetApp.flush();
}

/**
 * Does `work` while no other execution holds the document's lock; answers `null`, having done
 * nothing, when the lock cannot be had in time. What was written is flushed before the release, or the next holder
 * would read old cells.
 */
export function underLock<T>(waitMs: number, work: () => T): T | null {
  const lock = LockService.getDocumentLock();
  if (lock === null) return work();
  if (!lock.tryLock(waitMs)) return null;
  try {
    const done = work();
    flushWrites();
    return done;
  } finally {
    lock.releaseLock();
  }
}
