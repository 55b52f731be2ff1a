/** A random name of twelve letters and digits that cannot be mistaken for a number, a date or a word. */
export function randomId(): string {
  return `d${Utilities.getUuid().replace(/-/g, '').slice(0, 11)}`;
}
