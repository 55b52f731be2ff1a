import type { ShortfallView } from '../src/rpc';

/** What a person typed in a control of the page. */
export type Typed = string | number | boolean | null;
export type TypedFacts = Readonly<Record<string, Typed>>;

/** One field to fill in, with everything that is asked of it. */
export interface ChecklistItem {
  readonly field: string;
  readonly messages: readonly string[];
  readonly control: ShortfallView['control'];
  readonly choices: readonly string[];
  readonly value: Typed;
}

/** Shortfalls as fields: two demands on one cell are one control. Those that no cell helps stand alone. */
export function checklistOf(shortfalls: readonly ShortfallView[]): ChecklistItem[] {
  const items: ChecklistItem[] = [];
  for (const { field, message, control, choices, value } of shortfalls) {
    const at = field === '' ? -1 : items.findIndex((item) => item.field === field);
    const known = items[at];
    if (known === undefined) items.push({ field, messages: [message], control, choices, value });
    else if (!known.messages.includes(message))
      items[at] = { ...known, messages: [...known.messages, message] };
  }
  return items;
}

/** Whether the person has put something there; whether it is enough, the script says. */
export function isFilled(item: ChecklistItem, typed: TypedFacts): boolean {
  const value = typed[item.field];
  return item.control === 'tick' ? value === true : value !== undefined && value !== '';
}

/** What is typed for the fields on the list: nothing is sent for a field that somebody else has filled meanwhile. */
export function factsFor(items: readonly ChecklistItem[], typed: TypedFacts): TypedFacts {
  const facts: Record<string, Typed> = {};
  for (const { field, control } of items) {
    const value = typed[field];
    if (control !== 'none' && field !== '' && value !== undefined) facts[field] = value;
  }
  return facts;
}
