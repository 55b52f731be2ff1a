import type { MovingDesk } from './movingDesk';
import { NoticeBar } from './notices';

/** The outcome of the last move of cards, and the way back from it. */
export function BoardNotice({ desk }: { readonly desk: MovingDesk }) {
  const { notice } = desk.state;
  const batch = notice?.undo?.batch;
  return (
    <div class="notices" aria-live="polite">
      {notice !== null && (
        <NoticeBar
          notice={notice}
          words={desk.pageWords}
          onClose={() => desk.set({ notice: null })}
          onUndo={() => {
            if (batch !== undefined) void desk.undo(batch);
          }}
        />
      )}
    </div>
  );
}
