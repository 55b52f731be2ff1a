import type { Card } from '../src/rpc';
import type { BoardWords } from '../src/words/board';
import type { PageWords } from '../src/words/pages';
import { amountText, type PageLanguage } from './format';

export interface CardProps {
  readonly card: Card;
  readonly language: PageLanguage;
  readonly words: BoardWords;
  readonly pageWords: PageWords;
  readonly underway: boolean;
}

/** What a card says. Four lines, whatever the deal holds: the column counts on their height. */
export function CardFace({ card, language, words, pageWords, underway }: CardProps) {
  const say = words.card;
  const customer = card.customer === card.name ? '' : card.customer;
  const people = [customer, card.owner].filter((name) => name !== '').join(' · ');
  return (
    <>
      <strong class="line" dir="auto">
        {card.name === '' ? pageWords.deal.unnamed : card.name}
      </strong>
      <span class="line quiet" dir="auto">
        {people}
      </span>
      <span class="line split">
        <span class={card.amount === null ? 'quiet' : ''}>
          {card.amount === null ? say.noAmount : amountText(card.amount, card.currency, language)}
        </span>
        {underway ? <span class="quiet">{say.moving}</span> : <Dwell card={card} words={words} />}
      </span>
      <span class={`line ${card.nextStep === '' ? 'quiet' : ''}`} dir="auto">
        {card.nextStep === '' ? say.noNextStep : card.nextStep}
      </span>
    </>
  );
}

/** Days in the stage; on a stalled deal they stand on the mark itself, so that both fit a narrow card. */
function Dwell({ card, words }: Pick<CardProps, 'card' | 'words'>) {
  const say = words.card;
  const days = card.daysInStage === null ? '' : say.days(card.daysInStage);
  if (!card.stalled) return <span class="quiet">{days}</span>;
  return (
    <span class="mark" title={say.stalled}>
      <span class="for-readers">{say.stalled} </span>
      {days === '' ? say.stalled : days}
    </span>
  );
}
