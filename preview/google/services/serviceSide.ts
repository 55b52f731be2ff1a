import type { Facts } from '../book/facts';
import type {
  AuthMode,
  ButtonName,
  DialogShown,
  Mail,
  QuestionAsked,
  ToastShown,
} from '../execution';
import type { Realm } from '../gate';
import { guarded } from '../guard';
import type { Recorder } from '../recorder';
import type { Project } from '../script';
import type { HostState } from '../state';

/** Where an execution was started from; it decides what of the person's window it can reach. */
export type Surface = 'menu' | 'page' | 'simple' | 'installed' | 'clock';

export interface Acting {
  /** Whose doing it is; '' for a time trigger. */
  readonly user: string;
  /** Whose account it runs as. */
  readonly runAs: string;
  readonly mode: AuthMode;
  readonly surface: Surface;
  /** Whether the script sees `user`'s address. */
  readonly knowsUser: boolean;
}

/** What the execution has shown, sent and said so far. */
export interface Shown {
  readonly toasts: ToastShown[];
  readonly dialogs: DialogShown[];
  readonly alerts: QuestionAsked[];
  readonly mails: Mail[];
  readonly logs: string[];
}

/** What every service of one execution stands on. */
export interface ServiceSide {
  readonly gate: Recorder;
  readonly realm: Realm;
  readonly state: HostState;
  readonly project: Project;
  readonly acting: Acting;
  readonly shown: Shown;
  /** Who holds this execution's locks. */
  readonly self: symbol;
  readonly document: {
    readonly id: string;
    readonly timeZone: string;
    readonly locale: string;
    readonly facts: Facts;
  };
  /** This moment, in milliseconds since 1970. */
  now(): number;
  /** Time goes by: Utilities.sleep. */
  sleep(ms: number): void;
  /** Makes buffered writes real: a person is about to look at the sheet. */
  flush(): void;
  /** Puts a question to the person; does not come back when nobody is there to answer. */
  ask(question: Omit<QuestionAsked, 'answer'>): {
    readonly button: ButtonName;
    readonly text: string;
  };
}

/** An object as the script gets it; what is missing is remembered. */
export function built<T extends object>(side: ServiceSide, name: string, members: T): T {
  return guarded(name, members, (missing) => side.gate.missing.add(missing));
}

/** Google's answer to arguments of the wrong kind. */
export function mismatch(side: ServiceSide, method: string, args: readonly unknown[]): Error {
  const kinds = args.map(kindOf).join(',');
  return side.realm.exception(
    `The parameters (${kinds}) don't match the method signature for ${method}.`,
  );
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'Boolean';
  return isDate(value) ? 'Date' : Array.isArray(value) ? 'Array' : 'Object';
}

/** A Date of any realm. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** UTF-8 bytes of a text: Google's limits count these. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
