import type { Language } from '../words/language';
import { MAIL_WORDS } from '../words/mails';
import { letterHtml, STYLES } from './letter';
import { clipped } from './shownParts';
import type { MailContent } from './stallMail';

export interface HandedDeal {
  readonly name: string;
  readonly customer: string;
  readonly stage: string;
  readonly amount: string;
  readonly url: string;
}

export interface HandoverMailInput {
  readonly language: Language;
  /** The new owner's name; may be empty. */
  readonly name: string;
  /** Who had the deals until now; `''` for nobody or several. */
  readonly from: string;
  readonly deals: readonly HandedDeal[];
}

const MOST_DEALS = 80;

/** Tells a new owner which deals came to them. */
export function handoverMail({ language, name, from, deals }: HandoverMailInput): MailContent {
  const words = MAIL_WORDS[language];
  const subject = words.handover.subject(deals.length);
  const intro = words.handover.intro(name, deals.length, clipped(from));
  const shown = deals.slice(0, MOST_DEALS).map(clippedDeal);
  const about = ({ customer, stage, amount }: HandedDeal) =>
    [customer, stage, amount].filter((part) => part !== '').join(' · ');
  const lines = shown.map((deal) => `- ${deal.name}: ${about(deal)}\n  ${deal.url}`);
  const html = letterHtml({
    language,
    title: subject,
    children: (
      <>
        <p>{intro}</p>
        <ul style={STYLES.list}>
          {shown.map((deal) => (
            <li>
              <a href={deal.url} style={STYLES.link}>
                {deal.name || words.open}
              </a>
              <div style={STYLES.small}>{about(deal)}</div>
            </li>
          ))}
        </ul>
        <p>{words.handover.stays}</p>
      </>
    ),
  });
  return { subject, text: [intro, ...lines, words.handover.stays].join('\n\n'), html };
}

function clippedDeal({ name, customer, stage, ...rest }: HandedDeal): HandedDeal {
  return { ...rest, name: clipped(name), customer: clipped(customer), stage: clipped(stage) };
}
