import { useEffect, useMemo } from 'preact/hooks';
import type { PipelineView } from '../src/rpc';
import { WIDE_BOARD_WORDS } from '../src/words/wideBoard';
import { BoardColumn } from './boardColumn';
import { columnsOf, passes } from './boardColumns';
import { BoardFiltersBar } from './boardFiltersBar';
import { BoardNotice } from './boardNotice';
import { BoardPanel } from './boardPanel';
import { ClosingDialog } from './closingDialog';
import { ClosingStages } from './closingStages';
import { MovingDesk } from './movingDesk';
import { cardsOf, pipelineAlone } from './pipelines';
import { SelectionBar } from './selectionBar';
import { Skeleton } from './shownDeal';
import { useBoardHands } from './useBoardHands';
import { useDesk } from './useDesk';

const STALE_MS = 15_000;

/** The board: every deal as a card in its stage, and one of them opened beside. */
export function BoardApp() {
  const desk = useBoardDesk();
  const { shown, cards } = desk.state;
  const { language, words, pageWords } = desk;
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = words.title;
  }, [language, words]);
  if (shown.kind === 'loading')
    return (
      <main class="board-page">
        <Skeleton label={words.loading} />
      </main>
    );
  if (shown.kind === 'failed')
    return (
      <main class="blank">
        <h1>{words.failed}</h1>
        <p role="alert">{shown.why}</p>
        <button type="button" class="primary" onClick={() => void desk.load()}>
          {pageWords.failed.retry}
        </button>
      </main>
    );
  if (cards.length === 0)
    return (
      <main class="blank">
        <h1>{words.empty.title}</h1>
        <p>{words.empty.advice}</p>
      </main>
    );
  return <Board desk={desk} pipeline={shown.pipeline} today={shown.today} />;
}

interface Props {
  readonly desk: MovingDesk;
  readonly pipeline: PipelineView;
  readonly today: string;
}

function Board({ desk, pipeline: whole, today }: Props) {
  const { cards, filters, underway, open, held } = desk.state;
  const pipeline = useMemo(() => pipelineAlone(whole, filters.pipeline), [whole, filters.pipeline]);
  const own = useMemo(
    () => cardsOf(cards, whole, filters.pipeline),
    [cards, whole, filters.pipeline],
  );
  const passing = useMemo(
    () => own.filter((card) => passes(card, filters, { today, stages: pipeline.stages })),
    [own, filters, today, pipeline],
  );
  const columns = useMemo(
    () => columnsOf(pipeline.stages, passing, underway),
    [pipeline, passing, underway],
  );
  const { hands, asked, says, drop, stopAsking, focusCard } = useBoardHands(
    desk,
    columns,
    pipeline,
  );
  const path = columns.filter(({ kind }) => kind === 'open');
  const close = () => {
    desk.set({ open: null, held: [] });
    focusCard();
  };
  return (
    <div class="board-page">
      <main>
        <h1 class="for-readers">{desk.words.title}</h1>
        <BoardFiltersBar desk={desk} pipeline={whole} cards={own} shown={passing.length} />
        <SelectionBar desk={desk} pipeline={pipeline} onMove={drop} />
        <div class="columns">
          {path.map((column) => (
            <BoardColumn key={column.key} {...{ column, desk, hands }} />
          ))}
          <ClosingStages
            columns={columns.filter(({ kind }) => kind !== 'open')}
            {...{ desk, hands }}
          />
        </div>
        <p class="keys quiet">{WIDE_BOARD_WORDS[desk.language].keys}</p>
        <BoardNotice desk={desk} />
      </main>
      {(open !== null || held.length > 0) && <BoardPanel desk={desk} onClose={close} />}
      {asked !== null && (
        <ClosingDialog key={asked.stage.key} {...{ asked, pipeline, desk }} onDone={stopAsking} />
      )}
      <p class="for-readers" role="status">
        {says}
      </p>
    </div>
  );
}

/** The desk for as long as the page lives; it looks again when the person comes back to the page. */
function useBoardDesk(): MovingDesk {
  const desk = useDesk(() => new MovingDesk());
  useEffect(() => {
    void desk.load();
    const look = () => {
      if (Date.now() - desk.lookedAt > STALE_MS) void desk.load();
    };
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [desk]);
  return desk;
}
