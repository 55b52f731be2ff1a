/** What reads files: built once for this page and for scripts, and put into the page by the build. */
type Importing = typeof import('../src/importing');

export type { ImportPlan, SentSlice } from '../src/importing';

declare const SluiceImporting: Importing;

export const importing: Importing = SluiceImporting;
