import { Book } from './book/book';
import { type BookJson, bookFromJson, bookToJson } from './book/bookJson';
import type { HostOptions } from './hostOptions';
import { HostState, type SavedState } from './state';
import { readWallText } from './wallTime';

interface Saved {
  readonly version: 1;
  readonly owner: string;
  readonly book: BookJson;
  readonly state: SavedState;
}

const OWNER = 'owner@example.com';

/** Everything that Google keeps: the workbook, and what the script left beside it. */
export class World {
  readonly owner: string;
  book: Book;
  state: HostState;

  private constructor(owner: string, book: Book, state: HostState) {
    this.owner = owner;
    this.book = book;
    this.state = state;
    this.setClock();
  }

  static empty(options: HostOptions): World {
    const owner = options.owner ?? OWNER;
    const timeZone = options.timeZone ?? 'Etc/UTC';
    const name = options.name === undefined ? {} : { name: options.name };
    const locale = options.locale ?? 'en_US';
    const book = new Book({ owner, timeZone, locale, facts: options.facts ?? {}, ...name });
    const state = new HostState();
    state.random = options.seed ?? 1;
    state.now = options.now === undefined ? Date.now() : readWallText(options.now, timeZone);
    state.users.add(owner);
    return new World(owner, book, state);
  }

  /** A saved world, its clock set to `options.now` when that is given. */
  static saved(json: unknown, options: HostOptions): World {
    const saved = json as Saved | null;
    if (saved?.version !== 1) throw new Error('This file is no saved workbook.');
    const book = bookFromJson(saved.book, options.facts);
    const world = new World(saved.owner, book, HostState.fromJSON(saved.state));
    if (options.now !== undefined) {
      world.state.now = readWallText(options.now, world.book.timeZone);
    }
    return world;
  }

  toJSON(): Saved {
    return {
      version: 1,
      owner: this.owner,
      book: bookToJson(this.book),
      state: this.state.toJSON(),
    };
  }

  /**
   * Remembers how things stand, to come back to. The workbook is copied only when `beforeWrite` is
   * called: most executions write nothing, and a large workbook takes a while.
   */
  remember(): { beforeWrite(): void; restore(): void } {
    const state = this.state.copy();
    let book: BookJson | null = null;
    return {
      beforeWrite: () => {
        book ??= bookToJson(this.book);
      },
      restore: () => {
        this.state = state;
        if (book !== null) this.book = newerThan(this.book, bookFromJson(book, this.book.facts));
        this.setClock();
      },
    };
  }

  private setClock(): void {
    this.book.now = () => this.state.now;
  }
}

/** Whoever follows revisions must see that the workbook is another one now. */
function newerThan(before: Book, after: Book): Book {
  for (const sheet of after.sheets) {
    sheet.revision = (before.sheetById(sheet.id)?.revision ?? 0) + 1;
  }
  return after;
}
