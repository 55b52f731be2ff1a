import { BookError } from '../book/bookError';
import type { ProtectionModel } from '../book/protection';
import type { Rect } from '../book/rect';
import { mayEditProtected } from '../book/rights';
import type { SheetModel } from '../book/sheet';
import { PROTECTION_TYPE } from './enums';
import { type FaceClass, kindsOf, ScriptObject } from './faces';
import { RangePlace } from './rangePlace';
import { mismatch, type Run } from './run';
import { User } from './user';

type Google = GoogleAppsScript.Spreadsheet.Protection;

/** SpreadsheetApp's Protection. Changes nothing until editors are removed or it only warns. */
export class Protection extends ScriptObject {
  readonly face = PROTECTION;

  constructor(
    private readonly run: Run,
    private readonly sheet: SheetModel,
    private readonly id: number,
  ) {
    super();
  }

  /** Adds a protection of a block, or (null) of the whole sheet: a second one beside any older. */
  static create(run: Run, sheet: SheetModel, rect: Rect | null): Protection {
    const id = run.now(sheet, rect, () => {
      const model: ProtectionModel = {
        id: run.book.takeId(),
        sheetId: sheet.id,
        rect,
        description: '',
        warningOnly: false,
        editors: 'everyone',
        domainEdit: true,
        unprotected: [],
      };
      run.book.protections = [...run.book.protections, model];
      return model.id;
    });
    return new Protection(run, sheet, id);
  }

  getDescription(): string {
    return this.model.description;
  }

  setDescription(description: unknown): this {
    return this.change({ description: String(description) });
  }

  isWarningOnly(): boolean {
    return this.model.warningOnly;
  }

  setWarningOnly(warningOnly: unknown): this {
    return this.change({ warningOnly: warningOnly === true });
  }

  canEdit(): boolean {
    return mayEditProtected(this.run.book, this.model, this.run.side.user);
  }

  canDomainEdit(): boolean {
    return this.model.domainEdit;
  }

  setDomainEdit(editable: unknown): this {
    return this.change({ domainEdit: editable === true });
  }

  /** The owner is not listed. */
  getEditors(): User[] {
    return this.editors()
      .filter((email) => email !== this.run.book.owner)
      .map((email) => new User(email));
  }

  addEditor(user: unknown): this {
    return this.addEditors([user]);
  }

  addEditors(users: unknown): this {
    return this.change({ editors: [...new Set([...this.editors(), ...this.emails(users)])] });
  }

  removeEditor(user: unknown): this {
    return this.removeEditors([user]);
  }

  /** The owner and whoever runs this stay. */
  removeEditors(users: unknown): this {
    const gone = this.emails(users).filter((email) => email !== this.run.side.user);
    return this.change({ editors: this.editors().filter((email) => !gone.includes(email)) });
  }

  getRange(): ScriptObject {
    return this.run.make.range(this.sheet, this.model.rect ?? this.sheet.all);
  }

  setRange(range: unknown): this {
    if (!(range instanceof RangePlace)) throw mismatch('Protection.setRange', [range]);
    return this.change({ rect: range.rect });
  }

  getProtectionType(): unknown {
    return this.model.rect === null ? PROTECTION_TYPE.SHEET : PROTECTION_TYPE.RANGE;
  }

  getUnprotectedRanges(): ScriptObject[] {
    return this.model.unprotected.map((rect) => this.run.make.range(this.sheet, rect));
  }

  setUnprotectedRanges(ranges: unknown): this {
    const taken = Array.isArray(ranges) ? ranges.map((range) => this.run.faces.take(range)) : [];
    const rects = taken.flatMap((range) => (range instanceof RangePlace ? [range.rect] : []));
    return this.change({ unprotected: rects });
  }

  remove(): void {
    this.change({}, true);
  }

  private get model(): ProtectionModel {
    const model = this.run.book.protections.find((one) => one.id === this.id);
    if (model === undefined) throw new BookError('Protected range not found.');
    return model;
  }

  private editors(): readonly string[] {
    const { editors } = this.model;
    return editors === 'everyone' ? this.run.book.editors() : editors;
  }

  private emails(users: unknown): string[] {
    if (!Array.isArray(users)) throw mismatch('Protection.addEditors', [users]);
    return users.map((user) => {
      const taken = this.run.faces.take(user);
      return taken instanceof User ? taken.getEmail() : String(taken);
    });
  }

  private change(change: Partial<ProtectionModel>, isRemoved = false): this {
    const old = this.model;
    if (!this.canEdit()) {
      throw new BookError('You do not have permission to modify this protected range or sheet.');
    }
    this.run.now(null, null, () => {
      this.run.book.protections = this.run.book.protections.flatMap((one) =>
        one.id !== old.id ? [one] : isRemoved ? [] : [{ ...one, ...change }],
      );
      this.sheet.touch();
    });
    return this;
  }
}

const PROTECTION: FaceClass = {
  name: 'Protection',
  kinds: kindsOf<keyof Protection & keyof Google>({
    navigate: ['getProtectionType', 'getRange'],
    read: [
      'getDescription',
      'isWarningOnly',
      'canEdit',
      'canDomainEdit',
      'getEditors',
      'getUnprotectedRanges',
    ],
    write: [
      'setDescription',
      'setWarningOnly',
      'setDomainEdit',
      'addEditor',
      'addEditors',
      'removeEditor',
      'removeEditors',
      'setRange',
      'setUnprotectedRanges',
      'remove',
    ],
  }),
};
