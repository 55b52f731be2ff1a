import { daysBetween } from '../domain/day';
import { stageChances } from '../domain/forecast/chances';
import { toMajor } from '../domain/money';
import { named } from '../domain/named';
import { isCovering } from '../domain/stall';
import { activeAddress } from '../google/people';
import type { Card, Reply } from '../rpc';
import { type DealRow, readDeals } from '../sheet/dealsTab';
import { findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import { memberNamed } from '../sheet/teamTab';
import { APP_WORDS } from '../words/app';
import { Refused } from './answer';
import { limitsNoted, type NotedLimit } from './notedLimits';
import { needOpen, type OpenPipeline } from './openPipeline';
import { pipelineShown, pipelineView } from './pipelineView';

/** Every deal as a card: one read of the tab, however many deals. */
export function boardView(): Omit<Reply<'boardView'>, 'ok'> {
  const open = needOpen();
  const deals = open.workbook.tab('deals');
  const words = APP_WORDS[open.language];
  if (deals === null) throw new Refused('noDealsTab', words.noDealsTab);
  const grid = deals.readAll();
  const headers = findHeaders('deals', grid.slice(0, HEADER_SEARCH_ROWS));
  if (headers === null) throw new Refused('noHeaders', words.noHeaders);
  const { pipeline, settings, team } = open.configuration;
  const rows = readDeals(headers, grid, { currency: settings.currency, pipeline });
  const toCard = cardMaker(open);
  return {
    pipeline: pipelineView(open, headers),
    cards: rows.filter(({ id }) => id !== '').map(toCard),
    today: open.today,
    me: memberNamed(team, activeAddress())?.name ?? '',
  };
}

/** Makes cards of rows; what all cards share is looked up once. */
export function cardMaker(open: OpenPipeline): (row: DealRow) => Card {
  const { pipeline } = open.configuration;
  const chances = new Map(stageChances(pipeline).map(({ stage, chance }) => [stage, chance]));
  const limits = limitsNoted();
  return (row) => {
    const { tracked, program } = row;
    const stage = row.accepted;
    const isOpen = stage?.kind === 'open';
    const days =
      isOpen && program.stageSince !== null ? daysBetween(program.stageSince, open.today) : null;
    const chance = stage === undefined ? null : (chances.get(stage.key) ?? null);
    return {
      id: row.id,
      version: program.version,
      name: row.name,
      customer: row.customer,
      owner: tracked.owner,
      amount: tracked.amount === null ? null : toMajor(tracked.amount, tracked.currency),
      currency: tracked.currency,
      chance: isOpen ? (tracked.winChance ?? chance) : null,
      stage: stage?.key ?? '',
      ...pipelineShown(pipeline, stage, row),
      daysInStage: days,
      stalled: isOverLimit(
        days,
        stage === undefined ? undefined : named(limits, stage.key),
        row,
        open.today,
      ),
      nextStep: tracked.nextStep,
      closeDate: tracked.closeDate ?? '',
    };
  };
}

/** Whether a deal is longer in its stage than the stage's limit, without a dated step or plan ahead. */
export function isOverLimit(
  days: number | null,
  limit: NotedLimit | undefined,
  row: DealRow,
  today: string,
): boolean {
  if (days === null || limit === undefined || days <= limit.days) return false;
  const planDue = row.facts('planDue');
  const plan = planDue?.kind === 'day' ? planDue.day : null;
  return !isCovering(row.tracked.nextStepDate, today) && !isCovering(plan, today);
}
