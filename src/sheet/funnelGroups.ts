import type { DealGroup } from '../domain/groups';
import { ENOUGH } from '../domain/statistics';
import { FUNNEL_GROUP_WORDS, type Grouping } from '../words/funnelGroupWords';
import { FUNNEL_WORDS } from '../words/funnelWords';
import type { Language } from '../words/language';
import { clauses } from '../words/marks';
import type { Row } from './cell';
import { type GridDraft, QUIET } from './gridDraft';

/** The deals of one row of the table of groups. */
export interface ShownGroup extends DealGroup {
  readonly by: Grouping;
  /** As the tab calls it. */
  readonly label: string;
  /** Of one of several pipelines; empty where there is only one. */
  readonly pipeline: string;
}

const COUNT = '#,##0';
const SHARE = '0.0%';
const RATE_COLUMNS = { first: 6, count: 3 };

/** The funnel's deals by owner, source, product and quarter of creation. */
export function groupsTable(
  draft: GridDraft,
  groups: readonly ShownGroup[],
  { language, several }: { readonly language: Language; readonly several: boolean },
): void {
  const words = FUNNEL_GROUP_WORDS[language];
  const { columns } = words;
  draft.heading(words.title);
  draft.note(words.reading);
  const placed = draft.table({
    block: 'groups',
    columns: [
      { name: 'by', header: columns.by, format: '' },
      { name: 'group', header: columns.group, format: '@' },
      { name: 'deals', header: columns.deals, format: COUNT },
      { name: 'still_open', header: columns.openShare, format: SHARE },
      { name: 'won', header: columns.won, format: COUNT },
      { name: 'won_rate', header: columns.wonRate, format: SHARE },
      { name: 'won_low', header: columns.low, format: SHARE },
      { name: 'won_high', header: columns.high, format: SHARE },
      { name: 'median_cycle', header: columns.cycle, format: '0.0' },
      ...(several
        ? [{ name: 'pipeline', header: FUNNEL_WORDS[language].columns.pipeline, format: '' }]
        : []),
      { header: columns.note, format: '' },
    ],
    rows: groups.map((group) => cells(group, language, several)),
  });
  groups.forEach(({ greyed }, i) => {
    if (!greyed) return;
    const { first, count } = RATE_COLUMNS;
    const place = { row: placed.headerRow + 1 + i, column: first, rows: 1, columns: count };
    draft.style({ ...place, font: QUIET });
  });
}

function cells(group: ShownGroup, language: Language, several: boolean): Row {
  const { by, label, deals, open, won, medianCycle, pipeline } = group;
  return [
    FUNNEL_GROUP_WORDS[language].by[by],
    label,
    deals,
    open / deals,
    won.successes,
    won.value ?? '',
    won.low ?? '',
    won.high ?? '',
    medianCycle ?? '',
    ...(several ? [pipeline] : []),
    clauses([...rateNotes(group, language), ...cycleGap(group, language)], language),
  ];
}

function rateNotes(
  { deals, open, won, greyed }: ShownGroup,
  language: Language,
): readonly string[] {
  const { notEnough, stillOpen } = FUNNEL_WORDS[language];
  if (won.n < ENOUGH) return [notEnough(won.n)];
  return greyed ? [stillOpen(open / deals)] : [];
}

/** Why there is no cycle; nothing where there is one. */
function cycleGap({ medianCycle, undated }: ShownGroup, language: Language): readonly string[] {
  if (medianCycle !== null) return [];
  const { noCycle, noneWon } = FUNNEL_GROUP_WORDS[language];
  return [noCycle(undated > 0 ? FUNNEL_WORDS[language].measureNotes.noCycle : noneWon)];
}
