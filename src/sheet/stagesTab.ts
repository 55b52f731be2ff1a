import type { Stage, StageKey } from '../domain/pipeline';
import type { Language } from '../words/language';
import type { Grid, Problem, Row } from './cell';

export interface ReadStages {
  readonly stages: readonly Stage[];
  /** Keys that rows still lack: to be written, so that a stage keeps its identity when it is renamed. */
  readonly keysToWrite: readonly {
    readonly row: number;
    readonly column: number;
    readonly key: StageKey;
  }[];
  readonly problems: readonly Problem[];
}

/** Reads the whole Stages tab. Rows that cannot be a stage are problems and left out. */
export function readStages(_grid: Grid): ReadStages {
  throw new Error('not yet');
}

/** Rows of the Stages tab in its standard column order, one a stage. */
export function stageRows(_stages: readonly Stage[], _language: Language): Grid {
  throw new Error('not yet');
}

/** The stages with the labels they had in `before` as aliases. */
export function withEarlierNames(
  _stages: readonly Stage[],
  _before: readonly Stage[],
): readonly Stage[] {
  throw new Error('not yet');
}

export type StageRow = Row;
