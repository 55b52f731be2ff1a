import type {
  ActionReply,
  Answer,
  ApiName,
  ApiReplies,
  ApiRequest,
  CellView,
  DialogView,
  GestureRequest,
  ProgressView,
  QuestionView,
  TabView,
  ToastView,
  WorkbookView,
} from '../serving/api';
import { type Area, a1, oneCell } from './grid/address';
import { ask, listen, ServerError } from './server';
import { PAGE_WORDS, type PageWords } from './words';

export type Panel = 'none' | 'inbox';

/** A question of the script that waits for this person. */
interface OpenQuestion {
  readonly view: QuestionView;
  answer(answer: Answer): void;
}

export interface Notice {
  readonly id: number;
  readonly title: string;
  readonly text: string;
}

/** All that the page shows, apart from the cells, which the grid keeps. */
export interface PageState {
  readonly book: WorkbookView | null;
  readonly progress: ProgressView | null;
  readonly online: boolean;
  /** The server said no to this person: what it said. */
  readonly denied: string;
  readonly activeId: number;
  readonly area: Area;
  /** The active cell's content for the formula bar. */
  readonly cell: CellView;
  /** What the selected cells hold together. */
  readonly total: { readonly count: number; readonly sum: number | null };
  readonly showHidden: boolean;
  readonly toasts: readonly (ToastView & { readonly id: number })[];
  readonly notices: readonly Notice[];
  readonly sidebar: DialogView | null;
  readonly dialogs: readonly DialogView[];
  readonly question: OpenQuestion | null;
  readonly panel: Panel;
  /** Requests on their way that a person waits for. */
  readonly working: number;
}

type Acting = 'open' | 'gesture' | 'menu' | 'call' | 'trigger' | 'advance' | 'user' | 'reset';

/** The page's one store: what it shows and what a person can do. */
export class Session {
  state: PageState = {
    book: null,
    progress: null,
    online: true,
    denied: '',
    activeId: -1,
    area: oneCell(1, 1),
    cell: '',
    total: { count: 0, sum: null },
    showHidden: false,
    toasts: [],
    notices: [],
    sidebar: null,
    dialogs: [],
    question: null,
    panel: 'none',
    working: 0,
  };
  /** The grid takes part: it shows the active tab and gives its cells anew. */
  onBook: ((book: WorkbookView) => void) | null = null;
  onJump: ((area: Area) => void) | null = null;
  readonly #watchers = new Set<() => void>();
  #nextId = 1;
  #loading: Promise<void> | null = null;
  #again = false;
  #remembered = new Map<number, Area>();

  get words(): PageWords {
    return PAGE_WORDS[this.state.book?.language ?? 'en'];
  }

  get tab(): TabView | null {
    return this.state.book?.tabs.find((tab) => tab.sheetId === this.state.activeId) ?? null;
  }

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  set(change: Partial<PageState>): void {
    this.state = { ...this.state, ...change };
    for (const watcher of this.#watchers) watcher();
  }

  /** Loads the workbook, runs its onOpen, and keeps listening. */
  async start(): Promise<void> {
    listen(
      (event) => {
        if (event.kind === 'progress') this.set({ progress: event.progress });
        else if (event.kind === 'ready') {
          this.set({ sidebar: null, dialogs: [] });
          void this.#opened();
        } else if (event.revision !== this.state.book?.revision) void this.refresh();
      },
      (online) => {
        if (online && !this.state.online) void this.refresh();
        this.set({ online });
      },
    );
    await this.refresh();
    if (this.state.book !== null && this.state.progress === null) await this.#opened();
  }

  async #opened(): Promise<void> {
    await this.refresh();
    if (this.state.denied === '') await this.act('open', {});
  }

