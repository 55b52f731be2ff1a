import type { GestureRequest } from '../../serving/api';
import { a1 } from '../grid/address';
import type { Session } from '../session';
import { mayEdit } from './titleBar';

/** The strip under the menus: what a person needs most often. */
export function Toolbar({ session }: { session: Session }) {
  const { words, tab } = session;
  const { area } = session.state;
  const name = tab?.name ?? '';
  const hidden = tab?.hiddenColumns.length ?? 0;
  const locked = !mayEdit(session);
  const button = (label: string, gesture: GestureRequest) => (
    <button type="button" disabled={locked} onClick={() => void session.gesture(gesture)}>
      {label}
    </button>
  );
  return (
    <section class="toolbar" aria-label={words.toolbar}>
      {button(words.undo, { undo: {} })}
      {button(words.redo, { redo: {} })}
      <span class="rule" />
      {button(words.rowBelow, { insertRows: { tab: name, at: area.lastRow + 1, count: 1 } })}
      {button(words.clear, { clear: { tab: name, range: a1(area) } })}
      {hidden > 0 && (
        <>
          <span class="rule" />
          <button
            type="button"
            aria-pressed={session.state.showHidden}
            onClick={() => session.toggleHidden()}
          >
            {words.hiddenColumns(hidden)}
          </button>
        </>
      )}
    </section>
  );
}
