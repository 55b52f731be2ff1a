import { useEffect, useState } from 'preact/hooks';
import type { PageWords } from '../src/words/pages';
import { BoardDesk } from './boardDesk';
import type { DealDesk } from './dealDesk';
import { DealSearch } from './dealSearch';
import { Icon } from './icon';
import { NarrowBoard } from './narrowBoard';
import { Notices } from './notices';
import { readersLanguage } from './readersLanguage';
import { ShownDeal } from './shownDeal';
import { showRow } from './showRow';
import { TriageDesk } from './triageDesk';
import { TriageView } from './triageView';
import { useDealDesk } from './useDealDesk';
import { useDesk } from './useDesk';
import { useFollowing } from './useFollowing';

const VIEWS = ['deal', 'board', 'stalled'] as const;
type View = (typeof VIEWS)[number];

/** The sidebar: the selected deal or one that was searched for, the board, and the round through stalled deals. */
export function SidebarApp() {
  const desk = useDealDesk({ from: 'sidebar', id: null });
  const board = useDesk(() => new BoardDesk());
  const triage = useDesk(() => new TriageDesk());
  const [view, setView] = useState<View>('deal');
  useFollowing(desk, view === 'deal');
  const language = desk.state.pipeline?.language ?? readersLanguage();
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = desk.words.views.deal;
  }, [language, desk]);
  const go = (to: View) => {
    if (to === 'deal') void desk.load('whole');
    if (to === 'board') void board.load();
    if (to === 'stalled' && triage.state.shown.kind !== 'deals') void triage.begin();
    setView(to);
  };
  const openDeal = (id: string) => {
    setView('deal');
    void open(desk, id);
  };
  return (
    <>
      <Views words={desk.words} view={view} onGo={go} />
      <main>
        {view === 'board' && <NarrowBoard desk={board} onOpen={openDeal} />}
        {view === 'stalled' && <TriageView desk={triage} onOpen={openDeal} />}
        {view === 'deal' && (
          <>
            {desk.state.silent !== '' && (
              <p class="silent" role="status">
                <Icon name="warning" />
                {desk.state.silent}
              </p>
            )}
            <DealSearch words={desk.words} onChoose={openDeal} />
            {desk.id !== null && <Following desk={desk} />}
            <ShownDeal desk={desk} onOpen={openDeal} />
          </>
        )}
      </main>
      {view === 'deal' && <Notices desk={desk} />}
    </>
  );
}

interface ViewsProps {
  readonly words: PageWords;
  readonly view: View;
  readonly onGo: (view: View) => void;
}

function Views({ words, view, onGo }: ViewsProps) {
  return (
    <nav aria-label={words.views.label}>
      {VIEWS.map((one) => (
        <button
          key={one}
          type="button"
          {...(one === view ? { 'aria-current': 'page' as const } : {})}
          onClick={() => onGo(one)}
        >
          <Icon name={one} />
          {words.views[one]}
        </button>
      ))}
    </nav>
  );
}

/** A found deal is shown at once, and its row selected; then the selection is followed again. */
async function open(desk: DealDesk, id: string): Promise<void> {
  void desk.look(id);
  if ((await showRow(desk, id)) && desk.id === id) desk.follow();
}

function Following({ desk }: { readonly desk: DealDesk }) {
  const { follow, followWhy } = desk.words.search;
  return (
    <p class="following">
      <span>{followWhy}</span>
      <button type="button" class="link" onClick={() => void desk.look(null)}>
        {follow}
      </button>
    </p>
  );
}
