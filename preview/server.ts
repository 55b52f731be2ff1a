import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ACTIONS, LOOKING } from './serving/actions';
import { API, type ApiName, type ServerEvent } from './serving/api';
import { FRAME_POLICY, framePage } from './serving/frame';
import { gridFile, type PageBundle, pageBundle, pageDocument } from './serving/pageBundle';
import { Workbench, type WorkbenchOptions } from './serving/workbench';

export interface PreviewOptions extends WorkbenchOptions {
  /** 0 takes a free one. */
  readonly port: number;
}

export interface Preview {
  readonly url: string;
  readonly bench: Workbench;
  /** The workbook is ready: set up and filled. */
  readonly ready: Promise<void>;
  /** Saves the workbook and stops listening. */
  close(): Promise<void>;
}

const MAX_BODY = 60_000_000;

const PAGE_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves the stand-in for Google to browsers on this computer, and to nobody else. */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const bench = new Workbench(options);
  const site: Site = { bench, bundle: await pageBundle(), token: randomBytes(24).toString('hex') };
  const server = createServer((request, response) => {
    answer(site, request, response).catch((error: unknown) => {
      console.error(error);
      const body = error instanceof Error ? error.message : 'The preview could not do this.';
      send(response, { status: 500, type: 'text/plain', body });
    });
  });
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  const ready = bench.inTurn(() => bench.open());
  return {
    url: `http://127.0.0.1:${port}/`,
    bench,
    ready,
    close: () => close(server, bench),
  };
}

interface Site {
  readonly bench: Workbench;
  readonly bundle: PageBundle;
  readonly token: string;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

function close(server: Server, bench: Workbench): Promise<void> {
  bench.save();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** What goes back to the browser. */
interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly policy?: string;
}

const NOTHING_HERE: Answer = { status: 404, type: 'text/plain', body: 'There is no such page.' };

async function answer(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const port = request.socket.localPort;
  const here = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host = '', origin } = request.headers;
  // Another site's name may point at this address: only our own names are served.
  if (!here.includes(host)) return send(response, { ...NOTHING_HERE, status: 421 });
  const url = new URL(request.url ?? '/', `http://${host}`);
  if (request.method === 'POST' && url.pathname.startsWith('/api/')) {
    const ours = origin === undefined || here.some((name) => origin === `http://${name}`);
    if (!ours || request.headers['x-preview-token'] !== site.token) {
      const body = 'The preview was started anew. Load this page again.';
      return send(response, { status: 401, type: 'text/plain', body });
    }
    return send(response, await act(site, url.pathname.slice('/api/'.length), request));
  }
  if (request.method !== 'GET') return send(response, { ...NOTHING_HERE, status: 405 });
  if (url.pathname === '/events' && url.searchParams.get('token') === site.token) {
    follow(site.bench, request, response);
  } else send(response, page(site, url));
}

/** The document, its parts, and the pages of the script. */
function page({ bench, bundle, token }: Site, url: URL): Answer {
  if (url.pathname === '/') {
    const as = url.searchParams.get('as') ?? bench.host.owner;
    const language = bench.host.book.locale.startsWith('zh') ? 'zh' : 'en';
    const body = pageDocument(token, as, language);
    return { status: 200, type: 'text/html', body, policy: PAGE_POLICY };
  }
  const file = bundle.files.get(url.pathname);
  if (file !== undefined) return { status: 200, ...file };
  const name = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  const script = url.pathname === `/revogrid/${name}` ? gridFile(name) : null;
  if (script !== null) return { status: 200, type: 'text/javascript', body: script };
  const html = url.pathname === `/frame/${name}` ? bench.frame(name) : null;
  if (html === null) return NOTHING_HERE;
  const body = framePage(html, bundle.shim, url.origin);
  return { status: 200, type: 'text/html', body, policy: FRAME_POLICY };
}

/** Tells the page what happens until it goes away. */
function follow(bench: Workbench, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const tell = (event: ServerEvent) => response.write(`data: ${JSON.stringify(event)}\n\n`);
  tell({ kind: 'changed', revision: bench.host.book.revision });
  request.on('close', bench.listen(tell));
}

async function act({ bench }: Site, name: string, request: IncomingMessage): Promise<Answer> {
  const refuse = (status: number, body: string) => ({ status, type: 'text/plain', body });
  if (!isApiName(name)) return refuse(404, 'There is no such call.');
  const text = await readBody(request);
  if (text === null) return refuse(413, 'This is too much at once.');
  const parsed = API[name].safeParse(jsonOf(text));
  if (!parsed.success) {
    return refuse(400, parsed.error.issues.map((issue) => issue.message).join('; '));
  }
  const { as } = parsed.data;
  if (bench.host.rightsOf(as) === 'none') {
    return refuse(403, `${as} has no access to this workbook. Ask its owner.`);
  }
  const action = ACTIONS[name] as (bench: Workbench, request: unknown) => unknown;
  const reply = LOOKING.has(name)
    ? action(bench, parsed.data)
    : await bench.inTurn(() => action(bench, parsed.data));
  if (!LOOKING.has(name)) bench.changed();
  return { status: 200, type: 'application/json', body: JSON.stringify(reply) };
}

function isApiName(name: string): name is ApiName {
  return Object.hasOwn(API, name);
}

function readBody(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= MAX_BODY) parts.push(part);
    });
    request.on('end', () =>
      resolve(size > MAX_BODY ? null : Buffer.concat(parts).toString('utf8')),
    );
    request.on('error', reject);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function send(response: ServerResponse, { status, type, body, policy }: Answer): void {
  if (response.headersSent) return;
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...(policy === undefined ? {} : { 'content-security-policy': policy }),
  });
  response.end(body);
}
