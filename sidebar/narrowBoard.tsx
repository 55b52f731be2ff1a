import { useMemo, useState } from 'preact/hooks';
import type { PipelineView } from '../src/rpc';
import { CardFace } from './boardCard';
import { sumText } from './boardColumn';
import { type Column, choicesOf, columnsOf, passes } from './boardColumns';
import type { BoardDesk } from './boardDesk';
import { OwnerFilter, PipelineChoice } from './boardFiltersBar';
import { cardsOf, pipelineAlone } from './pipelines';
import { openWideBoard } from './script';
import { Skeleton } from './shownDeal';

interface Props {
  readonly desk: BoardDesk;
  readonly onOpen: (id: string) => void;
}

/** The board in 300 pixels: its stages one below the other, and the way to the wide one. */
export function NarrowBoard({ desk, onOpen }: Props) {
  const { shown } = desk.state;
  const { words, pageWords } = desk;
  if (shown.kind === 'loading') return <Skeleton label={words.loading} />;
  if (shown.kind === 'failed')
    return (
      <section class="blank">
        <h1>{words.failed}</h1>
        <p role="alert">{shown.why}</p>
        <button type="button" class="primary" onClick={() => void desk.load()}>
          {pageWords.failed.retry}
        </button>
      </section>
    );
  if (desk.state.cards.length === 0)
    return (
      <section class="blank">
        <h1>{words.empty.title}</h1>
        <p>{words.empty.advice}</p>
      </section>
    );
  return <Stages {...{ desk, onOpen }} pipeline={shown.pipeline} today={shown.today} />;
}

interface StagesProps extends Props {
  readonly pipeline: PipelineView;
  readonly today: string;
}

function Stages({ desk, onOpen, pipeline, today }: StagesProps) {
  const { cards, filters, underway } = desk.state;
  const { words } = desk;
  const own = useMemo(
    () => cardsOf(cards, pipeline, filters.pipeline),
    [cards, pipeline, filters.pipeline],
  );
  const owners = useMemo(() => choicesOf(own).owners, [own]);
  const columns = useMemo(() => {
    const { stages } = pipelineAlone(pipeline, filters.pipeline);
    const passing = own.filter((card) => passes(card, filters, { today, stages }));
    return columnsOf(stages, passing, underway).filter(({ kind }) => kind === 'open');
  }, [own, filters, underway, pipeline, today]);
  return (
    <>
      <h1 class="for-readers">{words.title}</h1>
      <div class="narrow-filters">
        <PipelineChoice desk={desk} pipeline={pipeline} />
        <input
          type="text"
          aria-label={words.filters.text}
          placeholder={words.filters.text}
          value={filters.text}
          onInput={(event) =>
            desk.set({ filters: { ...filters, text: event.currentTarget.value } })
          }
        />
        <OwnerFilter desk={desk} owners={owners} />
        <label class="check">
          <input
            type="checkbox"
            checked={filters.stalledOnly}
            onChange={(event) =>
              desk.set({ filters: { ...filters, stalledOnly: event.currentTarget.checked } })
            }
          />
          {words.filters.stalled}
        </label>
        <button type="button" class="link" onClick={() => void desk.load()}>
          {words.filters.refresh}
        </button>
      </div>
      {columns.map((column) => (
        <StageCards key={column.key} {...{ column, desk, onOpen }} />
      ))}
      <button type="button" class="wide" onClick={openWideBoard}>
        {words.narrow.openWide}
      </button>
    </>
  );
}

const AT_ONCE = 30;

/** One stage, folded until it is asked for: its cards are drawn only then, and not all at once. */
function StageCards({ column, desk, onOpen }: Props & { readonly column: Column }) {
  const [unfolded, setUnfolded] = useState(false);
  const [most, setMost] = useState(AT_ONCE);
  const { words, language, pageWords } = desk;
  const left = column.cards.length - most;
  return (
    <details
      class="stage-cards"
      open={unfolded}
      onToggle={(event) => setUnfolded(event.currentTarget.open)}
    >
      <summary>
        <span dir="auto">{words.narrow.stage(column.label, column.cards.length)}</span>
        <span class="quiet">{sumText(column.sums, 'amount', language)}</span>
      </summary>
      {unfolded && column.sums.length > 0 && (
        <p class="quiet weighted">
          {words.narrow.weighted(sumText(column.sums, 'weighted', language))}
        </p>
      )}
      {unfolded &&
        column.cards.slice(0, most).map((card) => (
          <button
            key={card.id}
            type="button"
            class={`card ${card.stalled ? 'is-stalled' : ''}`}
            onClick={() => onOpen(card.id)}
          >
            <CardFace {...{ card, language, words, pageWords }} underway={false} />
          </button>
        ))}
      {unfolded && left > 0 && (
        <button type="button" class="link" onClick={() => setMost(most + AT_ONCE)}>
          {words.narrow.more(Math.min(left, AT_ONCE))}
        </button>
      )}
    </details>
  );
}
