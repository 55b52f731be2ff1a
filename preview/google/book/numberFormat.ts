const PIECE =
  /"[^"]*"|\\.|\[[^\]]*\]|[#0?][#0?,]*(?:\.[#0?]*)?(?:E[+-][#0?]+)?,*|\.[#0?]+|_.|\*.|./gi;

/**
 * A number under the sections of a number format ('#,##0.00', '0%', '"$"#,##0;("$"#,##0)').
 * Rounds half away from zero, as sheets do.
 */
export function numberText(value: number, sections: readonly string[]): string {
  const hasNegative = sections.length > 1 && value < 0;
  const section =
    value === 0 && sections.length > 2 ? sections[2]! : hasNegative ? sections[1]! : sections[0]!;
  const size = Math.abs(value);
  const text = sectionText(size, section);
  return value < 0 && !hasNegative && /[1-9]/.test(text) ? `-${text}` : text;
}

function sectionText(size: number, section: string): string {
  const pieces = section.match(PIECE) ?? [];
  const percents = pieces.filter((piece) => piece === '%').length;
  let isWritten = false;
  return pieces
    .map((piece) => {
      if (/^[#0?.]/.test(piece) && /[#0?]/.test(piece)) {
        if (isWritten) return '';
        isWritten = true;
        return digits(size * 100 ** percents, piece);
      }
      return literal(piece, size);
    })
    .join('');
}

function literal(piece: string, size: number): string {
  if (piece.startsWith('"')) return piece.slice(1, -1);
  if (piece.startsWith('\\')) return piece.slice(1);
  if (piece.startsWith('[$')) return piece.slice(2, -1).split('-')[0]!;
  if (piece.startsWith('[')) return '';
  if (piece.startsWith('_')) return ' ';
  if (piece.startsWith('*')) return '';
  return piece === '@' ? String(size) : piece;
}

function digits(size: number, mask: string): string {
  const [plain, exponent] = mask.split(/E/i);
  if (exponent !== undefined) return scientific(size, plain!, exponent);
  const thousands = /,+$/.exec(plain!)?.[0].length ?? 0;
  const [whole, decimals = ''] = plain!.replace(/,+$/, '').split('.');
  const rounded = toDecimals(size / 1000 ** thousands, decimals.length);
  let [integer, fraction = ''] = rounded.split('.') as [string, string?];
  const least = (whole!.match(/0/g) ?? []).length;
  integer = (integer === '0' ? '' : integer).padStart(least, '0');
  if (whole!.includes(',')) integer = integer.replace(/\B(?=(\d{3})+$)/g, ',');
  const kept = (decimals.match(/0/g) ?? []).length;
  while (fraction.length > kept && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  return fraction === '' && kept === 0 && !plain!.endsWith('.')
    ? integer
    : `${integer}.${fraction}`;
}

function scientific(size: number, mask: string, exponent: string): string {
  const places = mask.split('.')[1]?.length ?? 0;
  const [mantissa, power] = size.toExponential(places).split('e') as [string, string];
  const sign = power.startsWith('-') ? '-' : exponent.startsWith('+') ? '+' : '';
  return `${mantissa}E${sign}${power.slice(1).padStart(exponent.length - 1, '0')}`;
}

/** toFixed that rounds the decimal number people see: 1.005 to two places is 1.01. */
function toDecimals(size: number, places: number): string {
  if (size >= 1e15 || places > 15) return size.toFixed(Math.min(places, 20));
  const shifted = Math.round(Number(`${Number(size.toPrecision(15))}e${places}`));
  return Number.isFinite(shifted) ? (shifted / 10 ** places).toFixed(places) : size.toFixed(places);
}
