import { WIDE_BOARD_WORDS } from '../src/words/wideBoard';
import { type BoardHands, dropTarget, overClass, sumText } from './boardColumn';
import type { Column } from './boardColumns';
import type { BoardDesk } from './boardDesk';

interface Props {
  readonly columns: readonly Column[];
  readonly desk: BoardDesk;
  readonly hands: BoardHands;
}

/** Won, lost and nurture: places to drop a card on, with what they hold. Their deals are past the board. */
export function ClosingStages({ columns, desk, hands }: Props) {
  const say = WIDE_BOARD_WORDS[desk.language].column;
  return (
    <div class="closings">
      {columns.map((column) => (
        <section
          key={column.key}
          class={`closing ${column.kind} ${overClass(column, hands.hand)}`}
          {...dropTarget(column, hands)}
        >
          <h2 dir="auto">{column.label}</h2>
          <p class="quiet">{say.deals(column.cards.length)}</p>
          <p>{sumText(column.sums, 'amount', desk.language)}</p>
          {hands.hand !== null && <p class="quiet">{say.closing}</p>}
        </section>
      ))}
    </div>
  );
}
