import { bottleneckOf } from '../domain/bottleneck';
import { cycleOf } from '../domain/cycle';
import { addDays, monthOf } from '../domain/day';
import { dealOutlooks } from '../domain/forecast/dealOutlook';
import { monthlyForecast } from '../domain/forecast/months';
import { converted } from '../domain/forecast/rates';
import type { DealHistory } from '../domain/history';
import type { DealId } from '../domain/ledger';
import { movementBetween } from '../domain/movement';
import { isOpenIn } from '../domain/pipeline';
import { dealsByPipeline, eachPipeline } from '../domain/pipelines';
import { promisesOf } from '../domain/promise';
import { rhythmFor } from '../domain/rhythm';
import { trailingYear } from '../domain/velocity';
import { bottleneckText } from '../sheet/bottlenecks';
import { memberNamed } from '../sheet/teamTab';
import { amountText, roundAmountText } from '../words/amounts';
import { CHOICE_WORDS } from '../words/choices';
import { FUNNEL_WORDS } from '../words/funnelWords';
import type { Language } from '../words/language';
import { MAIL_WORDS } from '../words/mails';
import { daysText } from '../words/numberText';
import { ratesOf, targetsOf, valuedOn } from './forecasting';
import type { OpenPipeline } from './openPipeline';
import { undecidedMails } from './outboxProblems';
import { planDueIn } from './planNoted';
import type { Book } from './readBook';
import type { Stock } from './stock';

/** The bottleneck compares a quarter with the one before it. */
const QUARTER_DAYS = 91;
const WEEK_DAYS = 7;
/** As many are named; the rest are counted. */
const MOST_NAMED = 10;

interface Seen {
  readonly open: OpenPipeline;
  readonly stock: Stock;
  readonly before: ReadonlyMap<DealId, DealHistory>;
}

/** A manager's sentences about the whole, in a reader's language. What is behind them is computed once. */
export function weeklySummary(
  open: OpenPipeline,
  book: Book,
  stock: Stock,
): (language: Language) => readonly string[] {
  const before = valuedOn(open, book, addDays(open.today, -WEEK_DAYS));
  const seen: Seen = { open, stock, before };
  const parts = [
    forecastLine(seen),
    changeLine(seen),
    bottleneckLine(seen),
    promiseLines(seen),
    unreachableLine(seen),
    undecidedLine(open),
    rhythmLine(seen),
  ];
  return (language) => parts.flatMap((part) => part(language));
}

type Lines = (language: Language) => readonly string[];

function moneyIn({ open }: Seen): (minor: number) => string {
  const { currency } = open.configuration.settings;
  return (minor) => amountText({ amount: Math.round(minor), currency });
}

function convertIn({ open }: Seen) {
  const rates = ratesOf(open);
  return (minor: number, currency: string) => converted(minor, currency, rates);
}

function forecastLine(seen: Seen): Lines {
  const { open, stock } = seen;
  const { pipeline } = open.configuration;
  const deals = [...stock.valued.values()];
  const looking = { histories: deals, pipeline, asOf: open.today, horizons: [30] };
  const chances = new Map(dealOutlooks(looking).map(({ deal, chance }) => [deal, chance]));
  const forecast = monthlyForecast({
    histories: deals,
    pipeline,
    today: open.today,
    rates: ratesOf(open),
    targets: targetsOf(open),
    chanceOf: ({ deal }) => chances.get(deal) ?? 0,
  });
  const month = monthOf(open.today);
  const row = forecast.rows.find(({ bucket }) => bucket.kind === 'month' && bucket.month === month);
  if (row === undefined) return () => [];
  const money = moneyIn(seen);
  const { currency } = open.configuration.settings;
  // An expectation: its cents would only pretend to be known.
  const about = (minor: number) => roundAmountText({ amount: minor, currency });
  return (language) => {
    const { summary } = MAIL_WORDS[language];
    const told = { month, closed: money(row.closed), weighted: about(row.weighted) };
    if (row.target === null) return [summary.noTarget(told.month, told.closed, told.weighted)];
    const target = money(row.target);
    if (row.closed >= row.target) return [summary.targetMet(month, told.closed, target)];
    const gap = money(Math.max(0, row.gap ?? 0));
    return [summary.target({ ...told, commit: money(row.commit), target, gap })];
  };
}

