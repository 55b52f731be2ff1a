import { changedFields } from '../domain/changes';
import type { Day } from '../domain/day';
import type { Facts, Field } from '../domain/fact';
import type { LedgerEntry } from '../domain/ledger';
import { stageEver, stageOf } from '../domain/pipeline';
import type { Standing } from '../domain/standing';
import type { DealRow } from '../sheet/dealsTab';
import {
  type Asking,
  judgeKnown,
  type Known,
  pipelineCell,
  type Verdict,
  verdictOf,
} from './judgeRow';

/**
 * Finishes what a stopped execution had noted: a held move's stage comes back without being noted
 * twice, an accepted move's stage and the day of a win reach their cells.
 */
export function finished(row: DealRow, known: Known, standing: Standing, asking: Asking): Verdict {
  const { accepted, last, told } = standing;
  const hasMoved = last === accepted && accepted.from !== accepted.to;
  const isAsBefore =
    accepted.from === '' ? row.stageTyped.trim() === '' : row.stage?.key === accepted.from;
  if (hasMoved && (isAsBefore || namesOldPipeline(row, accepted, asking))) {
    const { label } = known.accepted;
    const there = { ...row, stage: known.accepted, stageTyped: label, byPipeline: false };
    const { memo } = known;
    return {
      ...finished(there, known, standing, asking),
      stageCell: label,
      pipelineCell: pipelineCell(row, asking.pipeline, {
        stage: known.accepted,
        memo,
        judged: true,
      }),
    };
  }
  const kinds = [accepted.from, accepted.to].map((key) => stageOf(asking.pipeline, key)?.kind);
  const closing = last === accepted && kinds.includes('won') ? last.closeDate : undefined;
  if (closing !== undefined && closing !== row.tracked.closeDate) {
    const dated = onDay(row, closing);
    const changed = changedFields(last, dated.tracked).length > 0;
    const verdict = finished(dated, { ...known, changed }, standing, asking);
    return { ...verdict, closeDateCell: closing ?? '' };
  }
  const verdict = judgeKnown(row, known, asking) ?? verdictOf(row, known, asking);
  const noted = told[told.length - 1];
  if (verdict.outcome?.kind !== 'held' || noted?.kind !== 'held') return verdict;
  const asked = row.stage?.key ?? '';
  return noted.to === asked
    ? { ...verdict, drafts: verdict.drafts.filter(({ kind }) => kind !== 'held') }
    : verdict;
}

/** The row as it reads with this close date. */
export function onDay(row: DealRow, closeDate: Day | null): DealRow {
  const tracked = { ...row.tracked, closeDate };
  return { ...row, tracked, facts: withDay(row.facts, 'closeDate', closeDate) };
}

function withDay(facts: Facts, field: Field, day: Day | null): Facts {
  return (asked) => {
    if (asked !== field) return facts(asked);
    return day === null ? null : { kind: 'day', day };
  };
}

/** Whether the Pipeline cell still names the pipeline that the deal has left: it asks for nothing by that. */
function namesOldPipeline(
  { byPipeline, stage }: DealRow,
  { from }: Pick<LedgerEntry, 'from'>,
  { pipeline }: Asking,
): boolean {
  return byPipeline && stage?.pipeline === stageEver(pipeline, from)?.pipeline;
}
