import { createRequire } from 'node:module';
import { type Browser, chromium } from 'playwright-core';

/** The package's own arguments switch web security off; with these a sandboxed frame is sandboxed. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-zygote',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

interface BundledChromium {
  executablePath(): Promise<string>;
}

/**
 * Unpacks the browser that came with npm (Linux) and gives its path; `null` where the installed
 * Chrome is used instead. Call it once before parallel workers start: unpacking is not atomic.
 */
export async function unpackBrowser(): Promise<string | null> {
  if (process.platform !== 'linux') return null;
  // Read while the package loads: without it the bundled libnss is not unpacked.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  const load = createRequire(import.meta.url);
  const bundled = load('@sparticuz/chromium') as { default?: BundledChromium } & BundledChromium;
  return (bundled.default ?? bundled).executablePath();
}

/** A headless Chromium. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await unpackBrowser();
  const environment = Object.entries(process.env).filter((pair) => pair[1] !== undefined);
  return chromium.launch({
    ...(executablePath === null ? { channel: 'chrome' } : { executablePath }),
    args: ARGS,
    headless: true,
    env: Object.fromEntries(environment) as Record<string, string>,
  });
}
