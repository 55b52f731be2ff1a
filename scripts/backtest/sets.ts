import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { addDays, type Day } from '../../src/domain/day';
import type { DealHistory } from '../../src/domain/history';
import type { LedgerEntry } from '../../src/domain/ledger';
import { toMinor } from '../../src/domain/money';
import type { Pipeline, Stage, StageKind } from '../../src/domain/pipeline';
import { histories } from '../../src/domain/replay';

/** A data set as the product would hold it, cut on its last day. */
export interface DataSet {
  readonly name: string;
  readonly pipeline: Pipeline;
  readonly entries: readonly LedgerEntry[];
  /** The fixed chances to compare with, by stage. */
  readonly fixed: ReadonlyMap<string, number>;
  /** Closings are in the data from this day on. */
  readonly begins: Day;
  readonly cut: Day;
  /** The first origin of a replay, and the days between origins. */
  readonly firstOrigin: Day;
  readonly step: number;
  readonly hasAmounts: boolean;
  readonly about: string;
}

/** One step of a deal: the stage that it enters, when, and the amount known from then on. */
interface Step {
  readonly stage: string;
  readonly at: string;
  readonly amount: number | null;
}

/** The folder of data sets beside the checkout, or nothing. */
export function dataFolder(): string | null {
  const folder = join(import.meta.dirname, '../../../shared/data');
  return existsSync(folder) ? folder : null;
}

/** Reads the sets that are there. */
export function dataSets(folder: string): readonly DataSet[] {
  return [bpic, maven, olist].flatMap((load) => {
    try {
      return [load(folder)];
    } catch (error) {
      console.log(`left out: ${(error as Error).message}`);
      return [];
    }
  });
}

const read = new Map<string, readonly DealHistory[]>();

/** The deals of a set as they stood at the end of a day; read once. */
export function dealsOn(set: DataSet, day: Day): readonly DealHistory[] {
  const key = `${set.name} ${day}`;
  const deals = read.get(key) ?? [...histories(set.entries, set.pipeline, day).values()];
  read.set(key, deals);
  return deals;
}

/** Replays weekly (or as the set says) from its first origin while `days` more days lie inside the cut. */
export function originsOf(set: DataSet, days: number): readonly Day[] {
  const origins: Day[] = [];
  for (let day = set.firstOrigin; addDays(day, days) <= set.cut; day = addDays(day, set.step)) {
    origins.push(day);
  }
  return origins;
}

function bpic(folder: string): DataSet {
  const files = join(folder, 'bpic2012_asof_2012-01-15');
  const amounts = new Map(
    csv(join(files, 'opportunities.csv')).map((row) => [
      row.case_id,
      toMinor(Number(row.amount), 'EUR'),
    ]),
  );
  const steps = new Map<string, Step[]>();
  for (const { case_id, stage, entered } of csv(join(files, 'stage_history.csv'))) {
    const deal = case_id ?? '';
    const known = steps.get(deal) ?? [];
    known.push({ stage: stage ?? '', at: entered ?? '', amount: amounts.get(deal) ?? null });
    steps.set(deal, known);
  }
  const open = ['Submitted', 'Preaccepted', 'Accepted', 'OfferSent', 'OfferReturned'];
  const fixed = [0.1, 0.25, 0.4, 0.5, 0.75];
  return {
    name: 'bpic2012',
    ...pipelineOf(open, fixed),
    entries: entriesOf(steps),
    begins: '2011-10-01',
    cut: '2012-01-15',
    firstOrigin: '2011-10-30',
    step: 7,
    hasAmounts: true,
    about: 'a bank: applications as a pipeline of five stages, 2011-10-01 to 2012-01-15',
  };
}

function maven(folder: string): DataSet {
  const file = join(folder, 'maven_asof_2017-09-30', 'sales_pipeline.csv');
  const steps = new Map<string, Step[]>();
  for (const row of csv(file)) {
    if (!row.engage_date) continue;
    const life: Step[] = [{ stage: 'Engaging', at: row.engage_date, amount: null }];
    const amount = row.close_value ? toMinor(Number(row.close_value), 'USD') : null;
    if (row.close_date) life.push({ stage: row.deal_stage ?? '', at: row.close_date, amount });
    steps.set(row.opportunity_id ?? '', life);
  }
  return {
    name: 'maven',
    ...pipelineOf(['Engaging'], [0.5]),
    entries: entriesOf(steps),
    begins: '2017-03-01',
    cut: '2017-09-30',
    firstOrigin: '2017-04-02',
    step: 7,
    hasAmounts: true,
    about:
      'a hardware seller (generated): one stage, amounts known only at the closing, nothing closed before 2017-03-01; 500 prospects without any day are left out',
  };
}

function olist(folder: string): DataSet {
  const files = join(folder, 'olist');
  const steps = new Map<string, Step[]>();
  for (const row of csv(join(files, 'olist_marketing_qualified_leads_dataset.csv'))) {
    const at = (row.first_contact_date ?? '').replace(' ', 'T');
    steps.set(row.mql_id ?? '', [{ stage: 'Lead', at, amount: 1 }]);
  }
  for (const row of csv(join(files, 'olist_closed_deals_dataset.csv'))) {
    const at = (row.won_date ?? '').replace(' ', 'T');
    steps.get(row.mql_id ?? '')?.push({ stage: 'Won', at, amount: 1 });
  }
  return {
    name: 'olist',
    ...pipelineOf(['Lead'], [0.25]),
    entries: entriesOf(steps),
    begins: '2017-12-01',
    cut: '2018-10-31',
    firstOrigin: '2018-01-07',
    step: 14,
    hasAmounts: false,
    about: 'a marketplace: leads, wins, no losses; no amounts, so wins are counted',
  };
}

function pipelineOf(
  open: readonly string[],
  fixed: readonly number[],
): Pick<DataSet, 'pipeline' | 'fixed'> {
  const stage = (key: string, kind: StageKind, chance: number | null): Stage => ({
    ...{ key, label: key, aliases: [], kind, chance },
    ...{ limitDays: null, category: null, todo: '' },
  });
  return {
    pipeline: {
      stages: [
        ...open.map((key, index) => stage(key, 'open', fixed[index] ?? null)),
        stage('Won', 'won', null),
        stage('Lost', 'lost', null),
      ],
      criteria: [],
      switches: { maySkip: true, mayGoBack: true, startIn: [] },
    },
    fixed: new Map(open.map((key, index) => [key, fixed[index] ?? 0])),
  };
}

function entriesOf(deals: ReadonlyMap<string, readonly Step[]>): readonly LedgerEntry[] {
  let seq = 0;
  return [...deals].flatMap(([deal, steps]) =>
    steps.map(({ stage, at, amount }, index): LedgerEntry => {
      seq += 1;
      return {
        ...{ seq, deal, at: at.length === 10 ? `${at}T12:00:00` : at, to: stage, amount },
        kind: index === 0 ? 'created' : 'moved',
        from: steps[index - 1]?.stage ?? '',
        ...{ by: '', how: 'import', reason: '', batch: '', owner: '', currency: '' },
        ...{ closeDate: null, nextStep: '', nextStepDate: null, category: null, winChance: null },
      };
    }),
  );
}

function csv(file: string): readonly Readonly<Record<string, string>>[] {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}
