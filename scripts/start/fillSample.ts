import type { Host } from '../../preview/google/host';
import { addDays } from '../../preview/sample/dealLife';
import { type Deed, LIVED_DAYS, lastWeeks } from '../../preview/sample/lastWeeks';
import { sampleTeam } from '../../preview/sample/sampleTeam';
import { fillWorkbook, type Tell } from './fillWorkbook';

const LIVING = { en: 'The team at work', zh: '团队开始使用' } as const;

/** The day on which the sample's workbook is set up, so that its clock stands at `today` in the end. */
export function sampleStart(today: string): string {
  return addDays(today, -LIVED_DAYS);
}

/**
 * Fills a new workbook with the invented team: a year of deals from files, then a week in which
 * the team works in the sheet while the clock goes on, so that mails, reports and ledger are real.
 */
export async function fillSample(host: Host, language: 'en' | 'zh', tell: Tell): Promise<void> {
  const start = host.now().slice(0, 10);
  const team = sampleTeam({ language, today: start });
  await fillWorkbook(host, { language, stages: 'keep', ...team }, tell);
  let day = 0;
  for (const deed of lastWeeks(team, language, start)) {
    if (deed.day > day) {
      await tell({ label: LIVING[language], done: day, total: LIVED_DAYS });
      host.advance({ days: deed.day - day });
      day = deed.day;
    }
    perform(host, deed);
  }
  await tell({ label: LIVING[language], done: day, total: LIVED_DAYS });
  host.advance({ days: LIVED_DAYS - day });
  // The clock stands at the morning: what was due since midnight has run.
  host.gesture({ trigger: 'work' });
  host.menu(host.owner, 'refreshReports');
}

function perform(host: Host, deed: Deed): void {
  const { as } = deed;
  if (deed.kind === 'call') {
    host.call(as, deed.name, [JSON.stringify(deed.request)]);
    return;
  }
  const done =
    deed.kind === 'typed'
      ? host.gesture({ set: { deal: deed.deal, facts: deed.facts }, as })
      : typeNew(host, deed.facts, as);
  if (done.error !== undefined) throw new Error(done.error);
}

/** A new deal below the last one, cell by cell as a person types it. */
function typeNew(host: Host, facts: Readonly<Record<string, string>>, as: string) {
  const [deals] = host.book.sheets;
  if (deals === undefined) throw new Error('The workbook has no tab.');
  const [name = ''] = Object.values(facts);
  const range = `A${deals.lastRow + 1}`;
  const typed = host.gesture({ edit: { tab: deals.name, range, values: [[name]] }, as });
  if (typed.error !== undefined) return typed;
  return host.gesture({ set: { deal: name, facts }, as });
}
