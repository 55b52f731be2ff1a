import * as z from 'zod/mini';
import type { FunnelOptions } from '../domain/funnel';
import type { DealHistory } from '../domain/history';
import { isIn } from '../domain/period';
import { normalLabel } from '../domain/pipeline';
import { documentStore } from '../google/store';
import { type FunnelFilter, NAMED_BY, NO_FILTER } from '../sheet/funnelFilter';
import { groupText } from './funnelGroups';
import type { OpenPipeline } from './openPipeline';
import { parsed } from './parsed';
import type { Stock } from './stock';

const KEY = 'funnelFilter';

const noted = () => {
  const names = z.array(z.string());
  const period = z.object({ from: z.string(), to: z.string() });
  const cohort = z.object({ by: z.enum(['created', 'entered']), period });
  return z.object({ owner: names, source: names, product: names, cohort: z.nullable(cohort) });
};

/** What the Funnel tab is filtered by. */
export function filterNoted(): FunnelFilter {
  return parsed(noted(), documentStore.get(KEY)) ?? NO_FILTER;
}

/** Filters the Funnel tab from its next refresh on. */
export function noteFilter(filter: FunnelFilter): void {
  documentStore.set(KEY, JSON.stringify(filter));
}

/** The funnel's cohort, when the filter asks for one. */
export function cohortOf({ cohort }: FunnelFilter): Pick<FunnelOptions, 'cohort'> {
  return cohort === null ? {} : { cohort };
}

/** Whether a deal has one of the names under each heading that the filter names; when it was created is left to the cohort. */
export function hasNames(
  filter: FunnelFilter,
  open: OpenPipeline,
  stock: Stock,
): (deal: DealHistory) => boolean {
  const asked = NAMED_BY.filter((by) => filter[by].length > 0).map((by) => {
    return { textOf: groupText(by, open, stock), names: new Set(filter[by].map(normalLabel)) };
  });
  return (deal) => asked.every(({ textOf, names }) => names.has(normalLabel(textOf(deal))));
}

/** Whether a deal was created in the filter's period; of any other filter each deal was. */
export function isInCohort({ cohort }: FunnelFilter): (deal: DealHistory) => boolean {
  if (cohort?.by !== 'created') return () => true;
  return ({ created, createdKnown }) => createdKnown && isIn(cohort.period, created);
}
