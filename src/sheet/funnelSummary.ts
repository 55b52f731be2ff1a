import type { Cycle } from '../domain/cycle';
import { toMajor } from '../domain/money';
import type { Rhythm } from '../domain/rhythm';
import type { Velocity } from '../domain/velocity';
import type { LeftOut, WinRate } from '../domain/winRate';
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
  const told = (...parts: readonly (readonly string[])[]) => clauses(parts.flat(), language);
  const days = told(
    cycleGap(cycle, words),
    cycle.n > 0 ? [notes.days(cycle.n, cycle.undated)] : [],
  );
  const perDay = velocity.perDay === null ? '' : toMajor(Math.round(velocity.perDay), currency);
  const rhythmWord = rhythm === null ? '' : CHOICE_WORDS[language].rhythms[rhythm];
  return [
    [measures.winRateCount, winRate.byCount.value ?? '', told(closedNotes(winRate, words))],
    [measures.winRateAmount, winRate.byAmount ?? '', told(amountNotes(winRate, words))],
    [measures.cycleMedian, cycle.median ?? '', days],
    [measures.cycleMean, cycle.mean ?? '', days],
    [measures.velocity, perDay, told(velocityNotes(velocity, words), [notes.perDay(currency)])],
    [measures.rhythm, rhythmWord, told(rhythm === null ? cycleGap(cycle, words) : [notes.rhythm])],
  ];
}

function closedNotes({ won, lost, byCount }: WinRate, words: FunnelWords): readonly string[] {
  const { closed, interval } = words.measureNotes;
  const { n, low, high } = byCount;
  const isKnown = low !== null && high !== null;
  return [closed(won, lost), isKnown ? interval(low, high) : words.notEnough(n)];
}

function amountNotes(winRate: WinRate, { measureNotes }: FunnelWords): readonly string[] {
  const { amountGap: gap } = winRate;
  if (gap === null) return leftOutNotes(winRate, measureNotes);
  switch (gap.kind) {
    case 'fewClosed':
      return [measureNotes.fewClosed(gap.closed)];
    case 'noAmount':
      return [measureNotes.noAmount(gap.of, gap.leftOut.withoutRate > 0)];
    case 'nothing':
      return [measureNotes.nothing];
  }
}

function velocityNotes({ gaps, leftOut }: Velocity, { measureNotes }: FunnelWords) {
  if (gaps.length === 0) return leftOutNotes(leftOut, measureNotes);
  return gaps.map((gap): string => {
    switch (gap.kind) {
      case 'fewClosed':
        return measureNotes.fewClosed(gap.closed);
      case 'noWonAmount':
        return measureNotes.noAmount('won', gap.leftOut.withoutRate > 0);
      default:
        return measureNotes[gap.kind];
    }
  });
}

/** Why there is no cycle; nothing where there is one. */
function cycleGap({ n, undated }: Cycle, { measureNotes }: FunnelWords): readonly string[] {
  if (n > 0) return [];
  return [undated > 0 ? measureNotes.noCycle : measureNotes.noWon];
}

function leftOutNotes(
  { withoutAmount, withoutRate }: LeftOut,
  notes: FunnelWords['measureNotes'],
): readonly string[] {
  return [
    ...(withoutAmount > 0 ? [notes.withoutAmount(withoutAmount)] : []),
    ...(withoutRate > 0 ? [notes.withoutRate(withoutRate)] : []),
  ];
}
