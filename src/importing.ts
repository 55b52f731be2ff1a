/**
 * Everything that reads files, for pages and scripts: a file's bytes become a table, tables become a
 * plan, rows become deals that the script can write. None of it is in the script itself, which is
 * loaded with every edit.
 */
export { readTable } from './files/readTable';
export { creationGuesses } from './sheet/importing/creationGuesses';
export type { ImportPlan } from './sheet/importing/importPlan';
export {
  type Guess,
  type ImportFiles,
  type ImportTarget,
  planImport,
} from './sheet/importing/planImport';
export {
  foundStages,
  historyChoices,
  rejectsCsv,
  roleChoices,
  roleValue,
} from './sheet/importing/planView';
export { takenReject } from './sheet/importing/readDeals';
export { type SentSlice, sentSlices } from './sheet/importing/sentSlices';
export { importWords } from './words/imports';
