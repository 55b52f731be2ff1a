import { audit, auditChange } from '../domain/audit';
import { stageEver } from '../domain/pipeline';
import { say } from '../google/ui';
import { ADMIN_WORDS } from '../words/admin';
import { APP_WORDS } from '../words/app';
import { auditedDeals } from './auditedDeals';
import { criteriaBefore, noteCriteria } from './notedCriteria';
import { reloadPipeline } from './openPipeline';
import { readBook } from './readBook';
import { readerLanguage } from './readerLanguage';
import { takeStock } from './stock';
import { whyHeld } from './wording';

/** A dialog is not a report: Health has all of them. */
const SHOWN = 12;

/**
 * Shows which open deals the criteria flag that were changed last, and what they lack. Nothing is
 * written: deals are flagged, never thrown back.
 */
export function auditCriteria(): void {
  const open = reloadPipeline();
  const book = open === null ? null : readBook(open);
  const title = APP_WORDS[open?.language ?? readerLanguage()].menu.auditCriteria;
  if (open === null || book === null) {
    say(title, APP_WORDS[open?.language ?? readerLanguage()].notSetUp);
    return;
  }
  noteCriteria(open);
  const words = ADMIN_WORDS[open.language].audit;
  const { pipeline } = open.configuration;
  const deals = auditedDeals(open, book.rows, takeStock(open, book));
  const before = criteriaBefore(open);
  if (before === null) {
    say(title, words.unchanged(audit(pipeline, deals).length));
    return;
  }
  const found = auditChange({ ...pipeline, criteria: before }, pipeline, deals);
  const names = new Map(deals.map(({ deal, row }) => [deal, row.name || deal]));
  const lines = found.slice(0, SHOWN).map(({ deal, stage, shortfalls }) => {
    const label = stageEver(pipeline, stage)?.label ?? stage;
    return words.deal(names.get(deal) ?? deal, label, whyHeld(open, shortfalls, book.headers));
  });
  if (found.length > SHOWN) lines.push(words.more(found.length - SHOWN));
  say(
    title,
    found.length === 0 ? words.none : [words.found(found.length), '', ...lines].join('\n'),
  );
}
