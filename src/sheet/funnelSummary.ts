import type { Cycle } from '../domain/cycle';
import { toMajor } from '../domain/money';
import type { Rhythm } from '../domain/rhythm';
import type { Velocity } from '../domain/velocity';
import type { WinRate } from '../domain/winRate';
import { CHOICE_WORDS } from '../words/choices';
import { FUNNEL_WORDS, type FunnelWords } from '../words/funnelWords';
import type { Language } from '../words/language';
import { clauses } from '../words/marks';
import type { Row } from './cell';
import type { GridDraft } from './gridDraft';

/** How well a team sells. */
export interface Measures {
  readonly winRate: WinRate;
  readonly cycle: Cycle;
  readonly velocity: Velocity;
  readonly rhythm: Rhythm | null;
}

/** One pipeline's measures; its name is empty where there is only one. */
export interface ToldMeasures {
  readonly name: string;
  readonly measures: Measures;
}

interface Telling {
  /** The team's currency. */
  readonly currency: string;
  readonly language: Language;
}

const SHARE = '0.0%';

/** The measures at a glance, each with what it rests on. */
export function summaryTable(
  draft: GridDraft,
  told: readonly ToldMeasures[],
  telling: Telling,
): void {
  const words = FUNNEL_WORDS[telling.language];
  const { summaryColumns, columns } = words;
  const rows = told.flatMap(({ name, measures }) =>
    summaryRows(measures, telling).map((row) => (name === '' ? row : [...row, name])),
  );
  const formats = told.flatMap(() => [SHARE, SHARE, '0.0', '0.0', '#,##0.00', '']);
  draft.heading(words.summaryTitle);
  draft.table({
    block: 'summary',
    columns: [
      { name: 'measure', header: summaryColumns.measure, format: '' },
      { name: 'value', header: summaryColumns.value, format: '' },
      { name: 'note', header: summaryColumns.note, format: '' },
      ...(told.length > 1 ? [{ name: 'pipeline', header: columns.pipeline, format: '' }] : []),
    ],
    rows,
    formats: formats.map((format) => ['', format, '', '']),
  });
}

function summaryRows(
  { winRate, cycle, velocity, rhythm }: Measures,
  { currency, language }: Telling,
): readonly Row[] {
  const words = FUNNEL_WORDS[language];
  const { measures, measureNotes: notes } = words;
  const days = notes.days(cycle.n, cycle.undated);
  const perDay = velocity.perDay === null ? '' : toMajor(Math.round(velocity.perDay), currency);
  const rhythmWord = rhythm === null ? '' : CHOICE_WORDS[language].rhythms[rhythm];
  const byAmount = winRate.withoutAmount > 0 ? notes.withoutAmount(winRate.withoutAmount) : '';
  return [
    [measures.winRateCount, winRate.byCount.value ?? '', closedNote(winRate, words, language)],
    [measures.winRateAmount, winRate.byAmount ?? '', byAmount],
    [measures.cycleMedian, cycle.median ?? '', days],
    [measures.cycleMean, cycle.mean ?? '', days],
    [measures.velocity, perDay, notes.perDay(currency)],
    [measures.rhythm, rhythmWord, notes.rhythm],
  ];
}

function closedNote(
  { won, lost, byCount }: WinRate,
  words: FunnelWords,
  language: Language,
): string {
  const { closed, interval } = words.measureNotes;
  const { n, low, high } = byCount;
  const isKnown = low !== null && high !== null;
  const rest = isKnown ? interval(low, high) : words.notEnough(n);
  return clauses([closed(won, lost), rest], language);
}
