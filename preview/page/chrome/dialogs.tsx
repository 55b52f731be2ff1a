import { useEffect, useRef, useState } from 'preact/hooks';
import type { DialogView } from '../../serving/api';
import type { Frames } from '../frames';
import type { Session } from '../session';

/** As Google: scripts and forms, but an origin of its own that reaches neither the page nor the server. */
const SANDBOX =
  'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads';

interface FrameProps {
  readonly frames: Frames;
  readonly dialog: DialogView;
}

function Frame({ frames, dialog }: FrameProps) {
  const box = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    frames.add(dialog.id, box.current);
    return () => frames.add(dialog.id, null);
  }, [frames, dialog.id]);
  const size =
    dialog.kind === 'sidebar'
      ? {}
      : { width: `${dialog.width}px`, height: `${dialog.height}px`, maxWidth: '100%' };
  return (
    <iframe
      ref={box}
      key={dialog.id}
      title={dialog.title}
      sandbox={SANDBOX}
      src={`/frame/${dialog.id}`}
      style={size}
    />
  );
}

interface Props {
  readonly session: Session;
  readonly frames: Frames;
}

export function Sidebar({ session, frames }: Props) {
  const { sidebar } = session.state;
  if (sidebar === null) return null;
  return (
    <aside class="sidebar" aria-label={sidebar.title || session.words.sidebar}>
      <header>
        <h2>{sidebar.title}</h2>
        <button
          type="button"
          class="close"
          aria-label={session.words.close}
          onClick={() => session.closeDialog(sidebar.id)}
        >
          ×
        </button>
      </header>
      <Frame key={sidebar.id} frames={frames} dialog={sidebar} />
    </aside>
  );
}

export function Dialogs({ session, frames }: Props) {
  return (
    <>
      {session.state.dialogs.map((dialog) => (
        <Modal
          key={dialog.id}
          title={dialog.title}
          modal={dialog.kind === 'modal'}
          closeLabel={session.words.close}
          onClose={() => session.closeDialog(dialog.id)}
        >
          <Frame frames={frames} dialog={dialog} />
        </Modal>
      ))}
      <QuestionDialog session={session} />
    </>
  );
}

interface ModalProps {
  readonly title: string;
  readonly modal: boolean;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: preact.ComponentChildren;
}

function Modal({ title, modal, closeLabel, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (modal) dialog.current?.showModal();
    else dialog.current?.show();
  }, [modal]);
  return (
    <dialog
      ref={dialog}
      class="modal"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2>{title}</h2>
        <button type="button" class="close" aria-label={closeLabel} onClick={onClose}>
          ×
        </button>
      </header>
      {children}
    </dialog>
  );
}

/** An alert or a prompt of the script. */
function QuestionDialog({ session }: { session: Session }) {
  const { question } = session.state;
  const [text, setText] = useState('');
  if (question === null) return null;
  const { view } = question;
  const { words } = session;
  const labels = {
    OK: words.ok,
    CANCEL: words.cancel,
    YES: words.yes,
    NO: words.no,
    CLOSE: words.close,
  };
  const answer = (button: keyof typeof labels) => {
    question.answer({ button, text });
    setText('');
  };
  return (
    <Modal
      key={`${view.title} ${view.message}`}
      title={view.title}
      modal
      closeLabel={words.close}
      onClose={() => answer('CLOSE')}
    >
      <form
        class="question"
        onSubmit={(event) => {
          event.preventDefault();
          answer(view.buttons[0] ?? 'OK');
        }}
      >
        <p>{view.message}</p>
        {view.kind === 'prompt' && (
          <input
            type="text"
            aria-label={view.message}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
        <div class="buttons">
          {view.buttons.map((button, at) => (
            <button
              key={button}
              type={at === 0 ? 'submit' : 'button'}
              class={at === 0 ? 'primary' : ''}
              onClick={at === 0 ? undefined : () => answer(button)}
            >
              {labels[button]}
            </button>
          ))}
        </div>
      </form>
    </Modal>
  );
}
