import { expect, test } from '@jest/globals';
import Papa from 'papaparse';
import { folderWith, runIn } from './folder';

/** Two open deals that are silent, in two currencies without a rate; one is overdue as well. */
const DEALS =
  'ID,Deal,Stage,Amount,Currency,Created,Close date,Owner\n' +
  'A1,灰坝,需求分析,100,JPY,2025-10-01,2026-02-01,安\n' +
  'B1,桦坝,需求分析,100,EUR,2025-10-01,2026-12-01,安\n' +
  'C1,松坝,输单,100,,2025-10-01,2026-01-01,安\n';

/** What a person reads in the generated tabs. */
function texts(language: string): readonly string[] {
  const run = runIn(
    folderWith({ 'deals.csv': DEALS }),
    ...['--deals', '@deals.csv', '--as-of', '2026-03-31', '--language', language],
  );
  const tabs = ['Funnel', 'Forecast', 'Stalled', 'Review', 'Health'];
  return tabs.flatMap((tab) => Papa.parse<string[]>(run.text(`${tab}.csv`)).data.flat());
}

test('Chinese reports join findings and names by Chinese marks, English ones by their own', () => {
  const chinese = texts('zh');
  expect(
    chinese.filter((text) => /[\u4e00-\u9fff].*[;,] |[;,] .*[\u4e00-\u9fff]/.test(text)),
  ).toEqual([]);
  for (const told of ['181 天没有跟进；预计成交日期已过', '输单 1；历史不足', 'EUR、JPY'])
    expect(chinese.filter((text) => text.includes(told))).not.toEqual([]);
  const english = texts('en');
  for (const told of ['Silent for 181 days; ', '1 lost; not enough history', 'EUR, JPY'])
    expect(english.filter((text) => text.includes(told))).not.toEqual([]);
});
