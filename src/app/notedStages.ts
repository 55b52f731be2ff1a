import * as z from 'zod/mini';
import { documentStore } from '../google/store';
import type { NotedStage } from '../sheet/configuration';
import { parsed } from './parsed';
import { thatFit } from './thatFit';

const KEY = 'stages';
const KINDS = ['open', 'won', 'lost', 'nurture'] as const;
const noted = () => {
  const number = z.nullable(z.number());
  const text = z.string();
  const stage = [text, text, z.enum(KINDS), number, number, z.boolean()] as const;
  return z.array(z.union([z.tuple([...stage]), z.tuple([...stage, text])]));
};

/** The stages as the worker last looked at them; none before it did. */
export function notedStages(): readonly NotedStage[] {
  const read = parsed(noted(), documentStore.get(KEY)) ?? [];
  return read.map(([key, label, kind, chance, limitDays, isUsed, pipeline = '']) => ({
    key,
    label,
    kind,
    chance,
    limitDays,
    isUsed,
    pipeline,
  }));
}

/** Notes the stages in their order; the last ones are left out where there is no room. */
export function noteStages(stages: readonly NotedStage[]): void {
  const lines = stages.map(({ key, label, kind, chance, limitDays, isUsed, pipeline }) => [
    key,
    label.slice(0, 80),
    kind,
    chance,
    limitDays,
    isUsed,
    ...(pipeline === '' ? [] : [pipeline.slice(0, 80)]),
  ]);
  documentStore.set(KEY, JSON.stringify(thatFit(lines)));
}
