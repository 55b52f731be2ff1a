import type { MenuItemView } from '../../serving/api';
import { a1, columnLetters } from '../grid/address';
import type { Session } from '../session';
import { ClockChip, InboxChip, TriggersChip, UserChip } from './bench';
import { Menu, type MenuLine } from './menu';

/** The workbook's name, its menus (Sheets' own and the script's), and the stand-in's controls at the right. */
export function TitleBar({ session }: { session: Session }) {
  const { book, working } = session.state;
  const { words } = session;
  return (
    <header class="title-bar">
      <svg class="logo" viewBox="0 0 40 40" aria-hidden="true">
        <rect x="8" y="4" width="24" height="32" rx="3" fill="#188038" />
        <path
          d="M13 14h14v15H13zM13 19h14M13 24h14M20 14v15"
          stroke="#fff"
          fill="none"
          stroke-width="2"
        />
      </svg>
      <div class="title-and-menus">
        <div class="title-line">
          <h1>{book?.title ?? 'Sluice'}</h1>
          <span class="badge" title={words.previewHint}>
            {words.preview}
          </span>
          {book?.me.may === 'view' && <span class="badge">{words.viewOnly}</span>}
          <span class="working" role="status">
            {working > 0 ? words.working : ''}
          </span>
        </div>
        <nav class="menus">
          <Menu label={words.edit} lines={editLines(session)} />
          <Menu label={words.view} lines={viewLines(session)} />
          <Menu label={words.insert} lines={insertLines(session)} />
          <Menu label={words.data} lines={dataLines(session)} />
          {book?.menus.map((menu) => (
            <Menu
              key={menu.label}
              label={menu.label}
              className="menu-button custom"
              lines={menu.items.map((item) => scriptLine(session, item))}
            />
          ))}
        </nav>
      </div>
      <div class="bench">
        <ClockChip session={session} />
        <TriggersChip session={session} />
        <InboxChip session={session} />
        <UserChip session={session} />
      </div>
    </header>
  );
}

function scriptLine(session: Session, item: MenuItemView): MenuLine {
  if (item.items.length > 0) {
    return { label: item.label, items: item.items.map((inner) => scriptLine(session, inner)) };
  }
  if (item.label === '') return { label: '' };
  return { label: item.label, run: () => void session.act('menu', { run: item.run }) };
}

function editLines(session: Session): readonly MenuLine[] {
  const { words } = session;
  const { area } = session.state;
  const tab = session.tab?.name ?? '';
  const rows = area.lastRow - area.row + 1;
  const can = mayEdit(session);
  return [
    { label: words.undo, keys: 'Ctrl+Z', disabled: !can, run: () => act({ undo: {} }) },
    { label: words.redo, keys: 'Ctrl+Y', disabled: !can, run: () => act({ redo: {} }) },
    { label: '' },
    { label: words.cut, keys: 'Ctrl+X', disabled: !can, run: () => document.execCommand('cut') },
    { label: words.copy, keys: 'Ctrl+C', run: () => document.execCommand('copy') },
    {
      label: words.paste,
      keys: 'Ctrl+V',
      run: () => session.notice(words.paste, words.pasteHint),
    },
    { label: '' },
    {
      label: words.clear,
      keys: 'Delete',
      disabled: !can,
      run: () => act({ clear: { tab, range: a1(area) } }),
    },
    {
      label: words.deleteRows(rows),
      disabled: !can,
      run: () => act({ deleteRows: { tab, at: area.row, count: rows } }),
    },
  ];
  function act(gesture: Parameters<Session['gesture']>[0]) {
    void session.gesture(gesture);
  }
}

function viewLines(session: Session): readonly MenuLine[] {
  const { words } = session;
  const { showHidden, book } = session.state;
  const hiddenTabs = book?.tabs.filter((tab) => tab.hidden) ?? [];
  return [
    {
      label: showHidden ? words.hideHidden : words.showHidden,
      run: () => session.toggleHidden(),
    },
    ...(hiddenTabs.length === 0
      ? []
      : [
          {
            label: words.hiddenTabs,
            items: hiddenTabs.map((tab) => ({
              label: tab.name,
              run: () => session.selectTab(tab.sheetId),
            })),
          },
        ]),
  ];
}

function insertLines(session: Session): readonly MenuLine[] {
  const { words } = session;
  const { area } = session.state;
  const tab = session.tab?.name ?? '';
  const disabled = !mayEdit(session);
  const rows = (at: number) => void session.gesture({ insertRows: { tab, at, count: 1 } });
  const columns = (at: number) => void session.gesture({ insertColumns: { tab, at, count: 1 } });
  return [
    { label: words.rowAbove, disabled, run: () => rows(area.row) },
    { label: words.rowBelow, disabled, run: () => rows(area.lastRow + 1) },
    { label: '' },
    { label: words.columnLeft, disabled, run: () => columns(area.column) },
    { label: words.columnRight, disabled, run: () => columns(area.lastColumn + 1) },
  ];
}

function dataLines(session: Session): readonly MenuLine[] {
  const { words, tab } = session;
  const { area } = session.state;
  const letters = columnLetters(area.column);
  const first = (tab?.frozenRows ?? 0) + 1;
  const last = Math.max(first, tab?.lastRow ?? first);
  const range = a1({ row: first, column: 1, lastRow: last, lastColumn: tab?.lastColumn ?? 1 });
  const sort = (ascending: boolean) =>
    void session.gesture({
      sort: { tab: tab?.name ?? '', range, column: area.column, ascending },
    });
  const disabled = !mayEdit(session);
  return [
    { label: words.sortUp(letters), disabled, run: () => sort(true) },
    { label: words.sortDown(letters), disabled, run: () => sort(false) },
  ];
}

export function mayEdit(session: Session): boolean {
  const may = session.state.book?.me.may;
  return may === 'owner' || may === 'edit';
}
