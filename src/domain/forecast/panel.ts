import { type Day, daysBetween } from '../day';
import type { DealHistory, Visit } from '../history';
import type { Pipeline, StageKey } from '../pipeline';

/** Days counted from this one, so that a day is a small integer. */
export const FIRST_DAY: Day = '1970-01-01';

/** Where a spell ends, when not in another state: states are 0 .. states.length - 1. */
export const UNSEEN = -1;

/**
 * All deals as they stood at the end of each day. Several moves on one day are one step, from
 * where the deal stood the evening before to where it stands that evening.
 */
export interface Panel {
  /** Stages that a deal can sit in: the open ones in order, then nurture. */
  readonly states: readonly StageKey[];
  /** Exit codes after the states' own. */
  readonly won: number;
  readonly lost: number;
  /** The last day that was seen to its end. */
  readonly lastDay: number;
  readonly histories: readonly DealHistory[];
  readonly spells: readonly DaySpell[];
  readonly births: readonly Birth[];
  /** Deals that were won or lost, each time they were. */
  readonly closings: readonly Closing[];
}

/** A deal stands in a state on the evenings from .. to - 1, and on the evening of `to` in `exit`. */
export interface DaySpell {
  /** Position in `histories`. */
  readonly deal: number;
  readonly state: number;
  readonly from: number;
  readonly to: number;
  /** A state, won, lost; UNSEEN while the spell goes on (to = lastDay + 1). */
  readonly exit: number;
  /** False when its first day or its last is only assumed. */
  readonly known: boolean;
}

/** Where a new deal stood on its first evening. */
export interface Birth {
  readonly deal: number;
  readonly day: number;
  readonly into: number;
}

export interface Closing {
  readonly deal: number;
  readonly day: number;
  readonly won: boolean;
  /** The states it had sat in for an evening, each once. */
  readonly states: readonly number[];
}

/** The states of a pipeline and the codes of its exits. */
export function statesOf(pipeline: Pipeline): Pick<Panel, 'states' | 'won' | 'lost'> {
  const open = pipeline.stages.filter(({ kind }) => kind === 'open');
  const nurture = pipeline.stages.filter(({ kind }) => kind === 'nurture');
  const states = [...open, ...nurture].map(({ key }) => key);
  return { states, won: states.length, lost: states.length + 1 };
}

/** Reads histories into evenings, up to and including `asOf`. Deleted deals are left out. */
export function panelOf(histories: Iterable<DealHistory>, pipeline: Pipeline, asOf: Day): Panel {
  const { states, won, lost } = statesOf(pipeline);
  const codes = new Map<StageKey, number>(states.map((key, index) => [key, index]));
  for (const { key, kind } of pipeline.stages) {
    if (kind === 'won') codes.set(key, won);
    if (kind === 'lost') codes.set(key, lost);
  }
  const lastDay = numberOf(asOf);
  const panel = { states, won, lost, lastDay, ...nothing() };
  for (const history of histories) {
    if (history.deleted) continue;
    const deal = panel.histories.push(history) - 1;
    addEvenings(panel, deal, eveningsOf(history.visits, codes, lastDay));
  }
  return panel;
}

interface Lists {
  readonly histories: DealHistory[];
  readonly spells: DaySpell[];
  readonly births: Birth[];
  readonly closings: Closing[];
}

function nothing(): Lists {
  return { histories: [], spells: [], births: [], closings: [] };
}

function addEvenings(panel: Panel & Lists, deal: number, evenings: readonly Evening[]): void {
  const first = evenings[0];
  if (first !== undefined && (first.known || panel.histories[deal]!.createdKnown)) {
    panel.births.push({ deal, day: first.day, into: first.code });
  }
  const states: number[] = [];
  evenings.forEach(({ day, code, known }, index) => {
    if (code === panel.won || code === panel.lost) {
      panel.closings.push({ deal, day, won: code === panel.won, states: [...states] });
    } else if (code !== UNSEEN) {
      const next = evenings[index + 1];
      const to = next?.day ?? panel.lastDay + 1;
      const isKnown = known && next?.known !== false;
      const exit = next?.code ?? UNSEEN;
      panel.spells.push({ deal, state: code, from: day, to, exit, known: isKnown });
      if (!states.includes(code)) states.push(code);
    }
  });
}

interface Evening {
  readonly day: number;
  readonly code: number;
  readonly known: boolean;
}

/** The state of each evening on which it changed. A stage that the pipeline does not have is UNSEEN. */
function eveningsOf(
  visits: readonly Visit[],
  codes: ReadonlyMap<StageKey, number>,
  lastDay: number,
): readonly Evening[] {
  const evenings: Evening[] = [];
  for (const visit of visits) {
    const last = evenings[evenings.length - 1];
    const entered = visit.from === '' ? (last?.day ?? lastDay) : numberOf(visit.from);
    const day = Math.max(entered, last?.day ?? entered);
    if (day > lastDay) break;
    const code = codes.get(visit.stage) ?? UNSEEN;
    const evening = { day, code, known: visit.known };
    if (last === undefined || last.day < day) {
      if (last?.code !== code) evenings.push(evening);
    } else {
      evenings.pop();
      if (evenings[evenings.length - 1]?.code !== code) evenings.push(evening);
    }
  }
  return evenings;
}

const numbers = new Map<string, number>();

/** A day or moment as a count of days; remembered, for the same few thousand days come again and again. */
export function numberOf(time: string): number {
  const day = time.slice(0, 10);
  let number = numbers.get(day);
  if (number === undefined) {
    number = daysBetween(FIRST_DAY, day);
    numbers.set(day, number);
  }
  return number;
}
