import type { ComponentChildren, VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';

const INK = '#202124';
const GREY = '#5f6368';
const LINE = '#dadce0';
const GREEN = '#137333';

/** Styles stand in the tags: mail programs drop style sheets. */
export const STYLES = {
  table: `border-collapse:collapse;table-layout:fixed;width:100%;font-size:14px`,
  head: `text-align:left;padding:8px;border-bottom:2px solid ${LINE};color:${GREY};font-weight:bold`,
  cell: `padding:8px;border-bottom:1px solid ${LINE};vertical-align:top`,
  wide: `width:60%;padding:8px;border-bottom:1px solid ${LINE};vertical-align:top`,
  strong: `font-weight:bold;color:${INK}`,
  small: `color:${GREY};font-size:13px`,
  link: `color:${GREEN}`,
  whole: 'white-space:nowrap',
  subheading: `font-size:14px;margin:16px 0 4px;color:${INK}`,
  list: 'margin:0;padding:0 0 0 20px',
  line: 'margin:4px 0',
  paragraph: 'margin:0 0 12px',
  heading: `font-size:16px;margin:24px 0 8px;color:${INK}`,
};

const BODY = `overflow-wrap:anywhere;word-break:break-word;margin:0;padding:16px;background:#ffffff;color:${INK};font-family:Roboto,Arial,sans-serif;font-size:14px;line-height:1.5`;
const WIDTH = 'max-width:720px;margin:0 auto';

interface LetterProps {
  readonly language: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

function Page({ language, title, children }: LetterProps): VNode {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{title}</title>
      </head>
      <body style={BODY}>
        <div style={WIDTH}>{children}</div>
      </body>
    </html>
  );
}

/** A mail's HTML. Everything that people typed is escaped by the renderer; nothing is loaded from outside. */
export function letterHtml(props: LetterProps): string {
  return `<!DOCTYPE html>${renderToStaticMarkup(<Page {...props} />)}`;
}
