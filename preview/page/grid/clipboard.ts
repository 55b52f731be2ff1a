/** Reads what a spreadsheet puts on the clipboard as text: tabs between cells, quotes around cells with line breaks. */
export function readBlock(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const clean = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  let at = 0;
  while (at <= clean.length) {
    const quoted = clean[at] === '"' ? closingQuote(clean, at) : -1;
    const end = quoted >= 0 ? quoted + 1 : nextBreak(clean, at);
    const cell =
      quoted >= 0
        ? clean
            .slice(at + 1, quoted)
            .split('""')
            .join('"')
        : clean.slice(at, end);
    rows[rows.length - 1]?.push(cell);
    if (end >= clean.length) break;
    if (clean[end] === '\n') rows.push([]);
    at = end + 1;
  }
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}

/** Writes a block so that this page, Sheets and Excel read it back. */
export function writeBlock(rows: readonly (readonly string[])[]): string {
  const quote = (cell: string) => (/[\t\n"]/.test(cell) ? `"${cell.split('"').join('""')}"` : cell);
  return rows.map((row) => row.map(quote).join('\t')).join('\n');
}

/** Where the quote that opens at `open` closes before a tab, a line break or the end; -1 when it is just text. */
function closingQuote(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at++;
    else return at + 1 === text.length || text[at + 1] === '\t' || text[at + 1] === '\n' ? at : -1;
  }
  return -1;
}

function nextBreak(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\t' || text[at] === '\n') return at;
  }
  return text.length;
}
