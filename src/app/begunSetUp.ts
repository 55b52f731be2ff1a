import * as z from 'zod/mini';
import { documentStore } from '../google/store';
import type { TabId } from '../sheet/cell';
import { LANGUAGES, type Language } from '../words/language';
import { parsed } from './parsed';

const KEY = 'begunSetUp';

const begunNote = () =>
  z.object({
    language: z.enum(LANGUAGES as [Language, ...Language[]]),
    /** The key of the stage set; empty when an import is to bring the stages. */
    set: z.string(),
    several: z.boolean(),
    /** Tabs that it makes. */
    made: z.array(z.string()),
    /** Keys of the columns that it adds to tabs which are there. */
    laid: z.record(z.string(), z.array(z.string())),
  });

/**
 * What a set-up is about to build. It is noted before anything is built and forgotten once all of it is
 * real: the next set-up finishes one that was stopped, with the choices of that time.
 */
export interface BegunSetUp {
  readonly language: Language;
  readonly set: string;
  readonly several: boolean;
  readonly made: readonly TabId[];
  readonly laid: Readonly<Partial<Record<TabId, readonly string[]>>>;
}

/** The set-up that was stopped; `null` when none was. */
export function begunSetUp(): BegunSetUp | null {
  return parsed(begunNote(), documentStore.get(KEY)) as BegunSetUp | null;
}

export function noteBegun(begun: BegunSetUp): void {
  documentStore.set(KEY, JSON.stringify(begun));
}

export function forgetBegun(): void {
  documentStore.remove(KEY);
}
