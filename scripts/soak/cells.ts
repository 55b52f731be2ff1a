import type { Host } from '../../preview/google/host';

/** A row, by its English headers. */
export type Cells = Readonly<Record<string, unknown>>;

/** The rows of a tab, by their English headers; none where there is no such tab. */
export function rowsIn(host: Host, tab: string): readonly Cells[] {
  const sheet = host.names().find(tab);
  if (sheet === null || sheet.lastRow < 2) return [];
  const headers = host.names().englishHeaders(sheet);
  const rect = { row: 2, column: 1, rows: sheet.lastRow - 1, columns: sheet.lastColumn };
  return sheet
    .values(rect)
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => Object.fromEntries(headers.map((header, i) => [header, row[i]])));
}

export const ENTRY_TABS = ['Ledger', 'Archived entries'] as const;

/**
 * All entries, each once: what is archived is copied first, and stands in both tabs until a later pass takes it out of
 * the Ledger.
 */
export function entriesIn(host: Host): readonly Cells[] {
  const rows = ENTRY_TABS.flatMap((tab) => rowsIn(host, tab));
  return [...new Map(rows.map((row) => [row.Seq, row])).values()];
}

/** Types the value of a setting, given by its English label. */
export function setSetting(host: Host, setting: string, value: string): void {
  const row = 2 + rowsIn(host, 'Settings').findIndex(({ Setting }) => Setting === setting);
  const edit = { tab: 'Settings', range: `B${row}`, values: [[value]] };
  const { error } = host.gesture({ edit });
  if (error !== undefined) throw new Error(error);
}
