import type { Mail } from '../execution';
import { notBuilt } from '../guard';
import { wallText } from '../wallTime';
import { built, byteLength, mismatch, type ServiceSide } from './serviceSide';

const RECIPIENTS_A_DAY = 100;
const RECIPIENTS_A_MAIL = 50;
const BODY_LIMIT = 200 * 1024;
const SUBJECT_LIMIT = 250;
const DAY = 86_400_000;

const ADDRESS = /^[^\s@<>(),;:"[\]]+@[^\s@<>(),;:"[\]]+\.[^\s@<>(),;:"[\].]+$/;
const NAMED = /^(?:"[^"\r\n]*"|[^<>"\r\n,]*)\s*<([^<>]*)>$/;

const FIELDS = ['to', 'cc', 'bcc', 'replyTo', 'name', 'subject', 'body', 'htmlBody', 'noReply'];

/** Google's words where people have reported them; a mail may be refused in others. */
function refusal(side: ServiceSide, words: string): Error {
  const isOther = side.document.facts.mailRefusals === 'in other words';
  return side.realm.exception(isOther ? 'The mail could not be sent.' : words);
}

/** The addresses in a header; throws Google's error for what is none. */
function addresses(side: ServiceSide, list: string): readonly string[] {
  const parts = list.split(',').map((part) => part.trim());
  return parts
    .filter((part) => part !== '')
    .map((part) => {
      const address = NAMED.exec(part)?.[1]?.trim() ?? part;
      if (!ADDRESS.test(address)) throw refusal(side, `Invalid email: ${part}`);
      return address;
    });
}

/** Recipients that this user wrote to since Google last began to count, which it does anew after a day. */
function mailedToday(side: ServiceSide): { since: number; recipients: number } {
  const { state, acting } = side;
  const known = state.mailed.get(acting.runAs);
  if (known !== undefined && side.now() - known.since < DAY) return known;
  const fresh = { since: side.now(), recipients: 0 };
  state.mailed.set(acting.runAs, fresh);
  return fresh;
}

type Message = Readonly<Record<string, unknown>>;

/** sendEmail's three ways of being called, as the message object of the first. */
function messageOf(side: ServiceSide, args: readonly unknown[]): Message {
  const [first, subject, body, options] = args;
  if (args.length === 1 && typeof first === 'object' && first !== null) return first as Message;
  if (args.length < 3) throw mismatch(side, 'MailApp.sendEmail', args);
  if (args.length === 3 || typeof options === 'object') {
    return { ...(options as Message | undefined), to: first, subject, body };
  }
  throw notBuilt('MailApp.sendEmail(to, replyTo, subject, body)');
}

function checkKnown(side: ServiceSide, message: Message): void {
  for (const key of Object.keys(message)) {
    if (FIELDS.includes(key) || message[key] === undefined) continue;
    side.gate.missing.add(`MailApp.sendEmail({${key}})`);
    throw notBuilt(`MailApp.sendEmail({${key}})`);
  }
}

function send(side: ServiceSide, message: Message): void {
  checkKnown(side, message);
  const field = (key: string) => {
    const value = message[key];
    return value === null || value === undefined ? '' : String(value);
  };
  const recipients = [field('to'), field('cc'), field('bcc')].flatMap((list) =>
    addresses(side, list),
  );
  addresses(side, field('replyTo'));
  if (recipients.length === 0) {
    throw refusal(side, 'Failed to send email: no recipient');
  }
  if (recipients.length > RECIPIENTS_A_MAIL) {
    throw side.realm.exception('Limit Exceeded: Email Recipients Per Message.');
  }
  if (field('subject').length > SUBJECT_LIMIT) {
    throw refusal(side, 'Invalid argument: subject');
  }
  for (const key of ['body', 'htmlBody']) {
    if (byteLength(field(key)) > BODY_LIMIT) {
      throw side.realm.exception('Limit Exceeded: Email Body Size.');
    }
  }
  const mailed = mailedToday(side);
  if (mailed.recipients + recipients.length > RECIPIENTS_A_DAY) {
    throw side.realm.exception('Service invoked too many times for one day: email.');
  }
  mailed.recipients += recipients.length;
  deliver(side, {
    from: side.acting.runAs,
    name: field('name'),
    to: field('to'),
    cc: field('cc'),
    bcc: field('bcc'),
    replyTo: field('replyTo'),
    subject: field('subject'),
    text: field('body'),
    html: field('htmlBody'),
  });
}

function deliver(side: ServiceSide, mail: Omit<Mail, 'id' | 'at'>): void {
  const at = wallText(side.now(), side.document.timeZone);
  const sent: Mail = { id: side.state.mails.length + 1, at, ...mail };
  side.state.mails = [...side.state.mails, sent];
  side.shown.mails.push(sent);
}

/** Mail from the account that the execution runs as. */
export function mailApp(side: ServiceSide): object {
  return built(side, 'MailApp', {
    sendEmail(...args: unknown[]) {
      side.gate.call('mail', 'MailApp.sendEmail');
      send(side, messageOf(side, args));
    },
    getRemainingDailyQuota() {
      side.gate.call('mail', 'MailApp.getRemainingDailyQuota');
      return RECIPIENTS_A_DAY - mailedToday(side).recipients;
    },
  });
}
