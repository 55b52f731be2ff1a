/** Builds dist/: one script file with a stub for each entry point, the pages, and the manifest. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const DIST = join(ROOT, 'dist');

/** The names that main.ts exports: everything that Google can call. */
async function entryPoints(): Promise<readonly string[]> {
  const { metafile } = await esbuild.build({
    entryPoints: [join(ROOT, 'src/main.ts')],
    absWorkingDir: ROOT,
    bundle: true,
    format: 'esm',
    metafile: true,
    write: false,
    logLevel: 'error',
    outdir: 'out',
  });
  return (Object.values(metafile.outputs)[0]?.exports ?? []).slice().sort();
}

/** Apps Script finds only functions that stand at the top level of the file. */
function stub(name: string): string {
  return `function ${name}(e) { return Sluice.${name}(e); }`;
}

async function buildScript(): Promise<string> {
  return (await scriptBuilt()).outputFiles[0]?.text ?? '';
}

/** The script as esbuild makes it, with what it is made of. */
export async function scriptBuilt() {
  const names = await entryPoints();
  return esbuild.build({
    entryPoints: [join(ROOT, 'src/main.ts')],
    absWorkingDir: ROOT,
    bundle: true,
    format: 'iife',
    globalName: 'Sluice',
    target: 'es2020',
    charset: 'utf8',
    outfile: join(DIST, 'Code.js'),
    write: false,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: '/** @OnlyCurrentDoc */' },
    footer: { js: names.map(stub).join('\n') },
    metafile: true,
    logLevel: 'warning',
  });
}

/** Browsers that Sheets still runs in have them; lowered they would take two kilobytes of each page. */
const PRIVATE_MEMBERS = {
  'class-field': true,
  'class-private-accessor': true,
  'class-private-field': true,
  'class-private-method': true,
} as const;

/**
 * A page as one .html file. Template literals are lowered because HtmlService strips what looks
 * like a comment inside them; `<!--` would end the script early.
 */
async function buildPage(entry: string, before = ''): Promise<string> {
  const built = await esbuild.build({
    entryPoints: [entry],
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    target: 'es2020',
    supported: { 'template-literal': false, ...PRIVATE_MEMBERS },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.svg': 'text' },
    outdir: join(ROOT, 'out'),
    write: false,
    logLevel: 'warning',
  });
  const part = (ending: string) =>
    built.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  // The backticks that are left stand in strings.
  const inline = (text: string) => text.replaceAll('<!--', '<\\!--').replaceAll('`', '\\x60');
  const first = before === '' ? '' : `<script>${inline(before)}</script>\n`;
  return (
    `<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<base target="_top">\n<style>${part('.css')}</style>\n</head>\n` +
    `<body>\n<div id="page"></div>\n${first}<script>${inline(part('.js'))}</script>\n</body>\n</html>\n`
  );
}

/**
 * What reads files, for pages and for scripts of Node alike. Apps Script never gets it as a file of
 * its own: what is pushed there ends in .js, .html or .json.
 */
async function buildImporting(): Promise<string> {
  const built = await esbuild.build({
    entryPoints: [join(ROOT, 'src/importing.ts')],
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    globalName: 'SluiceImporting',
    target: 'es2020',
    supported: { 'template-literal': false },
    write: false,
    outfile: join(DIST, 'importing.cjs'),
    // What reads files could load them from elsewhere, too: not here.
    define: { XMLHttpRequest: 'undefined', Worker: 'undefined' },
    footer: { js: "if (typeof module === 'object') module.exports = SluiceImporting;" },
    logLevel: 'warning',
  });
  return built.outputFiles[0]?.text ?? '';
}

/** sidebar/sidebar.page.tsx becomes Sidebar.html, sidebar/board.page.tsx becomes Board.html. */
async function buildPages(importing: string): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  for (const file of readdirSync(join(ROOT, 'sidebar')).filter((f) => f.endsWith('.page.tsx'))) {
    const name = file.charAt(0).toUpperCase() + file.slice(1, -'.page.tsx'.length);
    pages.set(
      `${name}.html`,
      await buildPage(join(ROOT, 'sidebar', file), name === 'Import' ? importing : ''),
    );
  }
  return pages;
}

/** Builds everything into dist/. Files change in one step each, so that whoever reads dist/ meanwhile reads whole ones. */
export async function build(): Promise<void> {
  const manifest = readFileSync(join(ROOT, 'appsscript.json'), 'utf8');
  const importing = await buildImporting();
  const files = new Map([
    ['Code.js', await buildScript()],
    ['importing.cjs', importing],
    ['appsscript.json', manifest],
    ...(await buildPages(importing)),
  ]);
  mkdirSync(DIST, { recursive: true });
  for (const [name, text] of files) {
    const making = join(DIST, `.${name}.${process.pid}`);
    writeFileSync(making, text);
    renameSync(making, join(DIST, name));
  }
  for (const name of readdirSync(DIST)) {
    if (!files.has(name) && !name.startsWith('.')) rmSync(join(DIST, name), { recursive: true });
  }
}

async function report(): Promise<void> {
  await build();
  const size = readFileSync(join(DIST, 'Code.js')).length;
  console.log(`dist/Code.js ${Math.round(size / 1024)} KB, ${readdirSync(DIST).length} files`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) void report();
