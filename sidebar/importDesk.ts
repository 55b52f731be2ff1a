import type { Reply, SentDeal } from '../src/rpc';
import type { FileTable, ImportMap, Reject } from '../src/rpc/importCalls';
import { IMPORT_CALLS } from '../src/rpc/importCalls';
import { IMPORT_PAGE_WORDS, type ImportPageWords } from '../src/words/importPage';
import type { PageLanguage } from './format';
import { type ImportPlan, importing, type SentSlice } from './importing';
import { readersLanguage } from './readersLanguage';
import { callsOf, type NoReply } from './script';

const call = callsOf<keyof typeof IMPORT_CALLS>(IMPORT_CALLS);

export type Target = Reply<'importTarget'>;
export type FileRole = 'deals' | 'history' | 'prices';
export type KnownDeal = Reply<'importDeals'>['known'][number];

/** A file that was chosen: its table, and its rows that do not fit under the headers. */
export interface ChosenFile {
  readonly table: FileTable;
  readonly rejects: readonly Reject[];
}

/** The files as they will be read. */
export interface Planned {
  readonly plan: ImportPlan;
  /** The keys of the stages that there will be: of the plan's, those that some row that comes in names. */
  readonly coming: ReadonlySet<string>;
  readonly guesses: readonly { readonly about: string; theirs: string; ours: string }[];
  readonly slices: readonly SentSlice[];
  readonly rejects: readonly Reject[];
  readonly deals: number;
  readonly entries: number;
}

export interface Sent {
  readonly rows: number;
  readonly deals: number;
  readonly entries: number;
  readonly known: readonly KnownDeal[];
}

export interface ImportState {
  readonly target: Target | null;
  /** A sentence about what did not work; empty when nothing did not. */
  readonly problem: string;
  readonly files: Readonly<Record<FileRole, ChosenFile | null>>;
  readonly map: ImportMap;
  readonly stages: 'keep' | 'from-data';
  readonly gates: 'trust' | 'strict';
  readonly planned: Planned | null;
  /** `stopping` waits for the slice that is under way. */
  readonly step: 'plan' | 'sending' | 'stopping' | 'stopped' | 'sent';
  readonly sent: Sent;
  /** Changes that are ticked: deal ID, a line break, the field. */
  readonly ticked: ReadonlySet<string>;
  /** What became of the changes that were taken over, one sentence each. */
  readonly changed: readonly string[];
  readonly changing: boolean;
}

/** Deals in one call: a few seconds of the script, so that progress shows and stopping stops. */
const SLICE = 500;
const CHANGES = 100;

const NOTHING_SENT: Sent = { rows: 0, deals: 0, entries: 0, known: [] };

const START: ImportState = {
  target: null,
  problem: '',
  files: { deals: null, history: null, prices: null },
  map: {},
  stages: 'keep',
  gates: 'trust',
  planned: null,
  step: 'plan',
  sent: NOTHING_SENT,
  ticked: new Set(),
  changed: [],
  changing: false,
};

export const changeKey = (id: string, field: string): string => `${id}\n${field}`;

/** IDs for deals of files that give none: random, so that a slice that is sent twice is known again. */
function newId(): string {
  const words = crypto.getRandomValues(new Uint32Array(2));
  return `D${[...words].map((word) => word.toString(36).padStart(7, '0')).join('')}`;
}

/** The whole import: files are read and planned here, in the page; the script gets deals that are ready to write. */
export class ImportDesk {
  #state: ImportState = START;
  #listener: () => void = () => {};

  get state(): ImportState {
    return this.#state;
  }

  get language(): PageLanguage {
    return this.#state.target?.language ?? readersLanguage();
  }

  get words(): ImportPageWords {
    return IMPORT_PAGE_WORDS[this.language];
  }

  onChange(listener: () => void): void {
    this.#listener = listener;
  }

  set(part: Partial<ImportState>): void {
    this.#state = { ...this.#state, ...part };
    this.#listener();
  }

