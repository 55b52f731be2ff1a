/**
 * Everything that reads files, for pages and scripts: a file's bytes become a table, tables become a
 * plan, rows become deals that the script can write. None of it is in the script itself, which is
 * loaded with every edit.
 */
export { readTable } from './files/readTable';
export type { ImportPlan } from './sheet/importing/importPlan';
export { planImport } from './sheet/importing/planImport';
export { takenReject } from './sheet/importing/readDeals';
export { sentSlices } from './sheet/importing/sentSlices';
export { importWords } from './words/imports';