  /** Asks for the workbook anew; calls that come meanwhile share the next answer. */
  refresh(): Promise<void> {
    if (this.#loading !== null) {
      this.#again = true;
      return this.#loading;
    }
    this.#loading = this.#load().finally(() => {
      this.#loading = null;
      if (this.#again) {
        this.#again = false;
        void this.refresh();
      }
    });
    return this.#loading;
  }

  async #load(): Promise<void> {
    try {
      const book = await ask('workbook', {});
      const shown = book.tabs.some((tab) => tab.sheetId === this.state.activeId);
      const first = book.tabs.find((tab) => !tab.hidden);
      document.documentElement.lang = book.language;
      this.set({
        book,
        denied: '',
        progress: book.progress,
        ...(shown ? {} : { activeId: first?.sheetId ?? -1, area: oneCell(1, 1) }),
      });
      this.onBook?.(book);
    } catch (error) {
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    if (!(error instanceof ServerError)) throw error;
    if (error.status === 0) this.set({ online: false });
    else if (error.status === 403) this.set({ denied: error.message, book: null });
    else this.notice(this.words.refused, error.message);
  }

  /** Does something on the server, asks the script's questions on the way, and shows what came. */
  async act<N extends Acting>(
    name: N,
    request: Omit<ApiRequest<N>, 'as' | 'selection' | 'answers'>,
    quiet = false,
  ): Promise<ActionReply | null> {
    const answers: Answer[] = [];
    for (;;) {
      const reply = await this.#request(name, {
        ...request,
        selection: this.#selection(),
        ...(answers.length > 0 ? { answers } : {}),
      });
      if (reply === null) return null;
      if (reply.question === null) {
        this.#show(reply, quiet);
        await this.refresh();
        return reply;
      }
      answers.push(await this.#answer(reply.question));
    }
  }

  async #request<N extends ApiName>(name: N, body: unknown): Promise<ActionReply | null> {
    this.set({ working: this.state.working + 1 });
    try {
      return (await ask(name, body as Omit<ApiRequest<N>, 'as'>)) as ActionReply & ApiReplies[N];
    } catch (error) {
      this.#failed(error);
      return null;
    } finally {
      this.set({ working: this.state.working - 1 });
    }
  }

  #answer(view: QuestionView): Promise<Answer> {
    return new Promise((resolve) => {
      const answer = (given: Answer) => {
        this.set({ question: null });
        resolve(given);
      };
      this.set({ question: { view, answer } });
    });
  }

  #show(reply: ActionReply, quiet: boolean): void {
    for (const toast of reply.toasts) this.#toast(toast);
    for (const dialog of reply.dialogs) {
      if (dialog.kind === 'sidebar') this.set({ sidebar: dialog });
      else this.set({ dialogs: [...this.state.dialogs, dialog] });
    }
    if (reply.error !== null && !quiet) this.notice(this.words.refused, reply.error);
  }

  #toast(toast: ToastView): void {
    const id = this.#nextId++;
    this.set({ toasts: [...this.state.toasts.slice(-2), { ...toast, id }] });
    const seconds = toast.seconds < 0 ? 0 : Math.max(toast.seconds, 4);
    if (seconds > 0) setTimeout(() => this.dismiss(id), seconds * 1000);
  }

  dismiss(id: number): void {
    this.set({
      toasts: this.state.toasts.filter((toast) => toast.id !== id),
      notices: this.state.notices.filter((notice) => notice.id !== id),
    });
  }

  notice(title: string, text: string): void {
    this.set({ notices: [...this.state.notices, { id: this.#nextId++, title, text }] });
  }

  gesture(gesture: GestureRequest): Promise<ActionReply | null> {
    return this.act('gesture', { gesture });
  }

  selectTab(sheetId: number, area = this.#remembered.get(sheetId) ?? oneCell(1, 1)): void {
    if (sheetId === this.state.activeId || this.state.book === null) return;
    this.#remembered.set(this.state.activeId, this.state.area);
    this.set({ activeId: sheetId, area, cell: '' });
    this.onBook?.(this.state.book);
  }

  /** Shows the columns that the program hides, or hides them again. */
  toggleHidden(): void {
    this.set({ showHidden: !this.state.showHidden });
    if (this.state.book !== null) this.onBook?.(this.state.book);
  }

  /** Goes to a tab's cells: from a link in a mail, or the name box. */
  jump(sheetId: number, area: Area): void {
    if (sheetId === this.state.activeId) this.onJump?.(area);
    else this.selectTab(sheetId, area);
  }

  closeDialog(id: string): void {
    this.set({
      sidebar: this.state.sidebar?.id === id ? null : this.state.sidebar,
      dialogs: this.state.dialogs.filter((dialog) => dialog.id !== id),
    });
  }

  #selection() {
    const { area, activeId } = this.state;
    if (activeId < 0) return null;
    return { sheetId: activeId, range: a1(area) };
  }
}
