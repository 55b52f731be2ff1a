import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as vm from 'node:vm';
import { type TransformOptions, transformSync } from 'esbuild';

/** A script project as Google has it after a push. */
export interface Project {
  readonly script: vm.Script;
  /** Functions that Google finds at the top level, those ending in _ too. */
  readonly functions: ReadonlySet<string>;
  /** The page's text, or null when there is none of this name. */
  page(name: string): string | null;
  /** The manifest's scopes, or null when it lists none: then all are asked for by themselves. */
  readonly scopes: readonly string[] | null;
  /** The manifest's time zone. */
  readonly timeZone: string;
}

/** What Apps Script's parser refuses when a file is saved. */
const REFUSED: readonly (readonly [string, NonNullable<TransformOptions['supported']>])[] = [
  [
    'a private class member',
    {
      'class-private-field': false,
      'class-private-method': false,
      'class-private-accessor': false,
      'class-private-static-field': false,
      'class-private-static-method': false,
      'class-private-static-accessor': false,
      'class-private-brand-check': false,
    },
  ],
  ['a class field', { 'class-field': false, 'class-static-field': false }],
  ['a static block', { 'class-static-blocks': false }],
];

/** The text as esbuild prints it when it may use everything but `supported`. */
function printed(text: string, supported: TransformOptions['supported']): string {
  const options: TransformOptions = { loader: 'js', target: 'esnext', logLevel: 'silent' };
  return transformSync(text, supported ? { ...options, supported } : options).code;
}

/** A feature is used when forbidding it changes what the parser prints. */
function refusedFeature(text: string, plain: string): string | null {
  const all = Object.assign({}, ...REFUSED.map(([, supported]) => supported));
  if (printed(text, all) === plain) return null;
  const used = REFUSED.find(([, supported]) => printed(text, supported) !== plain);
  return used?.[0] ?? 'a class member';
}

interface Compiled {
  readonly script: vm.Script;
  readonly functions: ReadonlySet<string>;
}

/** The script as Apps Script would keep it; throws "ParseError: ..." for what it cannot read. */
function compiled(text: string, filename: string): Compiled {
  let script: vm.Script;
  try {
    script = new vm.Script(text, { filename });
  } catch (error) {
    throw new Error(`ParseError: ${(error as Error).message} (${filename})`);
  }
  const plain = printed(text, undefined);
  const refused = refusedFeature(text, plain);
  if (refused !== null) {
    throw new Error(`ParseError: ${filename} has ${refused}, which Apps Script cannot parse.`);
  }
  return { script, functions: topLevelFunctions(plain) };
}

const DECLARED =
  /^(?:(?:async\s+)?function\s*\*?\s*([\w$]+)|(?:var|let|const)\s+([\w$]+)\s*=\s*(?:async\s*)?(?:function\b|\([^()]*\)\s*=>|[\w$]+\s*=>))/gm;

/**
 * Google finds functions by reading the file, so a name assigned at run time is not one. In the
 * parser's own print only top-level statements start at a line's begin.
 */
function topLevelFunctions(plain: string): ReadonlySet<string> {
  return new Set([...plain.matchAll(DECLARED)].map((found) => found[1] ?? found[2] ?? ''));
}

/** Compiling a bundle takes longer than running it: each text is compiled once. */
const compiledTexts = new Map<string, Compiled>();

function compileOnce(text: string, filename: string): Compiled {
  let known = compiledTexts.get(text);
  if (known === undefined) {
    known = compiled(text, filename);
    compiledTexts.set(text, known);
  }
  return known;
}

/** A project of one script text, for tests of the stand-in itself. */
export function projectOf(source: string, pages: Readonly<Record<string, string>> = {}): Project {
  return {
    ...compileOnce(source, 'Code.js'),
    page: (name) => pages[name] ?? null,
    scopes: null,
    timeZone: 'Etc/UTC',
  };
}

/** Projects by their folder, each as its script was when it was last read. */
const projects = new Map<string, { readonly written: number; readonly project: Project }>();

/** The built project in a folder, read again when it was built again. Throws one sentence when it is not there. */
export function projectIn(dist: string): Project {
  const written = statSync(join(dist, 'Code.js'), { throwIfNoEntry: false })?.mtimeMs;
  if (written === undefined) throw new Error('dist/ is missing: run npm run build');
  const known = projects.get(dist);
  if (known?.written === written) return known.project;
  const project = readProject(dist);
  projects.set(dist, { written, project });
  return project;
}

function readProject(dist: string): Project {
  const file = join(dist, 'Code.js');
  const manifest = JSON.parse(readFileSync(join(dist, 'appsscript.json'), 'utf8')) as {
    readonly oauthScopes?: readonly string[];
    readonly timeZone?: string;
  };
  return {
    ...compileOnce(readFileSync(file, 'utf8'), 'Code.js'),
    page: (name) => {
      const page = join(dist, `${name}.html`);
      return /^[\w/-]+$/.test(name) && existsSync(page) ? readFileSync(page, 'utf8') : null;
    },
    scopes: manifest.oauthScopes ?? null,
    timeZone: manifest.timeZone ?? 'Etc/UTC',
  };
}
