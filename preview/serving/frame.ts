/** What a frame may do: its own inline script and style, nothing from outside. */
export const FRAME_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  'font-src data:',
].join('; ');

/** A page of the script with `google.script` (the text of page/frameShim.ts) in front of everything in it. */
export function framePage(html: string, shim: string, origin: string): string {
  const script = `<script data-origin="${origin}">${shim}</script>`;
  const head = /<head[^>]*>/i.exec(html);
  if (head === null)
    return `<!DOCTYPE html><html><head>${script}</head><body>${html}</body></html>`;
  const end = head.index + head[0].length;
  return html.slice(0, end) + script + html.slice(end);
}
