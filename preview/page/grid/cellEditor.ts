import type {
  ColumnDataSchemaModel,
  EditCell,
  EditorBase,
  HyperFunc,
  VNode,
} from '@revolist/revogrid';
import type { RuleView } from '../../serving/api';
import { editedText } from './cellCache';
import type { Looks, RowModel } from './cellLook';

type Save = (value?: unknown, preventFocus?: boolean) => void;
type Close = (focusNext?: boolean) => void;

/** The editor that opens over a cell: text, and for a dropdown the list of its choices below. */
export class CellEditor implements EditorBase {
  element: Element | null = null;
  editCell?: EditCell;
  readonly #save: Save;
  readonly #close: Close;
  readonly #looks: Looks;
  readonly #commit: (text: string) => void;
  readonly #rule: RuleView | null;
  readonly #start: string;
  #input: HTMLInputElement | null = null;
  #list: HTMLUListElement | null = null;
  #chosen = -1;

  constructor(looks: Looks, column: ColumnDataSchemaModel, save: Save, close: Close) {
    this.#looks = looks;
    const row = (column.model as unknown as RowModel).n;
    const number = Number(column.column.number);
    const { sheetId } = looks.tab;
    const cell = looks.cache.cell(row, number);
    this.#rule = looks.cache.rule(row, cell);
    this.#start = editedText(cell);
    // Told directly: by the time the grid closes an editor it may show another tab.
    let told = false;
    this.#commit = (text) => {
      if (!told && text !== this.#start) looks.typed(sheetId, row, number, text);
      told = true;
    };
    this.#save = save;
    this.#close = close;
  }

  getValue(): string {
    return this.#input?.value ?? '';
  }

  /** The editor closes without Enter or Tab: what was typed counts. */
  beforeAutoSave(value: unknown): boolean {
    this.#commit(String(value ?? ''));
    return false;
  }

  appendPendingInput(value: string): boolean {
    if (this.#input === null) return false;
    this.#input.value += value;
    this.#input.focus();
    return true;
  }

  componentDidRender(): void {
    setTimeout(() => {
      this.#input?.focus();
      if (this.#rule?.kind === 'list' && this.#list === null) this.#openList();
      this.#looks.editing(this);
    });
  }

  disconnectedCallback(): void {
    this.#list?.remove();
    this.#list = null;
    this.#looks.editing(null);
  }

  render(h: HyperFunc<VNode>): VNode {
    const typed = this.editCell?.val;
    return h('input', {
      type: 'text',
      class: 'cell-input',
      value: typeof typed === 'string' && typed !== '' ? typed : this.#start,
      ref: (input: HTMLInputElement) => {
        this.#input = input;
      },
      onInput: () => this.#showMatches(),
      onKeyDown: (event: KeyboardEvent) => this.#key(event),
    });
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (this.#list !== null && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      event.stopPropagation();
      this.#choose(this.#chosen + (event.key === 'ArrowDown' ? 1 : -1));
      return;
    }
    if (event.key === 'Enter' || event.key === 'Tab') this.finish(event.key);
  }

  /** Enter or Tab: what is typed, or the choice that the arrows reached, goes into the cell. */
  finish(key: 'Enter' | 'Tab'): void {
    const items = this.#list?.querySelectorAll('li');
    const value = items?.[this.#chosen]?.textContent ?? this.getValue();
    this.#list?.remove();
    this.#commit(value);
    this.#input?.blur();
    this.#save(value, key === 'Tab');
  }

  #openList(): void {
    const box = this.#input?.getBoundingClientRect();
    if (box === undefined || this.#rule?.kind !== 'list') return;
    const list = document.createElement('ul');
    list.className = 'choices';
    list.setAttribute('role', 'listbox');
    list.style.left = `${box.left - 1}px`;
    list.style.minWidth = `${Math.max(box.width + 2, 140)}px`;
    const below = window.innerHeight - box.bottom;
    if (below > 220 || below > box.top) list.style.top = `${box.bottom + 1}px`;
    else list.style.bottom = `${window.innerHeight - box.top + 1}px`;
    document.body.append(list);
    this.#list = list;
    this.#fillList(this.#rule.choices);
  }

  #fillList(choices: readonly string[]): void {
    const items = choices.map((choice) => {
      const item = document.createElement('li');
      item.setAttribute('role', 'option');
      item.textContent = choice;
      item.addEventListener('mousedown', (event) => {
        event.preventDefault();
        event.stopPropagation();
        this.#list?.remove();
        this.#commit(choice);
        this.#save(choice, true);
        this.#close(false);
      });
      return item;
    });
    this.#list?.replaceChildren(...items);
    this.#chosen = -1;
    const now = choices.indexOf(this.getValue());
    if (now >= 0) this.#choose(now);
  }

  /** Typing narrows the list; what matches nothing may still be typed: the sheet decides. */
  #showMatches(): void {
    if (this.#rule?.kind !== 'list') return;
    const wanted = this.getValue().trim().toLowerCase();
    this.#fillList(this.#rule.choices.filter((c) => c.toLowerCase().includes(wanted)));
  }

  #choose(index: number): void {
    const items = this.#list?.querySelectorAll('li') ?? [];
    this.#chosen = Math.max(-1, Math.min(items.length - 1, index));
    items.forEach((item, at) => {
      item.setAttribute('aria-selected', String(at === this.#chosen));
      if (at === this.#chosen) item.scrollIntoView({ block: 'nearest' });
    });
  }
}
