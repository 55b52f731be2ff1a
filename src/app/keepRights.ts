import * as z from 'zod/mini';
import { underLock } from '../google/lock';
import { documentStore } from '../google/store';
import { clauses } from '../words/marks';
import { RIGHTS_WORDS, type RightsWords } from '../words/rightsWords';
import { appendConfigured } from './keepConfiguration';
import type { OpenPipeline } from './openPipeline';
import { parsed } from './parsed';
import { thatFit } from './thatFit';

const LOCK_MS = 10_000;
const KEY = 'rights';

interface Rights {
  /** Who may override gates, by name. */
  readonly overriders: readonly string[];
  readonly mailOutside: boolean;
  readonly mailAddresses: readonly string[];
}

function noted(): Rights | null {
  const texts = z.array(z.string());
  const rights = z.object({ overriders: texts, mailOutside: z.boolean(), mailAddresses: texts });
  return parsed(rights, documentStore.get(KEY));
}

/**
 * Notes in the ledger who may override gates since the last run and who may no longer, and where mail may go. Whoever
 * may edit the workbook can change that: so it is told, with the day on which it was seen.
 */
export function keepRights(open: OpenPipeline): void {
  const before = noted();
  const now = rightsNow(open);
  if (JSON.stringify(before) === JSON.stringify(now)) return;
  underLock(LOCK_MS, () => {
    const words = RIGHTS_WORDS[open.language];
    if (before !== null)
      appendConfigured(open, clauses(changesIn(before, now, words), open.language));
    documentStore.set(KEY, JSON.stringify(now));
  });
}

function rightsNow({ configuration: { team, settings } }: OpenPipeline): Rights {
  const overriders = team.filter(({ mayOverride }) => mayOverride);
  const names = overriders.map(({ name, address }) => (address === '' ? name : address)).sort();
  return {
    overriders: told(names),
    mailOutside: settings.mailOutside,
    mailAddresses: told(settings.mailAddresses),
  };
}

/** Two lists stand in one note: each has half of its room. */
function told(names: readonly string[]): readonly string[] {
  const half = thatFit(names.map((name) => [name, name]));
  return half.map(([name = '']) => name);
}

function changesIn(before: Rights, now: Rights, words: RightsWords): readonly string[] {
  const added = (was: readonly string[], is: readonly string[]) =>
    is.filter((one) => !was.includes(one));
  return [
    ...added(before.overriders, now.overriders).map(words.mayOverride),
    ...added(now.overriders, before.overriders).map(words.mayNoLonger),
    ...(before.mailOutside === now.mailOutside
      ? []
      : [now.mailOutside ? words.mailOutside : words.mailInside]),
    ...added(before.mailAddresses, now.mailAddresses).map(words.mailAlsoTo),
    ...added(now.mailAddresses, before.mailAddresses).map(words.mailNoLongerTo),
  ];
}
