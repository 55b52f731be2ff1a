import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

/** What the browser loads, by path. */
export interface PageBundle {
  readonly files: ReadonlyMap<string, { readonly type: string; readonly body: string }>;
  /** The script that gives a frame its `google.script`. */
  readonly shim: string;
}

const HERE = dirname(fileURLToPath(import.meta.url));
const PAGE = join(HERE, '../page');
/** RevoGrid's own build for browsers: modules that load each other, so they are served as they are. */
const GRID = dirname(createRequire(import.meta.url).resolve('@revolist/revogrid'));

/** Bundles the page in memory. */
export async function pageBundle(): Promise<PageBundle> {
  const built = await esbuild.build({
    entryPoints: [join(PAGE, 'main.tsx'), join(PAGE, 'frameShim.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    outdir: PAGE,
    write: false,
    logLevel: 'error',
  });
  const text = (name: string) =>
    built.outputFiles.find((file) => file.path.endsWith(name))?.text ?? '';
  return {
    files: new Map([
      ['/main.js', { type: 'text/javascript', body: text('main.js') }],
      ['/main.css', { type: 'text/css', body: text('main.css') }],
    ]),
    shim: text('frameShim.js').split('</script').join('<\\/script'),
  };
}

/** A file of the grid, or null: only plain names of its one folder exist. */
export function gridFile(name: string): string | null {
  if (!/^[\w.-]+\.js$/.test(name) || name.includes('..')) return null;
  try {
    return readFileSync(join(GRID, 'revo-grid', name), 'utf8');
  } catch {
    return null;
  }
}

/** The page's document for one person of one run. */
export function pageDocument(token: string, as: string, language: string): string {
  const safe = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!DOCTYPE html>
<html lang="${safe(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sluice</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/main.css">
</head>
<body>
<div id="page" data-token="${safe(token)}" data-as="${safe(as)}"></div>
<script type="module" src="/revogrid/revo-grid.esm.js"></script>
<script src="/main.js"></script>
</body>
</html>
`;
}
