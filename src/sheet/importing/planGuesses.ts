import { importWords } from '../../words/imports';
import { TAB_WORDS } from '../../words/tabs';
import { readAmount } from '../amount';
import { doubtfulAmount } from './columnReading';
import type { DealsRole, HistoryRole, ImportPlan } from './importPlan';
import { saysNothing } from './moment';
import type { PlannedColumns } from './planColumns';
import type { Guess, ImportFiles, ImportTarget } from './planImport';
import { productText } from './priceList';
import { fieldColumn } from './stageEvidence';
import type { GuessedStages } from './stageGuess';

interface Planned {
  readonly plan: ImportPlan;
  readonly files: ImportFiles;
  readonly columns: PlannedColumns;
  readonly stages: GuessedStages;
  readonly target: ImportTarget;
  readonly guessedOrders: readonly string[];
  /** A column of win chances only repeats what the stages say. */
  readonly isStageChance: boolean;
}

function roleWord(role: DealsRole, { plan, target }: Planned): string {
  const words = importWords[target.language];
  switch (role.kind) {
    case 'ignore':
      return words.roles.ignored;
    case 'field': {
      if (role.field.startsWith('own:')) return words.roles.own;
      const headings: Readonly<Record<string, string>> = TAB_WORDS[target.language].headings.deals;
      return headings[role.field] ?? role.field;
    }
    case 'entered': {
      const stage = plan.stages.find(({ key }) => key === role.stage);
      return words.roles.entered(stage?.label ?? role.stage);
    }
    case 'since':
      return TAB_WORDS[target.language].headings.deals.stageSince;
    default:
      return words.roles[role.kind];
  }
}

function isChance(role: DealsRole | undefined): boolean {
  return role?.kind === 'field' && role.field === 'winChance';
}

function columnGuesses(planned: Planned): Guess[] {
  const { plan, columns, target } = planned;
  const words = importWords[target.language];
  const roles = words.roles;
  const historyWords: Readonly<Record<HistoryRole, string>> = {
    deal: roles.historyDeal,
    stage: roles.historyStage,
    from: roles.historyFrom,
    at: roles.historyAt,
    by: roles.historyBy,
    field: roles.historyField,
    ignore: roles.ignored,
  };
  return [
    ...plan.columns.flatMap(({ header, role }, i) => {
      if (columns.told.has(i)) return [];
      const own = role.kind === 'field' && role.field.startsWith('own:');
      if (planned.isStageChance && isChance(columns.roles[i])) {
        return [{ about: words.guesses.column, theirs: header, ours: words.chanceOfStage }];
      }
      const about = own ? words.guesses.ownColumn : words.guesses.column;
      return [{ about, theirs: header, ours: roleWord(role, planned) }];
    }),
    ...(plan.history?.columns ?? []).flatMap(({ header, role }, i) =>
      columns.toldHistory.has(i)
        ? []
        : [{ about: words.guesses.column, theirs: header, ours: historyWords[role] }],
    ),
    ...columns.unused.map((theirs) => ({
      about: words.guesses.mapIgnored,
      theirs,
      ours: words.noSuchColumn,
    })),
  ];
}

function readingGuesses(planned: Planned): Guess[] {
  const { plan, target, guessedOrders } = planned;
  const words = importWords[target.language];
  const all = [...plan.columns, ...(plan.history?.columns ?? [])];
  return all.flatMap(({ header, reading }) => [
    ...(guessedOrders.includes(header)
      ? [
          {
            about: words.guesses.dateOrder,
            theirs: header,
            ours: words.dateOrders[reading.dateOrder],
          },
        ]
      : []),
    ...(reading.decimalComma
      ? [{ about: words.guesses.decimals, theirs: header, ours: words.decimalComma }]
      : []),
  ]);
}

/** An amount that may be meant a thousand times larger, and as what it is read. */
function amountGuesses({ plan, columns, files, target }: Planned): Guess[] {
  const words = importWords[target.language];
  const at = fieldColumn(columns, 'amount');
  const reading = plan.columns[at]?.reading;
  const profile = columns.deals[at]?.profile;
  if (reading === undefined || profile === undefined) return [];
  if (typeof files.map.answers?.decimalComma === 'boolean') return [];
  const text = doubtfulAmount(profile, reading.decimalComma);
  const read = text === null ? null : readAmount(text, { decimalComma: reading.decimalComma });
  return text === null || read === null
    ? []
    : [{ about: words.guesses.decimals, theirs: text, ours: String(read.amount) }];
}

/** What the rows lack, and what stands in for it. */
function rowGuesses({ plan, files, columns, target }: Planned): Guess[] {
  const words = importWords[target.language];
  const guesses: Guess[] = [];
  const say = (about: keyof typeof words.guesses, theirs: string, ours: string) =>
    guesses.push({ about: words.guesses[about], theirs, ours });
  const named = (column: number) => plan.columns[column]?.header ?? '';
  const id = plan.columns.findIndex(({ role }) => role.kind === 'id');
  if (id === -1) say('identifier', files.deals.name, words.randomIds);
  const repeated = Object.keys(plan.repeats).length;
  if (repeated > 0) say('identifier', named(id), words.repeatedIds(repeated));
  if (fieldColumn(columns, 'deal') === -1 && id !== -1) {
    say('column', TAB_WORDS[target.language].headings.deals.deal, words.dealNamed(named(id)));
  }
  const open = plan.stages.find(({ kind }) => kind === 'open');
  if (fieldColumn(columns, 'stage') === -1 && plan.history === null && open !== undefined) {
    say('noStageColumn', files.deals.name, words.firstStage(open.label));
  }
  const amount = fieldColumn(columns, 'amount');
  if (amount !== -1) {
    const time = plan.amountsWhileOpen ? words.amountWhileOpen : words.amountAtClose;
    say('amountTime', named(amount), time);
  }
  const product = fieldColumn(columns, 'product');
  const prices = new Map(Object.entries(plan.prices));
  const priced = files.deals.rows.filter(
    (row) => saysNothing(row[amount] ?? '') && prices.has(productText(row[product] ?? '')),
  ).length;
  if (priced > 0) say('listPrice', files.prices?.name ?? '', words.listPriceFor(priced));
  return guesses;
}

/** All that was decided without being told, in the reader's language; of the stages, of those that are to come. */
export function guessesOf(
  planned: Planned,
  coming: readonly { readonly key: string }[],
): readonly Guess[] {
  const keys = new Set(coming.map(({ key }) => key));
  return [
    ...columnGuesses(planned),
    ...readingGuesses(planned),
    ...amountGuesses(planned),
    ...planned.stages.guessesFor(keys),
    ...rowGuesses(planned),
  ];
}
