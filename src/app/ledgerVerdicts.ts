import { changedFields, TRACKED_FIELDS } from '../domain/changes';
import { dayOf } from '../domain/day';
import { seqOf } from '../domain/fingerprint';
import type { DealHistory } from '../domain/history';
import type { DealId, Tracked } from '../domain/ledger';
import { isOpenIn, normalLabel, type Pipeline, type Stage, stageEver } from '../domain/pipeline';
import { histories } from '../domain/replay';
import { type Standing, standings } from '../domain/standing';
import { doneTasks } from '../domain/task';
import { randomId } from '../google/random';
import { type Asked, askedStage } from '../sheet/askedStage';
import type { DealRow } from '../sheet/dealsTab';
import type { Headers } from '../sheet/headers';
import { MEMO_LINES, type Memo } from '../sheet/memo';
import { isUnseen, type Merged } from '../sheet/mergedCells';
import { isBehind, newestBlocks } from './echoes';
import { finished, onDay } from './finishedVerdict';
import { identify } from './identify';
import {
  type Asking,
  type Draft,
  judgeKnown,
  judgeNew,
  type Known,
  type Verdict,
  verdictOf,
} from './judgeRow';
import type { Tail } from './ledgerTail';
import { lostDeal, restored } from './lostEntries';
import { activityCounts, type Book } from './readBook';

/** What the ledger and the activities say of every deal. */
export interface Knowledge {
  readonly standings: ReadonlyMap<DealId, Standing>;
  readonly histories: ReadonlyMap<DealId, DealHistory>;
  readonly activities: ReadonlyMap<DealId, Readonly<Record<string, number>>>;
  readonly doneTasks: ReadonlyMap<DealId, Readonly<Record<string, number>>>;
  /** The deal of each entry. */
  readonly dealOf: ReadonlyMap<number, DealId>;
  /** The highest number that an entry ever had. */
  readonly highest: number;
  /** Deals of which a stopped execution wrote entries, and perhaps no more. */
  readonly orphans: ReadonlySet<DealId>;
  /** The newest entry that any block in Deals names of each deal. */
  readonly newest: ReadonlyMap<DealId, number>;
  /** Deals that have moved to the archive. */
  readonly archived: ReadonlySet<DealId>;
  readonly headers: Headers<'deals'>;
  readonly merged: readonly Merged[];
  readonly pipeline: Pipeline;
}

export function knowledgeOf(
  { lines, activities, tasks, headers, cells, merged, archived }: Book,
  pipeline: Pipeline,
  { orphans, seq: highest }: Pick<Tail, 'orphans' | 'seq'>,
): Knowledge {
  const dealOf = new Map(lines.map(({ seq, deal }) => [seq, deal]));
  return {
    standings: standings(lines, { keep: MEMO_LINES, isOpen: isOpenIn(pipeline) }),
    histories: histories(lines, pipeline),
    activities: activityCounts(activities),
    doneTasks: doneTasks(tasks),
    dealOf,
    highest,
    orphans: new Set(orphans),
    newest: newestBlocks(headers, cells, dealOf),
    archived,
    headers,
    merged,
    pipeline,
  };
}

/** Every row's verdict, in the order of the rows. */
export function judgeRows(rows: readonly DealRow[], book: Knowledge, asking: Asking): Verdict[] {
  const ids = identify(rows, book, asking);
  return rows.map((row, i) => {
    const id = ids[i] ?? randomId();
    const standing = book.standings.get(id);
    if (standing !== undefined) {
      return judgeFound({ ...row, id }, standing, book, asking);
    }
    const lost = lostDeal(row, id, book);
    return lost === null
      ? judgeNew(row, id, asking, book.activities.get(id))
      : restored(row, lost, asking);
  });
}

/**
 * As `judgeOne`. Where another deal's block stands beside it, somebody has moved the rows while they were written: stage,
 * pipeline and close date may have been written there along with it, and those that were come back as the ledger has them.
 */
function judgeFound(row: DealRow, standing: Standing, book: Knowledge, asking: Asking): Verdict {
  const other = book.dealOf.get(seqOf(row.program.version) ?? -1) ?? row.program.id;
  const written = other === row.id ? undefined : book.standings.get(other);
  if (written === undefined) return judgeOne(row, standing, book, asking);
  const accepted = acceptedStage(row, standing, book);
  const isStage = row.stage?.key === written.accepted.to && row.stage.key !== accepted.key;
  const { closeDate } = standing.last;
  const isDate =
    row.tracked.closeDate === written.last.closeDate && row.tracked.closeDate !== closeDate;
  const staged = isStage ? inStage(row, accepted) : row;
  const dated = isDate ? onDay(staged, closeDate) : staged;
  const verdict = judgeOne(dated, standing, book, asking);
  const { stageCell, closeDateCell } = verdict;
  return {
    ...verdict,
    row: { ...verdict.row, request: row.request },
    stageCell: stageCell ?? (isStage ? accepted.label : null),
    closeDateCell: closeDateCell ?? (isDate ? (closeDate ?? '') : null),
  };
}

