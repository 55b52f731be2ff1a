import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { DIST, ROOT } from '../../scripts/build';
import { CALLS, type CallName, type Reply, type Request } from '../../src/rpc';

type Refused = { readonly ok: false; readonly code: string; readonly message: string };

/** The script's side of the calls: answers by call. A thrown error is a call that never arrives. */
export type Script = {
  readonly [C in CallName]?: (request: Request<C>) => Answered<C> | Promise<Answered<C>>;
};
type Answered<C extends CallName> = Reply<C> | Refused;

export interface OpenPage {
  readonly page: Page;
  /** Every call that the page made, in order, with what it sent. */
  readonly calls: readonly { readonly name: CallName; readonly request: unknown }[];
  /** Errors that the page threw or printed. */
  readonly errors: readonly string[];
}

export interface OpenOptions {
  readonly page: 'Sidebar' | 'Board' | 'Import' | 'Welcome';
  readonly script: Script;
  readonly width?: number;
  readonly height?: number;
  /** What the reader's browser is set to. */
  readonly locale?: string;
  /** Where the built page lies. */
  readonly dist?: string;
  /** Whether the test moves the page's clock; without it, the clock stands still. */
  readonly movesClock?: boolean;
}

const ADDRESS = 'http://sluice.example/';
const FONT_LINKS = [400, 600]
  .map((weight) => `<link rel="stylesheet" href="fonts/${weight}.css">`)
  .concat('<style>')
  .join('');
const FONTS = join(ROOT, 'node_modules/@fontsource/noto-sans-sc');

/** Stands where Google's own script stands: the calls of the page leave through `callScript`. */
const RUNNER = `
window.google = { script: { host: { close() {}, editor: { focus() {} } } } };
const runner = (ok, fail) => new Proxy({}, { get: (_, name) => {
  if (name === 'withSuccessHandler') return (handler) => runner(handler, fail);
  if (name === 'withFailureHandler') return (handler) => runner(ok, handler);
  if (!NAMES.includes(name)) return undefined;
  return (text) => { window.callScript(name, text).then(ok, fail); };
} });
window.google.script.run = runner(() => {}, () => {});
`;

/** However slowly a test comes along, the page does not glance at the sheet meanwhile, adding calls. */
const STILL = `{
const opened = Date.now();
Date.now = () => opened;
window.setInterval = () => 0;
}`;

/** Opens a built page in a tab of its own, with `script` at the other end of its calls. */
export async function openPage(browser: Browser, options: OpenOptions): Promise<OpenPage> {
  const { width = 300, height = 800, locale = 'en-US' } = options;
  const context = await browser.newContext({ viewport: { width, height }, locale });
  const page = await context.newPage();
  const calls: { name: CallName; request: unknown }[] = [];
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (line) => {
    if (line.type() === 'error') errors.push(line.text());
  });
  await page.exposeFunction('callScript', async (name: CallName, text: string) => {
    const request = CALLS[name].request.parse(JSON.parse(text));
    calls.push({ name, request });
    const answer = options.script[name] as (request: unknown) => unknown;
    const reply = (await answer(request)) as { ok: boolean };
    return JSON.stringify(reply.ok ? CALLS[name].reply.parse(reply) : reply);
  });
  const names = JSON.stringify(Object.keys(options.script));
  await page.addInitScript({ content: `{ const NAMES = ${names}; ${RUNNER} }` });
  await serve(page, join(options.dist ?? DIST, `${options.page}.html`));
  if (options.movesClock) await page.clock.install();
  else await page.addInitScript({ content: STILL });
  await page.goto(ADDRESS);
  return { page, calls, errors };
}

/** The page as built; headless Linux has no Chinese glyphs, so they are lent to it from outside. */
async function serve(page: Page, file: string): Promise<void> {
  const html = readFileSync(file, 'utf8');
  const body = html.replace('<style>', FONT_LINKS);
  await page.route(`${ADDRESS}**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path.startsWith('/fonts/')) return route.fulfill({ path: join(FONTS, path.slice(6)) });
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });
}
