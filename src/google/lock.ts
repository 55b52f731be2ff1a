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

/**
 * Does `work` while no other execution does such work, and leaves the document free for everybody's
 * edits meanwhile: for what takes long. Answers `null`, having done nothing, when another one is at it.
 */
export function whileAlone<T>(work: () => T): T | null {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(0)) return null;
  try {
    return work();
  } finally {
    lock.releaseLock();
  }
}
