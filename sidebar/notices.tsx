import type { DealDesk } from './dealDesk';

/** The last outcome, at the foot of the page: it stays until the next one, so that nobody has to read in a hurry. */
export function Notices({ desk }: { readonly desk: DealDesk }) {
  const { notice, outOfTouch } = desk.state;
  const words = desk.words;
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
        <div class={`notice ${notice.kind}`}>
          <p>{notice.text}</p>
          {notice.undo !== undefined && (
            <button type="button" onClick={() => void desk.undo(notice.undo ?? {})}>
              {words.history.undo}
            </button>
          )}
          {notice.retry !== undefined && (
            <button type="button" onClick={notice.retry}>
              {words.failed.retry}
            </button>
          )}
          <button
            type="button"
            class="close"
            aria-label={words.close}
            onClick={() => desk.dismiss()}
          >
            ×
          </button>
        </div>
      )}
    </div>
  );
}
