import { addDays, type Day, dayOf } from './day';
import type { DealId, LedgerEntry } from './ledger';
import { type Pipeline, type StageKey, type StageKind, stageOf } from './pipeline';
import { standingMoves } from './undo';

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
  /** Where the deal stood then: for a held one not the stage that was asked for. */
  readonly stands: StageKey | '';
  readonly on: Day;
}

/** What is to be done, once: its key never comes twice. */
export interface Followed {
  readonly key: string;
  readonly automation: Automation;
  readonly happening: Happening;
  readonly due: Day;
}

/** What an import or a set-up writes tells of the past: nothing follows from it. */
const PAST: ReadonlySet<string> = new Set(['import', 'assumed', 'setUp']);

/** What one entry of the ledger means to automations: nothing, or up to two happenings. */
export function happeningsOf(entry: LedgerEntry, pipeline: Pipeline): readonly Happening[] {
  if (PAST.has(entry.how) || entry.to === '') return [];
  const { deal, to: stage } = entry;
  const told = { mark: String(entry.seq), deal, stage, stands: stage, on: dayOf(entry.at) };
  if (entry.kind === 'held') return [{ event: 'held', ...told, stands: entry.from }];
  const enters =
    entry.kind === 'created' ||
    ((entry.kind === 'moved' || entry.kind === 'overridden') && entry.from !== entry.to);
  if (!enters) return [];
  const kind: StageKind | undefined = stageOf(pipeline, entry.to)?.kind;
  const closing = kind === 'won' || kind === 'lost' ? [{ event: kind, ...told }] : [];
  return [{ event: 'enters', ...told }, ...closing];
}

/** Numbers of the moves that undone entries behind `since` take back. What came of them by automation is to be cancelled. */
export function takenBack(entries: readonly LedgerEntry[], since: number): ReadonlySet<number> {
  const undone = entries.filter(({ kind, seq }) => kind === 'undone' && seq > since);
  const deals = new Set(undone.map(({ deal }) => deal));
  const own = entries.filter(({ deal }) => deals.has(deal)).sort((a, b) => a.seq - b.seq);
  return new Set(
    undone.flatMap(({ deal, seq, from }) => {
      const before = own.filter((entry) => entry.deal === deal && entry.seq < seq);
      const move = standingMoves(before).slice(-1)[0];
      return move !== undefined && move.to === from ? [move.seq] : [];
    }),
  );
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

/** The keys that moves taken back leave without ground. Held and stalled deals were so whatever came later. */
export function groundless(
  keys: Iterable<string>,
  takenBack: ReadonlySet<number>,
): readonly string[] {
  return [...keys].filter((key) => {
    const [event, mark] = key.split(' ');
    const isMove = event === 'enters' || event === 'won' || event === 'lost';
    return isMove && takenBack.has(Number(mark));
  });
}