/** The row as it reads in this stage, and in no pipeline but the stage's own. */
function inStage(row: DealRow, stage: Stage): DealRow {
  const pipeline = row.request.pipeline === null ? null : '';
  const request = { pipeline, stage: stage.label };
  return { ...row, stage, stageTyped: stage.label, byPipeline: false, request };
}

function judgeOne(typed: DealRow, standing: Standing, book: Knowledge, asking: Asking): Verdict {
  const accepted = acceptedStage(typed, standing, book);
  const asked = askedOf(typed, accepted, standing, book);
  const row = asSeen({ ...typed, ...asked }, accepted, standing, book);
  const known = knownFrom(row, accepted, standing, book);
  const verdict =
    book.orphans.has(row.id) || isBehind(row, row.id, book)
      ? finished(row, known, standing, asking)
      : (judgeKnown(row, known, asking) ?? verdictOf(row, known, asking));
  return standing.deleted
    ? { ...verdict, drafts: [backDraft(row, known, asking), ...verdict.drafts] }
    : verdict;
}

/** The stage that the ledger says; one that the Stages tab no longer has is kept under the name it had. */
function acceptedStage(row: DealRow, { accepted }: Standing, { pipeline }: Knowledge): Stage {
  const found = stageEver(pipeline, accepted.to);
  if (found !== undefined) return found;
  const label = row.program.accepted || accepted.to;
  const nothing = { aliases: [], chance: null, limitDays: null, category: null, todo: '' };
  return { key: accepted.to, label, kind: 'open', ...nothing };
}

/** What the row asks for, seen from the stage that the ledger says: its own block may say another. */
function askedOf(
  row: DealRow,
  accepted: Stage,
  { told }: Standing,
  { pipeline }: Knowledge,
): Asked | null {
  if (row.request.pipeline === null) return null;
  const memo = () => ({ history: told, activities: {}, doneTasks: {} });
  return askedStage(row.request, { accepted, memo }, pipeline);
}

/** The row as it reads where columns were taken away or cells merged: they say nothing, so what was last known holds. */
function asSeen(row: DealRow, accepted: Stage, { last }: Standing, book: Knowledge): DealRow {
  const { columns } = book.headers;
  const missing = TRACKED_FIELDS.filter((field) => !columns.has(field));
  const kept = Object.fromEntries(missing.map((field) => [field, last[field]]));
  const tracked: Tracked = missing.length === 0 ? row.tracked : { ...row.tracked, ...kept };
  const names = [accepted.label, accepted.key].map(normalLabel);
  const stays =
    !columns.has('stage') ||
    isUnseen(book.merged, row.row, columns.get('stage') ?? 0) ||
    (row.stage === undefined && names.includes(normalLabel(row.stageTyped)));
  return stays ? { ...row, tracked, stage: accepted, byPipeline: false } : { ...row, tracked };
}

function knownFrom(row: DealRow, accepted: Stage, standing: Standing, book: Knowledge): Known {
  const history = book.histories.get(row.id);
  const visit = history?.visits[history.visits.length - 1];
  return {
    accepted,
    stageSince: dayOf(visit?.from ?? standing.accepted.at),
    created: dayOf(history?.created ?? standing.accepted.at),
    changed: changedFields(standing.last, row.tracked).length > 0,
    seq: standing.last.seq,
    memo: memoOf(standing, {
      activities: book.activities.get(row.id) ?? {},
      doneTasks: book.doneTasks.get(row.id) ?? {},
    }),
  };
}

function memoOf({ told }: Standing, counts: Pick<Memo, 'activities' | 'doneTasks'>): Memo {
  const history = told.map(({ seq, kind, from, to, at, by, reason }) => ({
    seq,
    kind,
    from,
    to,
    at,
    by,
    reason,
  }));
  const assumed = told.filter(({ how }) => how === 'assumed').map(({ seq }) => seq);
  return { history, ...counts, assumed };
}

/** Somebody deleted the row and brought it back. */
function backDraft(row: DealRow, known: Known, asking: Asking): Draft {
  const stage = known.accepted.key;
  const { by, how, now } = asking;
  return {
    ...row.tracked,
    deal: row.id,
    kind: 'undone',
    from: stage,
    to: stage,
    at: now,
    by,
    how,
    reason: '',
  };
}

/** Entries for the deals whose rows are gone. */
export function deletions(
  present: ReadonlySet<DealId>,
  book: Knowledge,
  { by, how, now }: Asking,
): Draft[] {
  const gone: Draft[] = [];
  for (const [deal, { last, accepted, deleted }] of book.standings) {
    if (deleted || present.has(deal)) continue;
    const { seq: _seq, batch: _batch, ...fields } = last;
    const stays = { from: accepted.to, to: '' } as const;
    gone.push({ ...fields, ...stays, kind: 'deleted', at: now, by, how, reason: '' });
  }
  return gone;
}
