import { useLayoutEffect, useRef } from 'preact/hooks';
import { WIDE_BOARD_WORDS } from '../src/words/wideBoard';
import type { HeldCard } from './boardDesk';
import { EMPTY_DRAFT } from './draft';
import { Icon } from './icon';
import type { MovingDesk } from './movingDesk';
import { Notices } from './notices';
import { ShownDeal } from './shownDeal';
import { useDealDesk } from './useDealDesk';

interface Props {
  readonly desk: MovingDesk;
  readonly onClose: () => void;
}

/** Beside the board: one deal with all that the sidebar shows of it, or the cards that came back. */
export function BoardPanel({ desk, onClose }: Props) {
  const { open, held } = desk.state;
  const { panel } = WIDE_BOARD_WORDS[desk.language];
  const aside = useRef<HTMLElement>(null);
  useLayoutEffect(() => aside.current?.focus(), [open]);
  return (
    <aside
      class="panel"
      ref={aside}
      tabIndex={-1}
      aria-label={panel.label}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <button type="button" class="close" aria-label={panel.close} onClick={onClose}>
        <Icon name="close" />
      </button>
      {open === null ? (
        <HeldList desk={desk} />
      ) : (
        <PanelDeal
          key={open}
          desk={desk}
          id={open}
          held={held.find(({ id }) => id === open) ?? null}
        />
      )}
    </aside>
  );
}

interface DealProps {
  readonly desk: MovingDesk;
  readonly id: string;
  readonly held: HeldCard | null;
}

function PanelDeal({ desk, id, held }: DealProps) {
  const drafts =
    held === null
      ? {}
      : {
          [id]: {
            ...EMPTY_DRAFT,
            target: held.to,
            refused: {
              target: held.to,
              shortfalls: held.result.shortfalls,
              message: held.result.message,
              time: 0,
              isNews: true,
            },
          },
        };
  const deal = useDealDesk({
    from: 'board',
    id,
    drafts,
    onCards: (cards) => void desk.take(cards),
  });
  return (
    <>
      <ShownDeal desk={deal} />
      <Notices desk={deal} />
    </>
  );
}

function HeldList({ desk }: { readonly desk: MovingDesk }) {
  const { held, cards } = desk.state;
  const say = WIDE_BOARD_WORDS[desk.language].held;
  return (
    <section class="came-back">
      <h1>{say.title(held.length)}</h1>
      <ul>
        {held.map(({ id, result }) => {
          const name = cards.find((card) => card.id === id)?.name ?? '';
          return (
            <li key={id}>
              <strong dir="auto">{name === '' ? desk.pageWords.deal.unnamed : name}</strong>
              {result.shortfalls.map(({ message }) => (
                <p key={message} dir="auto">
                  {message}
                </p>
              ))}
              <button type="button" onClick={() => desk.set({ open: id })}>
                {say.fillIn}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
