import { percent, printTable, shown } from './table';

/** A figure that the forecast is held to. */
export interface Target {
  readonly what: string;
  readonly found: number | null;
  /** A figure without either bound is there to compare with. */
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Shares are printed in per cent; the rest as they are. */
  readonly isShare: boolean;
}

/** Prints what was aimed at, what was found, and whether it was met. */
export function printTargets(name: string, targets: readonly Target[]): void {
  console.log(`Targets, ${name}`);
  printTable(
    ['what', 'found', 'at least', 'at most', ''],
    targets.map((target) => {
      const show = (value: number | null | undefined) =>
        target.isShare ? percent(value) : shown(value, 3);
      return [
        target.what,
        show(target.found),
        show(target.atLeast),
        show(target.atMost),
        verdictOf(target),
      ];
    }),
  );
}

function verdictOf({ found, atLeast, atMost }: Target): string {
  if (atLeast === undefined && atMost === undefined) return '';
  const met = found !== null && found >= (atLeast ?? -Infinity) && found <= (atMost ?? Infinity);
  return met ? 'met' : 'MISSED';
}
