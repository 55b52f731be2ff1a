import { expect, test } from '@jest/globals';
import { Host } from '../../../preview/google/host';
import { DIST } from '../../../scripts/build';
import { fillSample, sampleStart } from '../../../scripts/start/fillSample';

const TODAY = '2026-03-02';

/** The sample's workbook as `npm start` leaves it. */
async function sampleHost(language: 'en' | 'zh'): Promise<Host> {
  const host = new Host({
    dist: DIST,
    now: `${sampleStart(TODAY)}T09:00`,
    locale: language === 'zh' ? 'zh_CN' : 'en_US',
  });
  await fillSample(host, language, async () => undefined);
  return host;
}

test.each<{ language: 'en' | 'zh'; ledger: string; kinds: readonly string[] }>`
  language | ledger      | kinds
  ${'en'}  | ${'Ledger'} | ${['created', 'moved', 'held', 'overridden', 'changed']}
  ${'zh'}  | ${'台账'}   | ${['新建', '移动', '拦截', '强制放行', '修改']}
`(
  'after its last days in the sheet the $language sample has seen every kind of move, mails and all',
  async ({ language, ledger, kinds }) => {
    const host = await sampleHost(language);
    expect(host.now()).toBe(`${TODAY}T09:00:00`);
    expect(host.mails.length).toBeGreaterThan(0);

    const sheet = host.book.sheet(ledger);
    const rows = sheet?.values({ row: 2, column: 4, rows: sheet.lastRow - 1, columns: 5 }) ?? [];
    const typedOrMade = rows.filter((row) => row[4] !== (language === 'en' ? 'import' : '导入'));
    expect(new Set(typedOrMade.map(([kind]) => kind))).toEqual(new Set(kinds));
  },
  60_000,
);
