import { useEffect, useRef, useState } from 'preact/hooks';
import { a1, areaOf, oneCell } from '../grid/address';
import { editedText } from '../grid/cellCache';
import type { Session } from '../session';
import { Menu } from './menu';
import { mayEdit } from './titleBar';

/** The name box and what the active cell holds; typing here is typing in the cell. */
export function FormulaBar({ session }: { session: Session }) {
  const { area, cell, activeId } = session.state;
  const { words } = session;
  const text = editedText(cell);
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => setTyped(null), [activeId, area.row, area.column, text]);
  const save = () => {
    if (typed === null || typed === text) return;
    const range = a1(oneCell(area.row, area.column));
    void session.gesture({
      edit: { tab: session.tab?.name ?? '', range, values: [[typed]] },
    });
    setTyped(null);
  };
  return (
    <section class="formula-bar" aria-label={words.formulaBar}>
      <NameBox session={session} />
      <span class="fx" aria-hidden="true">
        fx
      </span>
      <input
        class="formula"
        aria-label={words.formulaBar}
        value={typed ?? text}
        readOnly={!mayEdit(session)}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') event.currentTarget.blur();
          else if (event.key === 'Escape') {
            setTyped(null);
            event.currentTarget.blur();
          }
        }}
        onBlur={save}
      />
    </section>
  );
}

/** Says what is selected; typing an address there goes to it. */
function NameBox({ session }: { session: Session }) {
  const { area, activeId } = session.state;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      class="name-box"
      aria-label={session.words.nameBox}
      value={typed ?? a1(area)}
      data-area={a1(area)}
      onFocus={(event) => event.currentTarget.select()}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Enter') return;
        const wanted = areaOf(event.currentTarget.value);
        if (wanted !== null) session.jump(activeId, wanted);
        event.currentTarget.blur();
      }}
    />
  );
}

/** The tabs at the bottom, in their colours. */
export function TabBar({ session }: { session: Session }) {
  const { book, activeId } = session.state;
  const tabs = book?.tabs ?? [];
  const shown = tabs.filter((tab) => !tab.hidden || tab.sheetId === activeId);
  const active = useRef<HTMLButtonElement>(null);
  useEffect(() => active.current?.scrollIntoView({ inline: 'nearest' }), [activeId]);
  return (
    <div class="tab-bar">
      <Menu
        label={
          <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
            <path d="M2 4h14M2 9h14M2 14h14" stroke="#444746" stroke-width="2" />
          </svg>
        }
        title={session.words.allTabs}
        lines={tabs.map((tab) => ({
          label: tab.name,
          run: () => session.selectTab(tab.sheetId),
        }))}
      />
      <nav aria-label={session.words.allTabs}>
        {shown.map((tab) => (
          <button
            type="button"
            key={tab.sheetId}
            ref={tab.sheetId === activeId ? active : null}
            aria-current={tab.sheetId === activeId ? 'page' : undefined}
            onClick={() => session.selectTab(tab.sheetId)}
            onDblClick={() => rename(session, tab.name)}
          >
            {tab.name}
            <span class="colour" style={{ background: tab.colour === '' ? 'none' : tab.colour }} />
          </button>
        ))}
      </nav>
      <Total session={session} />
    </div>
  );
}

function rename(session: Session, tab: string): void {
  if (!mayEdit(session)) return;
  const to = window.prompt(session.words.renameTab, tab);
  if (to !== null && to !== tab) void session.gesture({ renameTab: { tab, to } });
}

/** Sum and count of the selected cells, when there are several. */
function Total({ session }: { session: Session }) {
  const { total, area, book } = session.state;
  const { words } = session;
  if (area.row === area.lastRow && area.column === area.lastColumn) return null;
  const format = new Intl.NumberFormat(book?.language === 'zh' ? 'zh-CN' : 'en', {
    maximumFractionDigits: 2,
  });
  return (
    <output class="total">
      {total.sum === null
        ? `${words.count} ${format.format(total.count)}`
        : `${words.sum} ${format.format(total.sum)}`}
    </output>
  );
}
