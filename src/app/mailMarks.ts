import { flushWrites } from '../google/lock';
import type { Tab } from '../google/tab';
import type { Cell, Row } from '../sheet/cell';
import { cellText } from '../sheet/cellText';
import { choiceNamed } from '../sheet/choice';
import { columnOf, findHeaders, HEADER_SEARCH_ROWS, type Headers } from '../sheet/headers';
import { type MailState, type OutboxRow, outboxRows } from '../sheet/outboxTab';
import { underHeaders } from '../sheet/underHeaders';
import { APP_WORDS } from '../words/app';
import { CHOICE_WORDS } from '../words/choices';
import type { Language } from '../words/language';

/** The columns that a delivery changes besides State: the last ones of the tab's standard order. */
const TOLD = ['nextTry', 'tries', 'sent', 'reason'] as const;

const WRITTEN = [...TOLD, 'state'] as const;

/** Whoever sorts the Outbox meanwhile does so once, or twice. */
const MOST_LOOKS = 4;

export type Change = Partial<Omit<OutboxRow, 'row' | 'state'>> & Pick<OutboxRow, 'state'>;

/** One mail's place, key and state. */
interface Standing {
  readonly row: number;
  readonly key: string;
  readonly state: MailState | undefined;
}

interface Marks {
  readonly told: Row;
  readonly state: string;
}

/**
 * The marks of the mails in the Outbox. The document is not locked while mails go out, and people may sort, insert or delete
 * rows at any moment: a mail is found by its key, and every mark is looked at again where it was written.
 */
export class MailMarks {
  /** Every mail when the delivery began. */
  readonly atFirst: readonly Standing[];

  /** What to put back beside a mail that was given another's marks, by its key; read before the first mark. */
  private known: Map<string, Marks> | null = null;

  /** One read. `headers` name the columns of key and state. */
  constructor(
    private readonly outbox: Tab,
    private headers: Headers<'outbox'>,
    private readonly language: Language,
  ) {
    this.atFirst = this.everywhere();
  }

