import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as vm from 'node:vm';
import { DIST, scriptBuilt } from '../build';

export interface BundleCosts {
  readonly scriptKb: number;
  /** Parsing and evaluating the script in a context of its own: the median of 15. */
  readonly loadMs: number;
  readonly pages: readonly { readonly name: string; readonly kb: number }[];
  /** What the script is made of, by folder or package, the largest first. */
  readonly parts: readonly { readonly part: string; readonly kb: number }[];
}

const TIMES = 15;

function kilobytes(file: string): number {
  return Math.round(statSync(join(DIST, file)).size / 1024);
}

/** The engine keeps what it compiled of a text, Google starts anew: so each time it is another text. */
function loadOnce(text: string, time: number): number {
  const context = vm.createContext({ console });
  const began = process.hrtime.bigint();
  new vm.Script(`${text}\n// ${time}`).runInContext(context);
  return Number(process.hrtime.bigint() - began) / 1e6;
}

/** How large dist/ is and how long every execution takes to load it. */
export async function measureBundle(): Promise<BundleCosts> {
  const text = readFileSync(join(DIST, 'Code.js'), 'utf8');
  const times = Array.from({ length: TIMES }, (_, time) => loadOnce(text, time));
  const median = times.sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0;
  const pages = readdirSync(DIST).filter((name) => name.endsWith('.html'));
  return {
    scriptKb: kilobytes('Code.js'),
    loadMs: Math.round(median * 10) / 10,
    pages: pages.map((name) => ({ name, kb: kilobytes(name) })),
    parts: await partsOfScript(),
  };
}

/** `'src/app'` for our own, `'zod'` for a package. */
function partOf(file: string): string {
  const inside = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
  return inside ?? file.split('/').slice(0, 2).join('/');
}

async function partsOfScript(): Promise<BundleCosts['parts']> {
  const { metafile } = await scriptBuilt();
  const bytes = new Map<string, number>();
  for (const [file, { bytesInOutput }] of Object.entries(
    Object.values(metafile.outputs)[0]?.inputs ?? {},
  )) {
    bytes.set(partOf(file), (bytes.get(partOf(file)) ?? 0) + bytesInOutput);
  }
  return [...bytes]
    .map(([part, size]) => ({ part, kb: Math.round(size / 1024) }))
    .sort((a, b) => b.kb - a.kb);
}
