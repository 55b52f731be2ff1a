import type { Day } from '../../domain/day';
import type { Stage } from '../../domain/pipeline';
import type { FileTable, ImportMap } from '../../rpc';
import type { Language } from '../../words/language';
import type { ImportPlan } from './importPlan';

/** The files of one import, whole: order of dates, stages and identifiers are decided by all rows. */
export interface ImportFiles {
  readonly deals: FileTable;
  readonly history: FileTable | null;
  readonly prices: FileTable | null;
  readonly map: ImportMap;
  /** Keep the workbook's stages and add what they lack, or take the stages from the files. */
  readonly stages: 'keep' | 'from-data';
  readonly asOf: Day;
}

/** One thing that nobody told and the program decided: for people to look at. */
export interface Guess {
  readonly about: string;
  readonly theirs: string;
  readonly ours: string;
}

/**
 * How the files are to be read, and what of it was guessed. `stages` are the workbook's own.
 * Never throws on what a file holds.
 */
export function planImport(
  _files: ImportFiles,
  _workbook: { readonly stages: readonly Stage[]; readonly language: Language },
): { readonly plan: ImportPlan; readonly guesses: readonly Guess[] } {
  throw new Error('not built yet: planImport');
}
