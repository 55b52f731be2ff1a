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
  const limit = index.placeOf.get(allowed) ?? 0;
  const last = deal.entries[deal.entries.length - 1] as ImportedEntry;
  const entries: ImportedEntry[] = [];
  for (const entry of deal.entries) {
    const place = entry.to === '' ? 0 : index.placeOf.get(entry.to);
    if (place !== undefined && place <= limit) {
      const from = entries[entries.length - 1]?.to ?? '';
      if (entry.to !== '' && from === entry.to) continue;
      entries.push({ ...entry, from: entry.kind === 'created' ? '' : from });
    }
  }
  const reached = entries[entries.length - 1];
  if (reached === undefined) {
    const { at } = deal.entries[0] as ImportedEntry;
    entries.push({
      ...last,
      kind: 'created',
      from: '',
      to: allowed,
      at,
      how: 'assumed',
      reason: '',
    });
  } else if (reached.to !== allowed) {
    entries.push({
      ...last,
      kind: 'moved',
      from: reached.to,
      to: allowed,
      at: reached.at,
      how: 'assumed',
      reason: '',
    });
  }
  const held: ImportedEntry = { ...last, kind: 'held', from: allowed, to: deal.stage };
  return { ...deal, stage: allowed, entries: [...entries, held] };
}
