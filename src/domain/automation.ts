import { addDays, type Day, dayOf } from './day';
import type { DealId, LedgerEntry } from './ledger';
import { type Pipeline, type StageKey, type StageKind, stageOf } from './pipeline';

export type AutomationEvent = 'enters' | 'held' | 'stalled' | 'won' | 'lost';

/** Whom an automation is for: by part, or a person of the Team by name. */
export type Recipient =
  | { readonly kind: 'owner' }
  | { readonly kind: 'manager' }
  | { readonly kind: 'contact' }
  | { readonly kind: 'person'; readonly name: string };

/** A rule that the team wrote: what follows when something happens to a deal. */
export interface Automation {
  /** Says the same rule, however the tab is sorted. */
  readonly id: string;
  readonly when: AutomationEvent;
  /** `''` where any stage is meant. */
  readonly stage: StageKey | '';
  readonly action: 'task' | 'mail' | 'nextStep';
  readonly to: Recipient;
  readonly afterDays: number;
  /** The task or the next step. */
  readonly text: string;
  /** A mail's template, by name. */
  readonly template: string;
}

/** Something that happened to a deal and that automations answer. */
export interface Happening {
  readonly event: AutomationEvent;
  /** The entry's number, or the day that the visit began: with it an automation's answer is told from all others. */
  readonly mark: string;
  readonly deal: DealId;
  readonly stage: StageKey;
  readonly on: Day;
}

/** What is to be done, once: its key never comes twice. */
export interface Followed {
  readonly key: string;
  readonly automation: Automation;
  readonly happening: Happening;
  readonly due: Day;
}

/** A move that was taken back: what still waits because of it is to be cancelled. */
export interface TakenBack {
  readonly deal: DealId;
  /** The stage that the deal had entered. */
  readonly stage: StageKey;
}

/** What an import or a set-up writes tells of the past: nothing follows from it. */
const PAST: ReadonlySet<string> = new Set(['import', 'assumed', 'setUp']);

/** What one entry of the ledger means to automations: nothing, or up to two happenings. */
export function happeningsOf(entry: LedgerEntry, pipeline: Pipeline): readonly Happening[] {
  if (PAST.has(entry.how) || entry.to === '') return [];
  const told = { mark: String(entry.seq), deal: entry.deal, stage: entry.to, on: dayOf(entry.at) };
  if (entry.kind === 'held') return [{ event: 'held', ...told }];
  const enters =
    entry.kind === 'created' ||
    ((entry.kind === 'moved' || entry.kind === 'overridden') && entry.from !== entry.to);
  if (!enters) return [];
  const kind: StageKind | undefined = stageOf(pipeline, entry.to)?.kind;
  const closing = kind === 'won' || kind === 'lost' ? [{ event: kind, ...told }] : [];
  return [{ event: 'enters', ...told }, ...closing];
}

/** The move that an entry takes back; `null` for any other entry. */
export function takenBack({ kind, deal, from, to }: LedgerEntry): TakenBack | null {
  return kind === 'undone' && from !== '' && from !== to ? { deal, stage: from } : null;
}

/** What follows from a happening by the team's rules, in their order. */
export function followed(
  automations: readonly Automation[],
  happening: Happening,
): readonly Followed[] {
  return automations
    .filter(({ when, stage }) => when === happening.event && isStage(stage, happening))
    .map((automation) => ({
      key: followKey(automation, happening),
      automation,
      happening,
      due: addDays(happening.on, automation.afterDays),
    }));
}

function isStage(stage: StageKey | '', happening: Happening): boolean {
  return stage === '' || stage === happening.stage;
}

function followKey({ id }: Automation, { event, mark, deal, stage }: Happening): string {
  return `${event} ${mark} ${deal} ${id} ${stage}`;
}

/**
 * The keys that a move taken back leaves without ground: those of the last time that the deal entered
 * the stage. Held and stalled deals were so whatever came later.
 */
export function groundless(keys: Iterable<string>, { deal, stage }: TakenBack): readonly string[] {
  const own: { readonly key: string; readonly seq: number }[] = [];
  for (const key of keys) {
    const [event, mark, ofDeal, , ...rest] = key.split(' ');
    const isMove = event === 'enters' || event === 'won' || event === 'lost';
    if (isMove && ofDeal === deal && rest.join(' ') === stage) own.push({ key, seq: Number(mark) });
  }
  const last = own.reduce((most, { seq }) => Math.max(most, seq), 0);
  return own.filter(({ seq }) => seq === last).map(({ key }) => key);
}
