import { isAccepted, type LedgerEntry } from './ledger';
import type { StageKey } from './pipeline';

type Line = Pick<LedgerEntry, 'kind' | 'from' | 'to'>;

/** The open stage that a deal was in last, and the line that tells of it. */
export interface LastOpen<L extends Line> {
  readonly line: L;
  readonly stage: StageKey;
}

/**
 * The open stage that a deal was in last, by its lines, oldest first. A move that was taken back counts as if it had never
 * been: who overrode a gate out of nurture, and undid it, has not been there. `null` when no line tells.
 */
export function lastOpen<L extends Line>(
  lines: readonly L[],
  isOpen: (stage: StageKey) => boolean,
): LastOpen<L> | null {
  const undoings: L[] = [];
  for (const line of [...lines].reverse()) {
    if (!isAccepted(line)) continue;
    const undoing = undoings[undoings.length - 1];
    if (undoing !== undefined && undoing.from === line.to && undoing.to === line.from) {
      undoings.pop();
    } else if (isOpen(line.to)) {
      return { line, stage: line.to };
    } else if (line.kind === 'undone' && line.from !== line.to) {
      undoings.push(line);
    } else if (isOpen(line.from)) {
      return { line, stage: line.from };
    }
  }
  return null;
}