  /**
   * Writes for real what became of a mail, beside that mail wherever it stands by now; its texts are not touched. Answers the mail as
   * it is then. `null`, with nothing changed: it is gone, its rows are never at rest, or somebody has given it
   * another state, which counts unless it `mayDiffer`.
   */
  note(mail: OutboxRow, change: Change, mayDiffer = false): OutboxRow | null {
    const known = this.known ?? this.allMarks();
    this.known = known;
    const marks = this.marksOf({ ...mail, ...change });
    const isTold = Object.keys(change).length > 1;
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      const there = this.find(mail);
      const isAsRead = there?.state === mail.state || there?.state === change.state;
      if (there === null || !(isAsRead || mayDiffer)) return null;
      const before = this.headers;
      this.write(there.row, marks, isTold);
      flushWrites();
      if (!this.lookAtHeadings()) this.putHeadingsBack(before, there.row, isTold);
      else if (!isSame(before, this.headers)) {
        this.putTextsBack(before, mail, there.row, isTold);
        continue;
      }
      const now = this.at(there.row);
      if (now?.key === mail.key && now.state === change.state) {
        known.set(mail.key, marks);
        return { ...mail, ...change, row: there.row };
      }
      if (now !== null && now.key !== mail.key && now.state === change.state) {
        this.write(now.row, known.get(now.key) ?? this.unknown(now), isTold);
      }
    }
    return null;
  }

  /** Finds the columns anew: people move them as well. Whether those of key and state are there. */
  private lookAtHeadings(): boolean {
    const headers = findHeaders('outbox', this.outbox.readRows(1, HEADER_SEARCH_ROWS));
    if (headers?.columns.has('key') !== true || !headers.columns.has('state')) return false;
    this.headers = headers;
    return true;
  }

  /** Where a row was inserted above the headings in the very moment, they stand where a mail stood, and were written over. */
  private putHeadingsBack(before: Headers<'outbox'>, row: number, isTold: boolean): void {
    const texts = before.texts;
    const key = columnOf(before, 'key');
    const there = this.outbox.readRows(row, row)[0] ?? [];
    if (cellText(there[key - 1]) !== texts[key - 1]) return;
    for (const name of isTold ? WRITTEN : (['state'] as const)) {
      const column = columnOf(before, name);
      if (column > 0) this.outbox.write({ row, column }, [[texts[column - 1] ?? '']]);
    }
    this.lookAtHeadings();
  }

  /** Where columns were moved in the very moment, a mark stands in place of another of the mail's texts. */
  private putTextsBack(
    before: Headers<'outbox'>,
    mail: OutboxRow,
    row: number,
    isTold: boolean,
  ): void {
    if (this.at(row)?.key !== mail.key) return;
    const { row: _, ...content } = mail;
    const [cells = []] = underHeaders(this.headers, outboxRows([content], this.language));
    const own = new Set(WRITTEN.map((name) => columnOf(this.headers, name)));
    const standard = new Set(this.headers.columns.values());
    for (const name of isTold ? WRITTEN : (['state'] as const)) {
      const column = columnOf(before, name);
      if (own.has(column) || !standard.has(column)) continue;
      this.outbox.write({ row, column }, [[cells[column - 1] ?? '']]);
    }
  }

  /** The marks of a mail that came meanwhile, which a person has to look at, or of a row without one. */
  private unknown({ key }: Standing): Marks {
    if (key === '') return { told: TOLD.map(() => ''), state: '' };
    const reason = APP_WORDS[this.language].maybeSent;
    return { told: ['', 0, '', reason], state: this.wordOf('maybeSent') };
  }

  private allMarks(): Map<string, Marks> {
    const { cells, from } = this.columns(TOLD);
    const toldIn = (row: number) =>
      TOLD.map((name) => cells[row - 1]?.[columnOf(this.headers, name) - from] ?? '');
    return new Map(
      this.atFirst.map(({ row, key, state }) => {
        return [key, { told: toldIn(row), state: this.wordOf(state) }];
      }),
    );
  }

  private marksOf(mail: OutboxRow): Marks {
    const { row, ...content } = mail;
    const cells = outboxRows([content], this.language)[0] ?? [];
    return { told: cells.slice(-TOLD.length), state: this.wordOf(mail.state) };
  }

  private wordOf(state: MailState | undefined): string {
    return state === undefined ? '' : CHOICE_WORDS[this.language].mailStates[state];
  }

  /** The state is written last: it says that the others stand. */
  private write(row: number, { told, state }: Marks, isTold: boolean): void {
    const columns = TOLD.map((name) => columnOf(this.headers, name));
    const [first = 0] = columns;
    const areTogether = columns.every((column, i) => column === first + i);
    if (isTold && areTogether) this.outbox.write({ row, column: first }, [told]);
    if (isTold && !areTogether) {
      columns.forEach((column, i) => {
        if (column > 0) this.outbox.write({ row, column }, [[told[i] ?? '']]);
      });
    }
    this.outbox.write({ row, column: columnOf(this.headers, 'state') }, [[state]]);
  }

  /** In its row, or in the one that has its key; of copies, the one in its state. */
  private find(mail: OutboxRow): Standing | null {
    const near = this.at(mail.row);
    if (near?.key === mail.key && near.state === mail.state) return near;
    if (!this.lookAtHeadings()) return null;
    const all = this.everywhere().filter(({ key }) => key === mail.key);
    return all.find(({ state }) => state === mail.state) ?? all[0] ?? null;
  }

  /** `null` where the tab does not reach that far any more. */
  private at(row: number): Standing | null {
    const [key, state] = [columnOf(this.headers, 'key'), columnOf(this.headers, 'state')];
    const column = Math.min(key, state);
    try {
      const [cells = []] = this.outbox.read({ row, column }, 1, Math.abs(key - state) + 1);
      return this.standing(row, cells, column);
    } catch {
      return null;
    }
  }

  private everywhere(): readonly Standing[] {
    const { cells, from } = this.columns(['key', 'state']);
    return cells
      .map((row, i) => this.standing(i + 1, row, from))
      .filter(({ row, key }) => row > this.headers.row && key !== '');
  }

  private standing(row: number, cells: Row, from: number): Standing {
    const text = (name: 'key' | 'state') =>
      cellText(cells[columnOf(this.headers, name) - from] ?? '');
    return { row, key: text('key'), state: choiceNamed('mailStates', text('state')) };
  }

  /** Whole columns, from the first to the last of these, and which one is the first. */
  private columns(names: readonly ((typeof TOLD)[number] | 'key' | 'state')[]): {
    readonly cells: readonly (readonly Cell[])[];
    readonly from: number;
  } {
    const wanted = names.map((name) => columnOf(this.headers, name)).filter((at) => at > 0);
    if (wanted.length === 0) return { cells: [], from: 1 };
    const from = Math.min(...wanted);
    return { cells: this.outbox.readColumns(from, Math.max(...wanted)), from };
  }
}

function isSame(one: Headers<'outbox'>, other: Headers<'outbox'>): boolean {
  return WRITTEN.every((name) => columnOf(one, name) === columnOf(other, name));
}