  /** Asks the workbook what the files come to. */
  async load(): Promise<void> {
    const target = await call('importTarget', {});
    if (!target.ok) return this.set({ problem: this.#why(target) });
    return this.set({ target, problem: '', stages: target.isEmpty ? this.#state.stages : 'keep' });
  }

  /** Begins again with another file. */
  again(): void {
    this.set({ ...START, target: null });
    void this.load();
  }

  async choose(role: FileRole, file: File | undefined): Promise<void> {
    const map = role === 'deals' ? {} : this.#state.map;
    const none = { files: { ...this.#state.files, [role]: null }, problem: '', map };
    if (file === undefined) return this.#plan(none);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const words = importing.importWords[this.language];
    const read = importing.readTable(bytes, file.name, this.language);
    if (read.kind === 'unreadable') {
      return this.#plan({ ...none, problem: words.unreadable[read.why](file.name) });
    }
    const { table, bad } = read;
    const rejects = bad.map(
      ({ line, code, row }): Reject => ({
        file: table.name,
        line,
        column: '',
        reason: words.rejects[code]([String(row.length), String(table.headers.length)]),
        row: [...row],
      }),
    );
    return this.#plan({ ...none, files: { ...none.files, [role]: { table, rejects } } });
  }

  mapColumn(theirs: string, ours: string): void {
    const { map } = this.#state;
    const columns = { ...map.columns, [theirs]: ours === '' ? null : ours };
    this.#plan({ map: { ...map, columns } });
  }

  mapStage(theirs: string, ours: NonNullable<ImportMap['stages']>[string]): void {
    const { map } = this.#state;
    this.#plan({ map: { ...map, stages: { ...map.stages, [theirs]: ours } } });
  }

  answer(question: 'dateOrder' | 'decimalComma', told: string | boolean): void {
    const { map } = this.#state;
    this.#plan({ map: { ...map, answers: { ...map.answers, [question]: told } } });
  }

  takeStages(stages: ImportState['stages']): void {
    this.#plan({ stages, map: { ...this.#state.map, stages: {} } });
  }

  /** Reads the files anew by what is told of them now. */
  #plan(part: Partial<ImportState>): void {
    const state = { ...this.#state, ...part };
    const { target, files, map, stages } = state;
    if (target === null || files.deals === null) {
      this.set({ ...part, planned: null });
      return;
    }
    const deals = files.deals.table;
    const history = files.history?.table ?? null;
    const { today: asOf, language, currency } = target;
    const prices = files.prices?.table ?? null;
    const read = { deals, history, prices, map, stages, asOf };
    const { plan, guessesFor } = importing.planImport(read, target);
    const about = { plan, deals, history, asOf, language, currency, size: SLICE, newId };
    const slices = [...importing.sentSlices(about)];
    const coming = slices[0]?.setUp.stages ?? plan.stages;
    const lives = slices.flatMap((slice) => slice.deals);
    const rejects = [
      ...Object.values(files).flatMap((file) => file?.rejects ?? []),
      ...slices.flatMap((slice) => slice.rejects),
    ];
    const created = importing.creationGuesses(lives, plan, language);
    const entries = lives.reduce((sum, { steps }) => sum + steps.length, 0);
    this.set({
      ...part,
      planned: {
        plan,
        coming: new Set(coming.map(({ key }) => key)),
        guesses: [...guessesFor(coming), ...created],
        slices,
        rejects,
        deals: lives.length,
        entries,
      },
    });
  }

  /** Sends slice after slice, from the first that has not been answered. */
  async send(): Promise<void> {
    const { planned, gates } = this.#state;
    if (planned === null) return;
    this.set({ step: 'sending', problem: '' });
    let before = 0;
    for (const slice of planned.slices) {
      before += slice.rows;
      const { sent } = this.#state;
      if (sent.rows >= before) continue;
      if (this.#state.step === 'stopping') {
        this.set({ step: 'stopped', problem: this.words.send.cancelled });
        return;
      }
      const request = { setUp: slice.setUp, deals: [...slice.deals], gates };
      const reply = await call('importDeals', request);
      if (!reply.ok) return this.set({ step: 'stopped', problem: this.#why(reply) });
      this.set({
        sent: {
          rows: before,
          deals: sent.deals + reply.deals,
          entries: sent.entries + reply.entries,
          known: [...sent.known, ...reply.known],
        },
      });
    }
    this.set({ step: 'sent' });
  }

  /** Stops after the slice that is under way. */
  stop(): void {
    this.set({ step: 'stopping' });
  }

  tick(keys: readonly string[], on: boolean): void {
    const ticked = new Set(this.#state.ticked);
    for (const key of keys) {
      if (on) ticked.add(key);
      else ticked.delete(key);
    }
    this.set({ ticked });
  }

  /** Types the ticked cells of the file over the workbook's. */
  async takeOver(): Promise<void> {
    const { sent, ticked, planned } = this.#state;
    const files = new Map(planned?.slices.flatMap(({ deals }) => deals.map((d) => [d.line, d])));
    const wanted = sent.known.flatMap((deal) => {
      const fields = deal.changes.filter(({ field }) => ticked.has(changeKey(deal.id, field)));
      const cells = cellsOf(fields, files.get(deal.line));
      return fields.length === 0 ? [] : [{ id: deal.id, cells }];
    });
    if (wanted.length === 0) return this.set({ problem: this.words.known.none });
    this.set({ changing: true, problem: '' });
    for (let at = 0; at < wanted.length; at += CHANGES) {
      const deals = wanted.slice(at, at + CHANGES);
      const reply = await call('changeDeals', { deals });
      if (!reply.ok) return this.set({ changing: false, problem: this.#why(reply) });
      this.#noteChanged(reply.results);
    }
    this.set({ changing: false });
  }

  /** Deals that are done leave the list; those that were held say why. */
  #noteChanged(results: Reply<'changeDeals'>['results']): void {
    const { sent, ticked, changed } = this.#state;
    const { known: words } = this.words;
    const done = new Set(results.map(({ id }) => id));
    const name = (id: string) => sent.known.find((deal) => deal.id === id)?.name ?? id;
    const left = results.filter(({ outcome }) => outcome === 'gone' || outcome === 'stale');
    const held = results.filter(({ outcome }) => outcome === 'held');
    this.set({
      sent: { ...sent, known: sent.known.filter(({ id }) => !done.has(id)) },
      ticked: new Set([...ticked].filter((key) => !done.has(key.split('\n')[0] ?? ''))),
      changed: [
        ...changed,
        words.done(results.length - left.length),
        ...left.map(({ id, message }) => `${name(id)}: ${message}`),
        ...held.map(({ id, message }) => words.held(name(id), message)),
      ],
    });
  }

  #why({ code, message }: NoReply): string {
    const { failed } = this.words;
    if (message !== '') return message;
    return code === 'offline' || code === 'garbled' || code === 'missing'
      ? failed[code]
      : failed.other;
  }
}

function cellsOf(
  changes: KnownDeal['changes'],
  file: SentDeal | undefined,
): Record<string, SentDeal['cells'][string]> {
  return Object.fromEntries(changes.map(({ field, now }) => [field, file?.cells[field] ?? now]));
}
