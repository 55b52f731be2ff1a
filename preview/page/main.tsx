import { render } from 'preact';
import './page.css';
import { FormulaBar, TabBar } from './chrome/bars';
import { Dialogs, Sidebar } from './chrome/dialogs';
import { useSession } from './chrome/hooks';
import { Inbox } from './chrome/inbox';
import { Messages, Opening } from './chrome/messages';
import { SheetArea } from './chrome/sheetArea';
import { mayEdit, TitleBar } from './chrome/titleBar';
import { Toolbar } from './chrome/toolbar';
import { Frames } from './frames';
import { Session } from './session';

function Page({ session, frames }: { session: Session; frames: Frames }) {
  const state = useSession(session);
  return (
    <>
      <TitleBar session={session} />
      <Toolbar session={session} />
      <FormulaBar session={session} />
      <main>
        <SheetArea session={session} />
        {state.panel === 'inbox' && <Inbox session={session} />}
        <Sidebar session={session} frames={frames} />
        <Opening session={session} />
      </main>
      <TabBar session={session} />
      <Dialogs session={session} frames={frames} />
      <Messages session={session} />
    </>
  );
}

/** Ctrl+Z and Ctrl+Y anywhere but in a text field. */
function listenForUndo(session: Session): void {
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || !mayEdit(session)) return;
    if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select'))
      return;
    const key = event.key.toLowerCase();
    const redo = key === 'y' || (key === 'z' && event.shiftKey);
    if (!redo && key !== 'z') return;
    event.preventDefault();
    void session.gesture(redo ? { redo: {} } : { undo: {} });
  });
}

const session = new Session();
const frames = new Frames(session);

/** The grid's own script defines its element a moment after it is loaded. */
async function start(): Promise<void> {
  await customElements.whenDefined('revo-grid');
  const place = document.getElementById('page');
  if (place !== null) render(<Page session={session} frames={frames} />, place);
  listenForUndo(session);
  await session.start();
}

void start();
