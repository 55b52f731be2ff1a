import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Google's own tool for Apps Script, as this project installed it; another one for tests. */
function claspCommand(): readonly string[] {
  const other = process.env.SLUICE_CLASP;
  if (other !== undefined) return [process.execPath, other];
  const file = createRequire(import.meta.url).resolve('@google/clasp/package.json');
  return [process.execPath, join(dirname(file), 'build/src/index.js')];
}

export interface ClaspAnswer {
  readonly ok: boolean;
  readonly text: string;
}

/** Runs clasp and answers what it printed. */
export function clasp(args: readonly string[], cwd: string): ClaspAnswer {
  const [command = '', ...first] = claspCommand();
  const done = spawnSync(command, [...first, ...args], { cwd, encoding: 'utf8', env: process.env });
  return { ok: done.status === 0, text: `${done.stdout ?? ''}${done.stderr ?? ''}` };
}

/** Runs clasp with the person's own screen and keyboard: signing in opens a browser. */
export function claspTogether(args: readonly string[], cwd: string): boolean {
  const [command = '', ...first] = claspCommand();
  return (
    spawnSync(command, [...first, ...args], { cwd, stdio: 'inherit', env: process.env }).status ===
    0
  );
}
