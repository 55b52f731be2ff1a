import type { Day } from '../domain/day';
import type { Clock } from '../domain/dwell';
import { atClosingRates } from '../domain/forecast/closingRates';
import type { DealHistory } from '../domain/history';
import type { DealId } from '../domain/ledger';
import { type Limit, limits } from '../domain/limits';
import type { StageKey } from '../domain/pipeline';
import { type ReplayProblem, replay } from '../domain/replay';
import { type Stall, stallOf } from '../domain/stall';
import type { DealRow } from '../sheet/dealsTab';
import { defaultLimits } from '../stageSets/allStageSets';
import { clockOf, type OpenPipeline } from './openPipeline';
import { planDueIn, planPutOffIn } from './planNoted';
import { type Book, lastActivities } from './readBook';

/** What every report starts from: each deal's life, and how it stands today. */
export interface Stock {
  readonly histories: ReadonlyMap<DealId, DealHistory>;
  /** The same as figures add them up: closed deals at the rates of their closing. */
  readonly valued: ReadonlyMap<DealId, DealHistory>;
  readonly replayProblems: readonly ReplayProblem[];
  readonly limits: ReadonlyMap<StageKey, Limit>;
  readonly clock: Clock;
  /** Open deals only. */
  readonly stalls: ReadonlyMap<DealId, Stall>;
  /** As Deals shows each deal, else as the archive does. */
  readonly rows: ReadonlyMap<DealId, DealRow>;
  readonly lastActivity: ReadonlyMap<DealId, Day>;
}

/** Takes stock of the workbook as it was read. */
export function takeStock(open: OpenPipeline, book: Book): Stock {
  const { pipeline, settings } = open.configuration;
  const clock = clockOf(open);
  const { histories, problems } = replay(book.lines, pipeline);
  const learned = limits(pipeline, histories.values(), { ...clock, defaults: defaultLimits() });
  const rows = new Map([...book.archive.rows, ...book.rows].map((row) => [row.id, row]));
  const lastActivity = lastActivities(book.activities);
  const stalls = new Map<DealId, Stall>();
  for (const history of histories.values()) {
    const row = rows.get(history.deal);
    const planDue = row === undefined ? null : planDueIn(row);
    const stall = stallOf(
      history,
      { ...clock, limits: learned, silentDays: settings.silentDays },
      {
        planDue,
        planPutOff: row === undefined || planDue === null ? 0 : planPutOffIn(row),
        lastActivity: lastActivity.get(history.deal) ?? null,
      },
    );
    if (stall !== null) stalls.set(history.deal, stall);
  }
  return {
    histories,
    valued: atClosingRates(histories, settings.currency),
    replayProblems: problems,
    limits: learned,
    clock,
    stalls,
    rows,
    lastActivity,
  };
}

/** Why a deal does not move, as its Cause cell says; empty where it says nothing. */
export function causeIn({ rows }: Pick<Stock, 'rows'>, deal: DealId): string {
  const fact = rows.get(deal)?.facts('cause') ?? null;
  return fact?.kind === 'text' ? fact.text : '';
}
