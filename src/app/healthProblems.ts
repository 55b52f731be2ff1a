import { audit } from '../domain/audit';
import { daysBetween } from '../domain/day';
import { brokenAt } from '../domain/fingerprint';
import { toMajor } from '../domain/money';
import { stageOf } from '../domain/pipeline';
import type { ReplayProblem } from '../domain/replay';
import { rowsWithoutChoices } from '../google/layTab';
import type { Problem } from '../sheet/cell';
import type { DealRow } from '../sheet/dealsTab';
import { TABS_NOW } from '../sheet/layout';
import { memberNamed } from '../sheet/teamTab';
import { numberText } from '../words/numberText';
import { TAB_WORDS } from '../words/tabs';
import { archiveProblems } from './archived';
import { auditedDeals } from './auditedDeals';
import { disagreements } from './disagreements';
import { ratesOf } from './forecasting';
import { lateCreations } from './lateCreations';
import { missingAmounts } from './missingAmounts';
import type { OpenPipeline } from './openPipeline';
import { outboxProblems } from './outboxProblems';
import { paymentProblems } from './paymentProblems';
import type { Book } from './readBook';
import type { Stock } from './stock';
import { responsesTab } from './takeResponses';
import { teamRules } from './teamRules';
import { whyHeld } from './wording';

/** How many cells below the first one are looked at for their choices: rules are slow to read. */
const MOST_CHOICES = 1_000;

/** Everything in the workbook that needs a person, each with its cell. */
export function healthProblems(open: OpenPipeline, book: Book, stock: Stock): readonly Problem[] {
  return [
    ...tabProblems(open),
    ...book.problems,
    ...idProblems(book),
    ...disagreements(open, book, stock),
    ...choiceProblems(book),
    ...ownerProblems(open, book),
    ...rateProblems(open, book, stock),
    ...oddFigures(open, book),
    ...missingAmounts(open, book, stock),
    ...lateCreations(open, book, stock),
    ...stageProblems(open, stock),
    ...formProblems(open),
    ...gateProblems(open, book, stock),
    ...ledgerProblems(book, stock),
    ...archiveProblems(book.archive),
    ...paymentProblems(open, book, stock),
    ...outboxProblems(open),
    ...teamRules(open, book.headers).problems,
  ];
}

/** Tabs that Set up makes, and somebody has deleted. */
function tabProblems({ tabs, language }: OpenPipeline): readonly Problem[] {
  const { names } = TAB_WORDS[language];
  return TABS_NOW.filter((tab) => tabs[tab] === undefined).map((tab) => ({
    tab,
    row: 0,
    column: 0,
    code: 'missingTab',
    about: [names[tab]],
  }));
}

/** A pasted cell brings its own rule, or none: then it offers no stages any more. One read. */
function choiceProblems({ deals, headers, rows }: Book): readonly Problem[] {
  const column = headers.columns.get('stage') ?? 0;
  const last = rows[rows.length - 1]?.row ?? 0;
  if (column === 0 || last === 0) return [];
  const first = headers.row + 1;
  const lost = rowsWithoutChoices(deals.sheet, column, first, Math.min(last, first + MOST_CHOICES));
  const [row] = lost;
  if (row === undefined) return [];
  const about = [String(lost.length), headers.texts[column - 1] ?? ''];
  return [{ tab: 'deals', row, column, code: 'choicesLost', about }];
}

function dealProblem(
  book: Book,
  row: DealRow,
  column: 'id' | 'owner' | 'stage' | 'currency' | 'amount' | 'closeDate',
  what: Pick<Problem, 'code' | 'about'>,
): Problem {
  return { tab: 'deals', row: row.row, column: book.headers.columns.get(column) ?? 0, ...what };
}

function idProblems(book: Book): readonly Problem[] {
  const first = new Map<string, number>();
  return book.rows.flatMap((row) => {
    if (row.id === '') return [dealProblem(book, row, 'id', { code: 'missingId', about: [] })];
    const before = first.get(row.id);
    first.set(row.id, before ?? row.row);
    if (before === undefined) return [];
    return [
      dealProblem(book, row, 'id', {
        code: 'duplicateId',
        about: [row.id, '', `${before}, ${row.row}`],
      }),
    ];
  });
}

