/** A "no" of the workbook, in Google's words. A script sees it as an Exception. */
export class BookError extends Error {
  override readonly name = 'BookError';
}
