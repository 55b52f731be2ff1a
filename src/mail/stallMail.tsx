import type { VNode } from 'preact';
import type { Day } from '../domain/day';
import type { Language } from '../words/language';
import { MAIL_WORDS, type MailWords } from '../words/mails';
import { letterHtml, STYLES } from './letter';

/** One deal that waits, as its owner reads it. */
export interface WaitingDeal {
  readonly name: string;
  readonly customer: string;
  readonly stage: string;
  /** Formatted, with its currency; empty when there is none. */
  readonly amount: string;
  /** `null`: nobody knows since when. */
  readonly days: number | null;
  readonly usual: number | null;
  readonly limit: number;
  readonly isStalled: boolean;
  /** Days without contact, when that is too long. */
  readonly silentFor: number | null;
  /** The close date that has passed. */
  readonly overdueSince: Day | null;
  /** How often the close date was put off, when that is too often. */
  readonly slips: number | null;
  readonly lastTouch: Day;
  readonly nextStep: string;
  readonly nextStepDate: Day | null;
  /** To its row. */
  readonly url: string;
}

export interface StallMailInput {
  readonly language: Language;
  readonly to: 'owner' | 'manager';
  /** The reader's name; may be empty. */
  readonly name: string;
  /** Monday of the week. */
  readonly week: Day;
  readonly asOf: string;
  readonly owners: readonly { readonly owner: string; readonly deals: readonly WaitingDeal[] }[];
}

export interface MailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The weekly mail about deals that wait, as HTML and as plain text: an owner's own, or all by owner for a manager. */
export function stallMail(input: StallMailInput): MailContent {
  const words = MAIL_WORDS[input.language];
  const deals = input.owners.reduce((sum, group) => sum + group.deals.length, 0);
  const isAll = input.to === 'manager';
  const subject = isAll ? words.subjectAll(deals, input.week) : words.subjectOwn(deals, input.week);
  const intro = isAll
    ? words.introAll(deals, input.owners.length)
    : words.introOwn(input.name, deals);
  return {
    subject,
    text: textOf(input, words, intro),
    html: htmlOf(input, words, { subject, intro }),
  };
}

function reasonsOf(deal: WaitingDeal, { reasons }: MailWords): readonly string[] {
  return [
    ...(deal.isStalled ? [reasons.stalled(deal.limit)] : []),
    ...(deal.silentFor === null ? [] : [reasons.silent(deal.silentFor)]),
    ...(deal.overdueSince === null ? [] : [reasons.overdue(deal.overdueSince)]),
    ...(deal.slips === null ? [] : [reasons.slipping(deal.slips)]),
  ];
}

function daysText({ days, usual }: WaitingDeal, words: MailWords): string {
  if (days === null) return words.daysUnknown;
  const times = usual === null || usual === 0 ? null : (days / usual).toFixed(1);
  return words.daysAgainst(days, usual, times);
}

function stepText(deal: WaitingDeal, words: MailWords): string {
  if (deal.nextStep === '' && deal.nextStepDate === null) return words.noNextStep;
  return [deal.nextStep, deal.nextStepDate ?? ''].filter((part) => part !== '').join(', ');
}

function textOf({ owners, to, asOf }: StallMailInput, words: MailWords, intro: string): string {
  const deal = (one: WaitingDeal): string =>
    [
      `- ${[one.name, one.customer, one.amount].filter((part) => part !== '').join(', ')}`,
      `  ${words.stage}: ${one.stage}, ${daysText(one, words)}`,
      `  ${words.why}: ${reasonsOf(one, words).join('; ')}`,
      `  ${words.nextStep}: ${stepText(one, words)} (${words.lastTouch(one.lastTouch)})`,
      `  ${one.url}`,
    ].join('\n');
  const groups = owners.map(({ owner, deals }) => {
    const heading = to === 'manager' ? `${owner || words.noOwner} (${deals.length})\n\n` : '';
    return heading + deals.map(deal).join('\n\n');
  });
  return [intro, ...groups, words.whatToDo, words.footer(asOf)].join('\n\n');
}

function htmlOf(
  { language, owners, to, asOf }: StallMailInput,
  words: MailWords,
  { subject, intro }: { readonly subject: string; readonly intro: string },
): string {
  return letterHtml({
    language,
    title: subject,
    children: (
      <>
        <p>{intro}</p>
        {owners.map(({ owner, deals }) => (
          <>
            {to === 'manager' && (
              <h2 style={STYLES.heading}>
                {owner || words.noOwner} ({deals.length})
              </h2>
            )}
            <Deals deals={deals} words={words} />
          </>
        ))}
        <p>{words.whatToDo}</p>
        <p style={STYLES.small}>{words.footer(asOf)}</p>
      </>
    ),
  });
}

function Deals(props: {
  readonly deals: readonly WaitingDeal[];
  readonly words: MailWords;
}): VNode {
  const { deals, words } = props;
  return (
    <table style={STYLES.table}>
      <thead>
        <tr>
          {[words.deal, words.days, words.why, words.nextStep].map((title) => (
            <th scope="col" style={STYLES.head}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {deals.map((deal) => (
          <Deal deal={deal} words={words} />
        ))}
      </tbody>
    </table>
  );
}

function Deal({ deal, words }: { readonly deal: WaitingDeal; readonly words: MailWords }): VNode {
  const about = [deal.customer, deal.amount].filter((part) => part !== '').join(' · ');
  return (
    <tr>
      <td style={STYLES.cell}>
        <a href={deal.url} style={STYLES.link}>
          {deal.name || words.open}
        </a>
        {about !== '' && <div style={STYLES.small}>{about}</div>}
      </td>
      <td style={STYLES.cell}>
        <div style={STYLES.strong}>{deal.stage}</div>
        <div style={STYLES.small}>{daysText(deal, words)}</div>
      </td>
      <td style={STYLES.cell}>{reasonsOf(deal, words).join('; ')}</td>
      <td style={STYLES.cell}>
        {stepText(deal, words)}
        <div style={STYLES.small}>{words.lastTouch(deal.lastTouch)}</div>
      </td>
    </tr>
  );
}
