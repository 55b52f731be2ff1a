import type { VNode } from 'preact';
import type { Day } from '../domain/day';
import type { Language } from '../words/language';
import { MAIL_WORDS, type MailWords } from '../words/mails';
import { letterHtml, STYLES } from './letter';
import type { DueLine, OwnerPart, WaitingDeal } from './ownerPart';
import {
  isSendable,
  LEAST,
  LIMITS,
  type ShownList,
  type ShownPart,
  shownParts,
} from './shownParts';

/** A sentence about the whole names up to ten deals. */
const LONGEST_LINE = 3_000;

export interface StallMailInput {
  readonly language: Language;
  readonly to: 'owner' | 'manager';
  /** The reader's name; may be empty. */
  readonly name: string;
  /** Monday of the week. */
  readonly week: Day;
  readonly asOf: string;
  readonly owners: readonly OwnerPart[];
  /** A manager's sentences about the whole; empty for owners. */
  readonly summary: readonly string[];
}

export interface MailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * The weekly mail about deals that wait, as HTML and as plain text: an owner's own, or all by owner for a manager.
 * It shows as much of them as Google sends.
 */
export function stallMail(input: StallMailInput): MailContent {
  let mail = written(input, 0);
  for (let step = 1; step < LIMITS.length && !isSendable(mail); step += 1) {
    mail = written(input, step);
  }
  return mail;
}

function written(input: StallMailInput, step: number): MailContent {
  const words = MAIL_WORDS[input.language];
  const waiting = input.owners.filter((part) => part.deals.length > 0);
  const deals = waiting.reduce((sum, group) => sum + group.deals.length, 0);
  const isAll = input.to === 'manager';
  const subject = isAll ? words.subjectAll(deals, input.week) : words.subjectOwn(deals, input.week);
  const all = deals === 0 ? words.nothingWaits : words.introAll(deals, waiting.length);
  const intro = isAll ? all : words.introOwn(input.name, deals);
  const shown = shownParts(input.owners, words, { isAll, limits: LIMITS[step] ?? LEAST });
  const told: Told = {
    subject,
    intro,
    summary: input.summary.map((line) => line.slice(0, LONGEST_LINE)),
    ...shown,
    whatToDo: deals === 0 ? [] : [words.whatToDo],
  };
  return { subject, text: textOf(input, words, told), html: htmlOf(input, words, told) };
}

interface Told {
  readonly subject: string;
  readonly intro: string;
  readonly summary: readonly string[];
  readonly parts: readonly ShownPart[];
  /** Owners whose parts are left out. */
  readonly moreOwners: number;
  /** Nothing where no deal waits. */
  readonly whatToDo: readonly string[];
}

function dueText({ due, isOverdue }: DueLine, words: MailWords): string {
  return isOverdue ? words.overdueSince(due) : words.dueOn(due);
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
  const { list } = words.marks;
  return [deal.nextStep, deal.nextStepDate ?? ''].filter((part) => part !== '').join(list);
}

function textOf({ asOf }: StallMailInput, words: MailWords, told: Told): string {
  const { clause, label, list: comma } = words.marks;
  const deal = (one: WaitingDeal): string =>
    [
      `- ${[one.name, one.customer, one.amount].filter((part) => part !== '').join(comma)}`,
      `  ${words.stage}${label}${one.stage}${comma}${daysText(one, words)}`,
      `  ${words.why}${label}${reasonsOf(one, words).join(clause)}`,
      `  ${words.nextStep}${label}${stepText(one, words)} (${words.lastTouch(one.lastTouch)})`,
      `  ${words.suggestion}${label}${one.suggestion}`,
      `  ${one.url}`,
    ].join('\n');
  const list = ({ title, lines, more }: ShownList): string =>
    [
      title,
      ...lines.map(
        (line) =>
          `- ${[line.what, line.deal, dueText(line, words)].filter((part) => part !== '').join(comma)}`,
      ),
      ...(more > 0 ? [words.moreLines(more)] : []),
    ].join('\n');
  const groups = told.parts.map((part) =>
    [
      ...(part.heading === '' ? [] : [part.heading]),
      ...part.deals.map(deal),
      ...(part.more > 0 ? [words.more(part.more)] : []),
      ...part.lists.map(list),
    ].join('\n\n'),
  );
  const { summary, moreOwners } = told;
  const whole = summary.length === 0 ? [] : [[words.summaryTitle, ...summary].join('\n')];
  const rest = [...(moreOwners > 0 ? [words.moreOwners(moreOwners)] : []), ...told.whatToDo];
  return [told.intro, ...whole, ...groups, ...rest, words.footer(asOf)].join('\n\n');
}

