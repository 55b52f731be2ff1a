import type { DealView } from '../src/rpc';
import type { PageWords } from '../src/words/pages';
import { dayText, type PageLanguage, timesText } from './format';
import { Icon } from './icon';

interface Props {
  readonly deal: DealView;
  readonly words: PageWords;
  readonly language: PageLanguage;
  readonly onShowRow: () => void;
}

export function DealHeader({ deal, words, language, onShowRow }: Props) {
  const { deal: say } = words;
  return (
    <header class="deal-header">
      <h1 dir="auto">{deal.name === '' ? say.unnamed : deal.name}</h1>
      {deal.customer !== '' && deal.customer !== deal.name && (
        <p class="customer" dir="auto">
          {deal.customer}
        </p>
      )}
      <p class="facts">
        <span class={deal.amount === '' ? 'quiet' : 'amount'}>
          {deal.amount === '' ? say.noAmount : deal.amount}
        </span>
        {deal.closeDate !== '' && <span>{say.closes(dayText(deal.closeDate, language))}</span>}
      </p>
      <p class="facts">
        <span class={deal.owner === '' ? 'quiet' : ''} dir="auto">
          {deal.owner === '' ? say.noOwner : say.owner(deal.owner)}
        </span>
        <button type="button" class="link with-icon" onClick={onShowRow}>
          <Icon name="row" />
          {say.showRow}
        </button>
      </p>
      <p class={`dwell ${deal.stalled ? 'is-stalled' : ''}`}>
        {deal.stalled && <strong class="mark">{say.stalled}</strong>}
        <span>{dwellText(deal, say)}</span>
        <Limit {...{ deal, say }} />
      </p>
      {deal.outlook !== undefined && <p class="quiet">{deal.outlook}</p>}
    </header>
  );
}

/** Why it is stalled, or why it is not although it has stood for so long. */
function Limit({ deal, say }: { readonly deal: DealView; readonly say: PageWords['deal'] }) {
  const { stalled, limitDays, daysInStage } = deal;
  if (limitDays === null || daysInStage === null || daysInStage <= limitDays) return null;
  return <span class="quiet">{stalled ? say.limit(limitDays) : say.covered(limitDays)}</span>;
}

function dwellText({ daysInStage, usualDays }: DealView, say: PageWords['deal']): string {
  if (daysInStage === null) return say.daysUnknown;
  if (usualDays === null) return say.days(daysInStage);
  return say.daysAgainst(daysInStage, Math.round(usualDays), timesText(daysInStage, usualDays));
}
