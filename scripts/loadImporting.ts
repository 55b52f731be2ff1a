import { createRequire } from 'node:module';

type Importing = typeof import('../src/importing');

/** What reads files, as it was built for the import page. Throws when nothing was built yet. */
export function loadImporting(): Importing {
  return createRequire(import.meta.url)('../dist/importing.cjs') as Importing;
}