function htmlOf(
  { language, asOf }: StallMailInput,
  words: MailWords,
  { subject, intro, summary, parts, moreOwners, whatToDo }: Told,
): string {
  return letterHtml({
    language,
    title: subject,
    children: (
      <>
        <p>{intro}</p>
        {summary.length > 0 && (
          <>
            <h2 style={STYLES.heading}>{words.summaryTitle}</h2>
            {summary.map((line) => (
              <p style={STYLES.line}>{line}</p>
            ))}
          </>
        )}
        {parts.map((part) => (
          <Part part={part} words={words} />
        ))}
        {moreOwners > 0 && <p style={STYLES.small}>{words.moreOwners(moreOwners)}</p>}
        {whatToDo.map((line) => (
          <p>{line}</p>
        ))}
        <p style={STYLES.small}>{words.footer(asOf)}</p>
      </>
    ),
  });
}

function Part({ part, words }: { readonly part: ShownPart; readonly words: MailWords }): VNode {
  return (
    <>
      {part.heading !== '' && <h2 style={STYLES.heading}>{part.heading}</h2>}
      {part.deals.length > 0 && <Deals deals={part.deals} words={words} />}
      {part.more > 0 && <p style={STYLES.small}>{words.more(part.more)}</p>}
      {part.lists.map((list) => (
        <List list={list} words={words} />
      ))}
    </>
  );
}

function List({ list, words }: { readonly list: ShownList; readonly words: MailWords }): VNode {
  return (
    <>
      <h3 style={STYLES.subheading}>{list.title}</h3>
      <ul style={STYLES.list}>
        {list.lines.map((line) => (
          <li>
            <a href={line.url} style={STYLES.link}>
              {line.what}
            </a>
            {line.deal !== '' && ` (${line.deal})`}
            {words.marks.label}
            <span style={line.isOverdue ? STYLES.strong : ''}>{dueText(line, words)}</span>
          </li>
        ))}
      </ul>
      {list.more > 0 && <p style={STYLES.small}>{words.moreLines(list.more)}</p>}
    </>
  );
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
          {[words.deal, words.why].map((title) => (
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
  const { clause, label, list } = words.marks;
  const about = [deal.customer, deal.amount].filter((part) => part !== '').join(' · ');
  return (
    <tr>
      <td style={STYLES.cell}>
        <a href={deal.url} style={STYLES.link}>
          {deal.name || words.open}
        </a>
        {about !== '' && <div style={STYLES.small}>{about}</div>}
        <div style={STYLES.strong}>{deal.stage}</div>
        <div style={STYLES.small}>{daysText(deal, words)}</div>
      </td>
      <td style={STYLES.wide}>
        <div>{reasonsOf(deal, words).join(clause)}</div>
        <div>
          {words.nextStep}
          {label}
          {deal.nextStep || (deal.nextStepDate === null ? words.noNextStep : '')}
          {deal.nextStep !== '' && deal.nextStepDate !== null && list}
          {deal.nextStepDate !== null && <span style={STYLES.whole}>{deal.nextStepDate}</span>}
        </div>
        <div style={STYLES.small}>{words.lastTouch(deal.lastTouch)}</div>
        <div style={STYLES.small}>
          {words.suggestion}
          {label}
          {deal.suggestion}
        </div>
      </td>
    </tr>
  );
}
