import { settingOf } from '../sheet/setting';
import { settingsRows } from '../sheet/settingsTab';
import { readTable } from '../sheet/tableRows';
import { appendUnder } from './appendUnder';
import type { OpenPipeline } from './openPipeline';

/** Adds the settings that the tab has no row for, as they count now: a newer version may know more of them. */
export function addNewSettings(open: OpenPipeline): void {
  const tab = open.workbook.tab('settings');
  if (tab === null) return;
  const there = new Set<string>();
  readTable('settings', tab.readSmall(), [], (row) => {
    there.add(settingOf(row) ?? '');
  });
  const { settings, pipeline } = open.configuration;
  const rows = settingsRows(settings, pipeline.stages);
  appendUnder(
    open,
    'settings',
    rows.filter((row) => !there.has(String(row[4]))),
  );
}
