import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ClaspAnswer, clasp, claspTogether } from './clasp';

/** Something that a person must do first; the message says what. */
export class DeployProblem extends Error {}

const API_SWITCH = 'https://script.google.com/home/usersettings';

export interface Deploying {
  /** The project: .clasp.json lies here, dist/ below it. */
  readonly root: string;
  /** The new sheet's name. */
  readonly title: string;
  readonly build: () => Promise<void>;
  readonly say: (line: string) => void;
}

/**
 * Puts the built script into a Google Sheet and answers the sheet's address. The first time a new
 * sheet with its own script is made and noted in .clasp.json; later the same script is replaced.
 * Throws DeployProblem with a sentence for a person.
 */
export async function deploy({ root, title, build, say }: Deploying): Promise<string> {
  signIn(root, say);
  if (projectOf(root) === null) {
    say(`Making a new sheet called "${title}" ...`);
    const made = clasp(
      ['create-script', '--type', 'sheets', '--title', title, '--rootDir', 'dist'],
      root,
    );
    if (!made.ok) throw problemOf(made);
  }
  // After the sheet is made: making it pulls Google's empty manifest into dist/.
  say('Building ...');
  await build();
  say('Pushing ...');
  // Without -f a changed manifest is skipped in silence when nobody is there to answer.
  const pushed = clasp(['push', '-f'], root);
  if (!pushed.ok) throw problemOf(pushed);
  const project = projectOf(root);
  if (project === null)
    throw new DeployProblem('.clasp.json was not written. Run npm run deploy again.');
  return project.parentId === ''
    ? `https://script.google.com/d/${project.scriptId}/edit`
    : `https://docs.google.com/spreadsheets/d/${project.parentId}/edit`;
}

function signIn(root: string, say: Deploying['say']): void {
  const who = clasp(['show-authorized-user', '--json'], root);
  if (/"loggedIn":\s*true/.test(who.text)) return;
  say('Signing in to Google: a browser window opens.');
  if (!claspTogether(['login'], root)) {
    throw new DeployProblem(
      'You are not signed in to Google. Run npm run deploy again and sign in.',
    );
  }
}

interface Project {
  readonly scriptId: string;
  readonly parentId: string;
}

/** What .clasp.json says; `null` before the first deployment. */
function projectOf(root: string): Project | null {
  const file = join(root, '.clasp.json');
  if (!existsSync(file)) return null;
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new DeployProblem(
      '.clasp.json cannot be read. Mend it, or delete it to make a new sheet.',
    );
  }
  const { scriptId, parentId } = json as { scriptId?: unknown; parentId?: unknown };
  const parent = Array.isArray(parentId) ? parentId[0] : parentId;
  if (typeof scriptId !== 'string' || scriptId === '') return null;
  return { scriptId, parentId: typeof parent === 'string' ? parent : '' };
}

function problemOf({ text }: ClaspAnswer): DeployProblem {
  if (/Apps Script API/i.test(text) && /(enable|disabled|not enabled)/i.test(text)) {
    return new DeployProblem(
      `The Apps Script API is switched off for your account. Switch it on at ${API_SWITCH}, wait a minute, and run npm run deploy again.`,
    );
  }
  if (/invalid_grant|invalid_rapt|unauthorized|login required/i.test(text)) {
    return new DeployProblem(
      'Your sign-in has run out. Run npx clasp logout, then npm run deploy again.',
    );
  }
  return new DeployProblem(`Google's tool said: ${text.trim().split('\n').slice(-3).join(' ')}`);
}
