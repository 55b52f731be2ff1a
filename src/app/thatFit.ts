/** A note of the document holds 9 KB at most (Google's quota page). */
export const MOST_BYTES = 8_900;

/** UTF-8 length, or a little more. */
export function bytesOf(value: unknown): number {
  return [...JSON.stringify(value)].reduce((sum, sign) => sum + (sign > '\u007f' ? 4 : 1), 0);
}

/** The first of these lines, as many as fit into one note of the document, or into so many bytes of it. */
export function thatFit<T>(lines: readonly T[], bytes = MOST_BYTES): readonly T[] {
  let room = bytes;
  const end = lines.findIndex((line) => {
    room -= bytesOf(line) + 1;
    return room < 0;
  });
  return end < 0 ? lines : lines.slice(0, end);
}