/** Owners without a Team entry get no mail. A team of one person, the founder, is not a team yet: nothing is said. */
function ownerProblems(open: OpenPipeline, book: Book): readonly Problem[] {
  const { team, pipeline } = open.configuration;
  if (team.length < 2) return [];
  return book.rows
    .filter(({ tracked, accepted }) => tracked.owner !== '' && accepted?.kind === 'open')
    .filter(({ tracked }) => memberNamed(team, tracked.owner) === undefined)
    .filter(({ accepted }) => stageOf(pipeline, accepted?.key ?? '') !== undefined)
    .map((row) =>
      dealProblem(book, row, 'owner', { code: 'ownerNotOnTeam', about: [row.tracked.owner] }),
    );
}

/** A deal that closed at a noted rate needs none any more. */
function rateProblems(open: OpenPipeline, book: Book, stock: Stock): readonly Problem[] {
  const { perUnit, currency } = ratesOf(open);
  return book.rows
    .filter(({ tracked }) => tracked.amount !== null && tracked.currency !== '')
    .filter(({ tracked }) => tracked.currency !== currency && !perUnit.has(tracked.currency))
    .filter(({ id }) => stock.histories.get(id)?.closingRate?.home !== currency)
    .map((row) =>
      dealProblem(book, row, 'currency', { code: 'noRate', about: [row.tracked.currency] }),
    );
}

/** Days from which on a close date can only be mistyped. */
const FAR_DAYS = 3_652;

/** What no open deal can have and figures take as it stands: it counts against the others, or years away. */
function oddFigures(open: OpenPipeline, book: Book): readonly Problem[] {
  const isOpen = ({ accepted }: DealRow) => accepted?.kind === 'open';
  return book.rows.filter(isOpen).flatMap((row): Problem[] => {
    const { amount, currency, closeDate } = row.tracked;
    const isFar = closeDate !== null && Math.abs(daysBetween(open.today, closeDate)) > FAR_DAYS;
    const figure = amount === null ? '' : numberText(toMajor(amount, currency));
    return [
      ...(amount !== null && amount < 0
        ? [dealProblem(book, row, 'amount', { code: 'negativeAmount', about: [figure] })]
        : []),
      ...(isFar
        ? [dealProblem(book, row, 'closeDate', { code: 'farCloseDate', about: [closeDate] })]
        : []),
    ];
  });
}

/** Stages out of use that deals are still in: the ledger says so, whatever the Stages tab says. */
function stageProblems(open: OpenPipeline, { histories }: Stock): readonly Problem[] {
  return (open.configuration.pipeline.retired ?? []).flatMap(({ key, label }): Problem[] => {
    const deals = [...histories.values()].filter(({ stage, deleted }) => stage === key && !deleted);
    if (deals.length === 0) return [];
    const about = [String(deals.length), label];
    return [{ tab: 'stages', row: 0, column: 0, code: 'stageRetired', about }];
  });
}

/** A renamed or deleted tab of responses would be waited for in silence. */
function formProblems(open: OpenPipeline): readonly Problem[] {
  const { formTab } = open.configuration.settings;
  if (formTab === '' || responsesTab(open) !== null) return [];
  return [{ tab: 'settings', row: 0, column: 0, code: 'noFormTab', about: [formTab] }];
}

/** Open deals that do not meet the criteria of where they stand: flagged, never thrown back. */
function gateProblems(open: OpenPipeline, book: Book, stock: Stock): readonly Problem[] {
  const { pipeline } = open.configuration;
  const audited = auditedDeals(open, book.rows, stock);
  const rows = new Map(audited.map(({ deal, row }) => [deal, row]));
  return audit(pipeline, audited).flatMap(({ deal, stage, shortfalls }) => {
    const row = rows.get(deal);
    if (row === undefined) return [];
    const label = stageOf(pipeline, stage)?.label ?? stage;
    const about = [row.name || deal, label, whyHeld(open, shortfalls, book.headers)];
    return [dealProblem(book, row, 'stage', { code: 'belowGate', about })];
  });
}

function ledgerProblems(
  { lines, rowOfEntry }: Book,
  { replayProblems }: Stock,
): readonly Problem[] {
  const digested = lines.map((entry) => ({ entry, digest: entry.digest }));
  const problem = (seq: number, code: string, about: readonly string[]): Problem => {
    return { tab: 'ledger', row: rowOfEntry.get(seq) ?? 0, column: 0, code, about };
  };
  const broken = brokenAt(digested).map(({ seq, deal }) =>
    problem(seq, 'ledgerChanged', [String(seq), deal]),
  );
  const replayed = replayProblems.map(({ kind, deal, seq, stage }: ReplayProblem) =>
    problem(seq, `ledger.${kind}`, [deal, String(seq), stage]),
  );
  return [...broken, ...replayed];
}
