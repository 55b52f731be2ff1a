import type { ProgressView } from '../../serving/api';
import type { Session } from '../session';

/** Toasts at the lower right, and what went wrong as Sheets says it, in a box to be closed. */
export function Messages({ session }: { session: Session }) {
  const { toasts, notices, online } = session.state;
  const { words } = session;
  return (
    <div class="messages" role="status" aria-live="polite">
      {!online && <div class="toast offline">{words.offline}</div>}
      {notices.map((notice) => (
        <div class="toast notice" key={notice.id}>
          <strong>{notice.title}</strong>
          <p>{notice.text}</p>
          <button
            type="button"
            class="close"
            aria-label={words.close}
            onClick={() => session.dismiss(notice.id)}
          >
            ×
          </button>
        </div>
      ))}
      {toasts.map((toast) => (
        <div class="toast" key={toast.id}>
          {toast.title !== '' && <strong>{toast.title}</strong>}
          <p>{toast.message}</p>
          <button
            type="button"
            class="close"
            aria-label={words.close}
            onClick={() => session.dismiss(toast.id)}
          >
            ×
          </button>
        </div>
      ))}
    </div>
  );
}

/** While the workbook is being made: what is going on, and how far it is. */
export function Opening({ session }: { session: Session }) {
  const { progress, denied, book } = session.state;
  const { words } = session;
  if (denied !== '') return <Curtain text={denied} progress={null} />;
  if (progress !== null) return <Curtain text={progress.label} progress={progress} />;
  if (book === null) return <Curtain text={words.loading} progress={null} />;
  return null;
}

function Curtain({ text, progress }: { text: string; progress: ProgressView | null }) {
  return (
    <div class="curtain" role="status">
      <p>{text}</p>
      {progress !== null && progress.total > 0 && (
        <progress value={progress.done} max={progress.total} aria-label={text} />
      )}
    </div>
  );
}
