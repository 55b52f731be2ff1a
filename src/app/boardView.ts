import { stageChances } from '../domain/forecast/chances';
import { toMajor } from '../domain/money';
import type { Stage } from '../domain/pipeline';
import { activeAddress } from '../google/people';
import type { Card, Reply } from '../rpc';
import { type DealRow, readDeals } from '../sheet/dealsTab';
import { findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import { memberNamed } from '../sheet/teamTab';
import { APP_WORDS } from '../words/app';
import { Refused } from './answer';
import { chancesNoted } from './notedChances';
import { needOpen, type OpenPipeline } from './openPipeline';
import { pipelineShown, pipelineView } from './pipelineView';
import { stallMaker } from './stallShown';

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
  const chanceOf = chanceMaker(open);
  const ownerOf = nameMaker(open);
  const stallOf = stallMaker(open);
  return (row) => {
    const { tracked, program } = row;
    const stage = row.accepted;
    const { days, stalled } = stallOf(row, stage);
    return {
      id: row.id,
      version: program.version,
      name: row.name,
      customer: row.customer,
      owner: ownerOf(tracked.owner),
      amount: tracked.amount === null ? null : toMajor(tracked.amount, tracked.currency),
      currency: tracked.currency,
      chance: stage?.kind === 'open' ? chanceOf(row, stage) : null,
      stage: stage?.key ?? '',
      ...pipelineShown(pipeline, stage, row),
      daysInStage: days,
      stalled,
      nextStep: tracked.nextStep,
      closeDate: tracked.closeDate ?? '',
    };
  };
}

/** What a deal is weighed by: its own win chance, else what the Forecast tab says of deals like it, else its stage's default; 0 for one that is omitted. */
function chanceMaker(open: OpenPipeline): (row: DealRow, stage: Stage) => number | null {
  const defaults = stageChances(open.configuration.pipeline);
  const byStage = new Map(defaults.map(({ stage, chance }) => [stage, chance]));
  const learned = chancesNoted();
  return ({ tracked, program }, { key, category }) => {
    if ((tracked.category ?? category) === 'omitted') return 0;
    return (
      tracked.winChance ??
      (program.stageSince === null ? null : learned(key, program.stageSince)) ??
      byStage.get(key) ??
      null
    );
  };
}

/** An owner by the name on the Team tab, however people typed it; anybody else as they are called. */
function nameMaker({ configuration: { team } }: OpenPipeline): (typed: string) => string {
  const known = new Map<string, string>();
  return (typed) => {
    const name = known.get(typed) ?? memberNamed(team, typed)?.name ?? typed;
    known.set(typed, name);
    return name;
  };
}
