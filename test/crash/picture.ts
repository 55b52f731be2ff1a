import type { Host } from '../../preview/google/host';
import { type Cells, everything } from '../app/desk';
import { filled } from '../app/rules';
import { rowsOf } from '../support/standIn';

/** What differs from run to run, or says only who was first: numbers of entries, keys, how something was noticed. */
const PASSING: Readonly<Record<string, readonly string[]>> = {
  Deals: ['ID', 'Version', 'Memo'],
  Ledger: ['Seq', 'At', 'By', 'How', 'Batch', 'Digest'],
  Tasks: ['Deal ID', 'Created', 'Key'],
  Payments: ['Deal ID', 'Key'],
  Activities: [],
  Outbox: ['Key', 'Created', 'Next try', 'Tries', 'Sent', 'Reason'],
  Snapshots: [],
  Stages: [],
  Gates: [],
  Team: [],
  Settings: [],
  Automations: [],
  Templates: [],
  Archive: ['ID', 'Version', 'Memo'],
  'Archived entries': ['Seq', 'At', 'By', 'How', 'Batch', 'Digest'],
};

export const REPORTS = ['Funnel', 'Forecast', 'Review', 'Stalled', 'Health'] as const;

/** Tabs that are made when they are needed first. */
const LATER: readonly string[] = ['Archive', 'Archived entries'];

/** Mails that Google was asked to send; of one that was stopped meanwhile nobody knows whether it went out. */
const ASKED: readonly unknown[] = ['Sent', 'Maybe sent'];

/**
 * Everything that people and their reports rely on, a line each: deals with all of their cells, the ledger,
 * tasks, mails, the admin tabs, the triggers. What was doubled stands there twice.
 */
export function picture(host: Host): readonly string[] {
  const lines = Object.entries(PASSING).flatMap(([tab, passing]) => {
    if (host.names().find(tab) !== null) {
      return filled(host, tab).map((row) => `${tab} ${told(row, passing)}`);
    }
    return LATER.includes(tab) ? [] : [`${tab} is missing`];
  });
  return [
    ...named(host, lines.join('\n')).split('\n').sort(),
    ...sentMails(host),
    ...host
      .triggers()
      .map(({ functionName, when, creator }) => `Trigger ${functionName} ${when} ${creator}`)
      .sort(),
  ];
}

/** Tabs that the program generates, cell by cell. */
export function generated(host: Host, shown: readonly string[]): readonly string[] {
  const tabs = everything(host);
  const lines = shown.flatMap((tab) => (tabs[tab] ?? []).map((row) => `${tab} ${row.join(' | ')}`));
  return named(host, lines.join('\n')).split('\n');
}

/** IDs are random: a text that calls each deal by its name instead, or by its row where it has none. */
function named(host: Host, text: string): string {
  if (host.names().find('Deals') === null) return text;
  return rowsOf(host, 'Deals').reduce((rest, { ID, Deal }, i) => {
    const name = Deal === '' || Deal === undefined ? `row ${i + 2}` : String(Deal);
    return ID === '' || ID === undefined ? rest : rest.replaceAll(String(ID), name);
  }, text);
}

function told(row: Cells, passing: readonly string[]): string {
  const kept = Object.entries(row).filter(([header, cell]) => {
    return cell !== '' && header !== '' && !passing.includes(header);
  });
  const cells = kept.map(([header, cell]) => {
    return [header, header === 'State' && ASKED.includes(cell) ? 'Asked for' : cell];
  });
  return JSON.stringify(Object.fromEntries(cells));
}

/** Mails that went out, and those that may have: one that did both counts once. */
function sentMails(host: Host): readonly string[] {
  const sent = host.mails.map(({ subject, to }) => `Mail ${to}: ${subject}`);
  const maybe = host.names().find('Outbox') === null ? [] : filled(host, 'Outbox');
  const unsure = maybe
    .filter(({ State }) => State === 'Maybe sent')
    .map(({ Subject, To }) => `Mail ${To}: ${Subject}`)
    .filter((mail) => !sent.includes(mail));
  return [...sent, ...unsure].sort();
}

/** Lines that one picture has and the other lacks, for a message: `- lost`, `+ too many`. */
export function difference(
  expected: readonly string[],
  found: readonly string[],
): readonly string[] {
  const rest = [...found];
  const lost = expected.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return [...lost.map((line) => `- ${line}`), ...rest.map((line) => `+ ${line}`)];
}
