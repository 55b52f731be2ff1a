import type { PageWords } from '../src/words/pages';
import type { DealDesk } from './dealDesk';
import type { Notice } from './deskState';
import { Icon } from './icon';

/** The last outcome, at the foot of the page: it stays until the next one, so that nobody has to read in a hurry. */
export function Notices({ desk }: { readonly desk: DealDesk }) {
  const { notice, outOfTouch } = desk.state;
  const { words } = desk;
  return (
    <div class="notices" aria-live="polite">
      {outOfTouch && (
        <div class="notice failed">
          <p>{words.failed.outOfTouch}</p>
          <button type="button" onClick={() => void desk.load('whole')}>
            {words.failed.retry}
          </button>
        </div>
      )}
      {notice !== null && (
        <NoticeBar
          notice={notice}
          words={words}
          onClose={() => desk.dismiss()}
          onUndo={() => {
            if (notice.undo !== undefined) void desk.undo(notice.undo);
          }}
        />
      )}
    </div>
  );
}

interface BarProps {
  readonly notice: Notice;
  readonly words: PageWords;
  readonly onClose: () => void;
  readonly onUndo: () => void;
}

export function NoticeBar({ notice, words, onClose, onUndo }: BarProps) {
  return (
    <div class={`notice ${notice.kind}`}>
      <p>{notice.text}</p>
      {notice.undo !== undefined && (
        <button type="button" onClick={onUndo}>
          {words.history.undo}
        </button>
      )}
      {notice.retry !== undefined && (
        <button type="button" onClick={notice.retry}>
          {words.failed.retry}
        </button>
      )}
      <button type="button" class="close" aria-label={words.close} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}
