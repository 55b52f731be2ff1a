import { useEffect } from 'preact/hooks';
import type { DealDesk } from './dealDesk';
import { DealPanel } from './dealPanel';
import { DealSearch } from './dealSearch';
import { Notices } from './notices';
import { readersLanguage } from './readersLanguage';
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
        <Shown desk={desk} />
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

function Shown({ desk }: { readonly desk: DealDesk }) {
  const { shown, pipeline } = desk.state;
  const { words } = desk;
  if (shown.kind === 'deal' && pipeline !== null)
    return <DealPanel deal={shown.deal} pipeline={pipeline} desk={desk} />;
  if (shown.kind === 'failed')
    return (
      <section class="blank" role="alert">
        <h1>{words.failed.title}</h1>
        <p>{shown.why}</p>
        <button type="button" class="primary" onClick={() => void desk.load('whole')}>
          {words.failed.retry}
        </button>
      </section>
    );
  if (shown.kind === 'none' || shown.kind === 'gone') {
    const { title, advice } = shown.kind === 'none' ? words.empty : words.gone;
    return (
      <section class="blank">
        <h1>{title}</h1>
        <p>{advice}</p>
      </section>
    );
  }
  return <Skeleton label={words.loading} />;
}

/** Grey bars where the deal will stand: no words, because the workbook's language is not known yet. */
function Skeleton({ label }: { readonly label: string }) {
  return (
    <div class="skeleton" role="status" aria-label={label}>
      <i />
      <i />
      <i />
      <i />
      <i />
    </div>
  );
}
