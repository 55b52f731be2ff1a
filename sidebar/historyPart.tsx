import type { DealView } from '../src/rpc';
import type { DealDesk } from './dealDesk';
import { momentText, type PageLanguage } from './format';
import { Icon } from './icon';

interface Props {
  readonly deal: DealView;
  readonly desk: DealDesk;
  readonly language: PageLanguage;
}

const AT_FIRST = 4;

/** What happened lately, newest first, and what of it can be taken back. */
export function HistoryPart({ deal, desk, language }: Props) {
  const say = desk.words.history;
  const first = deal.history.slice(0, AT_FIRST);
  const rest = deal.history.slice(AT_FIRST);
  const line = (one: DealView['history'][number]) => (
    <HistoryItem key={one.entry} line={one} desk={desk} language={language} />
  );
  return (
    <section class="part">
      <h2>{say.heading}</h2>
      {first.length === 0 && <p class="quiet">{say.empty}</p>}
      <ol class="history">{first.map(line)}</ol>
      {rest.length > 0 && (
        <details>
          <summary>{say.earlier(rest.length)}</summary>
          <ol class="history">{rest.map(line)}</ol>
        </details>
      )}
    </section>
  );
}

interface ItemProps {
  readonly line: DealView['history'][number];
  readonly desk: DealDesk;
  readonly language: PageLanguage;
}

function HistoryItem({ line, desk, language }: ItemProps) {
  const say = desk.words.history;
  const undoing = desk.state.busy === 'undo';
  return (
    <li>
      <div class="line">
        <p dir="auto">{line.line}</p>
        {line.mayUndo && (
          <button
            type="button"
            class="link with-icon"
            aria-label={say.undoLine(line.line)}
            aria-disabled={desk.state.busy !== null}
            onClick={() => void desk.undo({ entry: line.entry })}
          >
            <Icon name="undo" />
            {undoing ? say.undoing : say.undo}
          </button>
        )}
      </div>
      <p class="quiet">
        <span>{momentText(line.at, language)}</span>
        {line.by !== '' && <span dir="auto">{say.by(line.by)}</span>}
      </p>
    </li>
  );
}