function changeLine(seen: Seen): Lines {
  const { open, stock, before } = seen;
  const span = { from: addDays(open.today, -WEEK_DAYS), to: open.today };
  const { pipeline } = open.configuration;
  const convert = convertIn(seen);
  const moved = movementBetween(before, stock.valued, pipeline, { ...span, convert });
  const money = moneyIn(seen);
  const told = {
    start: money(moved.start),
    end: money(moved.end),
    created: money(moved.created),
    won: money(moved.won),
    lost: money(moved.lost),
  };
  return (language) => [MAIL_WORDS[language].summary.changed(told)];
}

/** Of each pipeline, as Funnel tells them. */
function bottleneckLine({ open, stock }: Seen): Lines {
  const { pipeline: whole } = open.configuration;
  const period = { from: addDays(open.today, 1 - QUARTER_DAYS), to: open.today };
  const dealsOf = dealsByPipeline(whole, [...stock.histories.values()]);
  const found = eachPipeline(whole).map(({ name, pipeline }) => {
    const deals = dealsOf.get(name) ?? [];
    return { name, pipeline, is: bottleneckOf(deals, pipeline, { ...stock.clock, period }) };
  });
  return (language) =>
    found.map(({ name, pipeline, is }) => {
      const words = FUNNEL_WORDS[language];
      const text = bottleneckText(is, pipeline, words);
      return name === '' ? text : words.notes.inPipeline(name, text);
    });
}

function promiseLines({ open, stock, before }: Seen): Lines {
  const span = { from: addDays(open.today, -WEEK_DAYS), to: open.today };
  const isOpen = isOpenIn(open.configuration.pipeline);
  const wasOpen = new Map([...before].filter(([, { stage }]) => isOpen(stage)));
  const promises = promisesOf(wasOpen, stock.histories, span, (deal) => {
    const row = stock.rows.get(deal);
    return {
      planDue: row === undefined ? null : planDueIn(row),
      lastActivity: stock.lastActivity.get(deal) ?? null,
    };
  });
  const missed = promises.filter(({ kept }) => !kept);
  const more = Math.max(0, missed.length - MOST_NAMED);
  const names = missed.slice(0, MOST_NAMED).map(({ deal, owner }) => {
    const name = stock.rows.get(deal)?.name ?? deal;
    return owner === '' ? name : `${name} (${owner})`;
  });
  return (language) => {
    const { summary, marks } = MAIL_WORDS[language];
    const counted = summary.promises(promises.length - missed.length, missed.length);
    return missed.length === 0
      ? [counted]
      : [counted, summary.missed(names.join(marks.list), more)];
  };
}

/** Owners whose mail cannot be sent: somebody has to tell them, and to mend the Team tab. */
function unreachableLine({ open, stock }: Seen): Lines {
  const { team } = open.configuration;
  const owners = new Set([...stock.stalls.values()].map(({ owner }) => owner));
  const unreachable = [...owners].filter(
    (owner) => owner !== '' && (memberNamed(team, owner)?.address ?? '') === '',
  );
  if (unreachable.length === 0) return () => [];
  const names = unreachable.sort().slice(0, MOST_NAMED);
  return (language) => {
    const { summary, marks } = MAIL_WORDS[language];
    return [summary.unreachable(names.join(marks.list))];
  };
}

/** Mails that nobody decides on are not sent: managers hear of them. */
function undecidedLine(open: OpenPipeline): Lines {
  const count = undecidedMails(open).reduce((sum, { mails }) => sum + mails, 0);
  if (count === 0) return () => [];
  return (language) => [MAIL_WORDS[language].summary.undecided(count)];
}

/** Only where the rhythm is another than the one that fits. */
function rhythmLine({ open, stock }: Seen): Lines {
  const { pipeline, settings } = open.configuration;
  const { median } = cycleOf(stock.histories.values(), pipeline, {
    period: trailingYear(open.today),
  });
  const fits = rhythmFor(median);
  if (fits === null || median === null || fits === settings.reportRhythm) return () => [];
  return (language) => {
    const { rhythms } = CHOICE_WORDS[language];
    const now = rhythms[settings.reportRhythm];
    return [
      MAIL_WORDS[language].rhythmFits(
        Number(daysText(median).replace(/,/g, '')),
        rhythms[fits],
        now,
      ),
    ];
  };
}
