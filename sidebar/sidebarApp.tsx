import { useEffect } from 'preact/hooks';
import type { DealDesk } from './dealDesk';
import { DealSearch } from './dealSearch';
import { Notices } from './notices';
import { readersLanguage } from './readersLanguage';
import { ShownDeal } from './shownDeal';
import { showRow } from './showRow';
import { useDealDesk } from './useDealDesk';
import { useFollowing } from './useFollowing';

/** The sidebar: the selected deal, or one that was searched for. */
export function SidebarApp() {
  const desk = useDealDesk({ from: 'sidebar', id: null });
  useFollowing(desk);
  const { pipeline } = desk.state;
  const language = pipeline?.language ?? readersLanguage();
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = desk.words.views.deal;
  }, [language, desk]);
  return (
    <>
      <main>
        <DealSearch words={desk.words} onChoose={(id) => void open(desk, id)} />
        {desk.id !== null && <Following desk={desk} />}
        <ShownDeal desk={desk} />
      </main>
      <Notices desk={desk} />
    </>
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
