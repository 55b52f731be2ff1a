import { dayOf } from '../domain/day';
import { furthestQualified } from '../domain/judge';
import { type DealId, isAccepted } from '../domain/ledger';
import { type Stage, stageOf } from '../domain/pipeline';
import type { Request, SentDeal } from '../rpc';
import type { Cell, Row } from '../sheet/cell';
import { creationInFile } from '../sheet/creationInFile';
import { type DealRow, dealCells, programRow, readDeal } from '../sheet/dealsTab';
import type { Headers } from '../sheet/headers';
import { heldBack, type LifeStep } from '../sheet/heldBack';
import { earlierTracked } from '../sheet/importing/earlierTracked';
import type { LedgerLine } from '../sheet/ledgerTab';
import { EMPTY_MEMO } from '../sheet/memo';
import { PROGRAM_COLUMNS } from '../words/tabs';
import type { Asking, Draft, Verdict } from './judgeRow';
import type { OpenPipeline } from './openPipeline';
import { blockOf } from './record';

/** A deal that is about to be written. */
export interface ImportedDeal {
  readonly id: DealId;
  readonly steps: readonly LifeStep[];
  /** Where it is now. */
  readonly stage: Stage;
  readonly openAmount: number | null;
  readonly cells: Row;
  readonly deal: DealRow;
}

/** The row that a deal comes into. */
export interface Place {
  readonly headers: Headers<'deals'>;
  readonly row: number;
}

/** The sheet row that a deal becomes in a stage, without the program's block. */
function rowOf(
  open: OpenPipeline,
  sent: SentDeal,
  stage: Stage | undefined,
  { headers, row }: Place,
): Pick<ImportedDeal, 'cells' | 'deal'> {
  const { pipeline, settings } = open.configuration;
  const cells = dealCells(
    headers,
    new Map<string, Cell>([
      ...(stage?.pipeline === undefined ? [] : [['pipeline', stage.pipeline] as const]),
      ...Object.entries(sent.cells),
      ['stage', stage?.label ?? ''],
    ]),
  );
  return { cells, deal: readDeal(headers, cells, row, { currency: settings.currency, pipeline }) };
}

/** Strict gates: the life as far as the deal's facts allow it. */
function heldSteps(
  open: OpenPipeline,
  sent: SentDeal,
  at: Place,
  asking: Asking,
): readonly LifeStep[] {
  const asked = stageOf(asking.pipeline, sent.steps[sent.steps.length - 1]?.to ?? '');
  if (asked === undefined) return sent.steps;
  const { deal } = rowOf(open, sent, asked, at);
  const { today, otherReason } = asking;
  const about = { facts: deal.facts, today, otherReason };
  const allowed =
    furthestQualified(asking.pipeline, asked, about) ?? asking.firstStage(asked.pipeline);
  return heldBack<LifeStep>(sent.steps, allowed.key, asking.pipeline);
}

/** What a deal of a file becomes in the workbook: under strict gates, as far as its facts allow. */
export function importedDeal(
  open: OpenPipeline,
  sent: SentDeal,
  at: Place,
  { gates, asking }: Pick<Request<'importDeals'>, 'gates'> & { readonly asking: Asking },
): ImportedDeal {
  const { pipeline } = open.configuration;
  const steps = gates === 'strict' ? heldSteps(open, sent, at, asking) : sent.steps;
  const accepted = [...steps].reverse().find(isAccepted);
  const stage = stageOf(pipeline, accepted?.to ?? '') ?? (pipeline.stages[0] as Stage);
  const row = rowOf(open, sent, stage, at);
  return { id: sent.id, steps, stage, openAmount: sent.openAmount, ...row };
}

/**
 * The entries of a deal's life. A file tells how the tracked fields stand now, and the last entry says
 * that to the letter: or the next sweep would note a change.
 */
export function importedEntries(
  { language }: OpenPipeline,
  { id, steps, deal, openAmount }: ImportedDeal,
  asking: Asking,
): Draft[] {
  const earlier = earlierTracked(deal.tracked, openAmount);
  const lostReason = deal.facts('lostReason');
  return steps.map(({ toldCreated, ...step }, i) => {
    const isLast = i === steps.length - 1;
    const told = toldCreated === undefined ? '' : creationInFile(toldCreated, language);
    const reason = isLast && lostReason?.kind === 'text' ? lostReason.text : told;
    const by = step.by || asking.by;
    return { ...(isLast ? deal.tracked : earlier), ...step, deal: id, by, reason };
  });
}

function verdictFor(open: OpenPipeline, { id, deal, steps, stage }: ImportedDeal): Verdict {
  const told = steps.filter(isAccepted);
  return {
    row: deal,
    id,
    drafts: [],
    outcome: null,
    stage,
    stageSince: dayOf(told[told.length - 1]?.at ?? open.now),
    created: dayOf(told[0]?.at ?? open.now),
    memo: EMPTY_MEMO,
    stageCell: null,
    pipelineCell: null,
    closeDateCell: null,
    tracked: deal.tracked,
    seq: 0,
  };
}

/** The program's columns of its row, as its own entries leave them. */
export function importedBlock(
  open: OpenPipeline,
  headers: Headers<'deals'>,
  deal: ImportedDeal,
  { own, asking }: { readonly own: readonly LedgerLine[]; readonly asking: Asking },
): Row {
  return programRow(blockOf(open, headers, verdictFor(open, deal), own, asking));
}

/** Its whole row; without a block the ID alone, which tells a check where the rest is. */
export function importedRow(
  headers: Headers<'deals'>,
  { id, cells }: ImportedDeal,
  block: Row | null,
): Row {
  const row = [...cells];
  PROGRAM_COLUMNS.forEach((key, i) => {
    const column = headers.columns.get(key);
    if (column === undefined) return;
    while (row.length < column) row.push('');
    row[column - 1] = key === 'id' ? id : (block?.[i] ?? '');
  });
  return row;
}
