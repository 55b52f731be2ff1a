import * as z from 'zod/mini';
import type { Criterion } from '../domain/criterion';
import { textDigest } from '../domain/fingerprint';
import { documentStore } from '../google/store';
import type { OpenPipeline } from './openPipeline';
import { parsed } from './parsed';

const KEY = 'criteria';
const note = () =>
  z.object({ at: z.string(), before: z.array(z.string()), now: z.array(z.string()) });

/** Edits of the Gates tab with less than this between them are one change. */
const ONE_CHANGE_MS = 30 * 60 * 1000;

/** More criteria than this do not fit into a note of the document. */
const MOST = 450;

function noted(): z.infer<ReturnType<typeof note>> | null {
  return parsed(note(), documentStore.get(KEY));
}

function digestOf({ say: _, ...asks }: Criterion): string {
  return textDigest(JSON.stringify(asks));
}

/** Notes what the criteria ask now, and what they asked before the change that is going on. */
export function noteCriteria({ configuration, now: at }: OpenPipeline): void {
  const now = configuration.pipeline.criteria.map(digestOf).slice(0, MOST);
  const was = noted();
  if (was?.now.join() === now.join()) return;
  const isSameChange =
    was !== null && Date.parse(`${at}Z`) - Date.parse(`${was.at}Z`) < ONE_CHANGE_MS;
  const before = was === null ? now : isSameChange ? was.before : was.now;
  documentStore.set(KEY, JSON.stringify({ at: was === null ? '' : at, before, now }));
}

/** The criteria of now that were asked before the last change too; `null` when nothing has changed. */
export function criteriaBefore({ configuration }: OpenPipeline): readonly Criterion[] | null {
  const was = noted();
  if (was === null || was.at === '') return null;
  const before = new Set(was.before);
  return configuration.pipeline.criteria.filter((criterion) => before.has(digestOf(criterion)));
}
