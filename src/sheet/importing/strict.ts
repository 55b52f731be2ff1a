import type { Stage, StageKey } from '../../domain/pipeline';
import type { PlanIndex } from './planIndex';
import type { ImportedDeal, ImportedEntry } from './readDeals';

function domainStage(index: PlanIndex, key: StageKey): Stage {
  const planned = index.stages.get(key);
  return {
    key,
    label: planned?.label ?? key,
    aliases: [],
    kind: planned?.kind ?? 'open',
    chance: planned?.chance ?? null,
    limitDays: null,
    category: null,
    todo: '',
  };
}

/** The entries that lead no further than a stage, and the step into it where that is missing. */
function upTo(deal: ImportedDeal, allowed: StageKey, index: PlanIndex): ImportedEntry[] {
  const limit = index.placeOf.get(allowed) ?? 0;
  const last = deal.entries[deal.entries.length - 1] as ImportedEntry;
  const entries: ImportedEntry[] = [];
  for (const entry of deal.entries) {
    const place = entry.to === '' ? 0 : index.placeOf.get(entry.to);
    const before = entries[entries.length - 1];
    if (place === undefined || place > limit || before?.to === entry.to) continue;
    const from = before?.to ?? '';
    entries.push({ ...entry, from });
  }
  const reached = entries[entries.length - 1];
  if (reached?.to !== allowed) {
    const { kind, at } = deal.entries[0] as ImportedEntry;
    const step = { to: allowed, how: 'assumed', reason: '' } as const;
    entries.push(
      reached === undefined
        ? { ...last, ...step, kind, from: '', at }
        : { ...last, ...step, kind: 'moved', from: reached.to, at: reached.at },
    );
  }
  return entries;
}

/**
 * A deal under strict gates: it comes in at the furthest stage that its facts allow. Entries that
 * lead further are left out, and one *held* entry keeps what the file asked for.
 */
export function heldBack(
  deal: ImportedDeal,
  index: PlanIndex,
  furthest: (asked: Stage, deal: ImportedDeal) => StageKey,
): ImportedDeal {
  const allowed = furthest(domainStage(index, deal.stage), deal);
  if (allowed === deal.stage) return deal;
  const last = deal.entries[deal.entries.length - 1] as ImportedEntry;
  const entries = upTo(deal, allowed, index);
  const held: ImportedEntry = { ...last, kind: 'held', from: allowed, to: deal.stage };
  return { ...deal, stage: allowed, entries: [...entries, held] };
}
