import type { Rect } from '../book/rect';

/** One thing a person did by hand, as it can be taken back and done again. */
export interface Step {
  /** The cells that change back and forth; null when it is the sheet itself. */
  readonly cells: { readonly sheetId: number; readonly rect: Rect } | null;
  undo(): void;
  redo(): void;
}

/** What each person did, newest last: undo and redo are per person, as in Sheets. */
export class History {
  private readonly done = new Map<string, Step[]>();
  private readonly undone = new Map<string, Step[]>();

  add(user: string, step: Step): void {
    this.stack(this.done, user).push(step);
    this.undone.delete(user);
  }

  /** Takes the user's last step back; null when there is none. */
  undo(user: string): Step | null {
    const step = this.stack(this.done, user).pop();
    if (step === undefined) return null;
    step.undo();
    this.stack(this.undone, user).push(step);
    return step;
  }

  redo(user: string): Step | null {
    const step = this.stack(this.undone, user).pop();
    if (step === undefined) return null;
    step.redo();
    this.stack(this.done, user).push(step);
    return step;
  }

  private stack(stacks: Map<string, Step[]>, user: string): Step[] {
    let stack = stacks.get(user);
    if (stack === undefined) {
      stack = [];
      stacks.set(user, stack);
    }
    return stack;
  }
}
