import { enumOf } from '../guard';
import { built, type ServiceSide } from './serviceSide';

/** A page that the script has made. */
export interface PageModel {
  file: string;
  html: string;
  title: string;
  width: number;
  height: number;
}

/** The page behind each HtmlOutput that a script holds. */
const pages = new WeakMap<object, PageModel>();

const SandboxMode = enumOf('SandboxMode', ['EMULATED', 'IFRAME', 'NATIVE']);
const XFrameOptionsMode = enumOf('XFrameOptionsMode', ['ALLOWALL', 'DEFAULT']);

/** The page that this HtmlOutput or text stands for; null when it is neither. */
export function pageOf(output: unknown): PageModel | null {
  if (typeof output === 'string') return { file: '', html: output, title: '', width: 0, height: 0 };
  return typeof output === 'object' && output !== null ? (pages.get(output) ?? null) : null;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function htmlOutput(side: ServiceSide, page: PageModel): object {
  const self: object = built(side, 'HtmlOutput', {
    append(text: string) {
      page.html += text;
      return self;
    },
    appendUntrusted(text: string) {
      page.html += String(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
      return self;
    },
    clear() {
      page.html = '';
      return self;
    },
    setContent(text: string) {
      page.html = String(text);
      return self;
    },
    setTitle(title: string) {
      page.title = String(title);
      return self;
    },
    setWidth(width: number) {
      page.width = Number(width);
      return self;
    },
    setHeight(height: number) {
      page.height = Number(height);
      return self;
    },
    setSandboxMode: () => self,
    setXFrameOptionsMode: () => self,
    addMetaTag: () => self,
    getContent: () => page.html,
    getTitle: () => page.title,
    getWidth: () => page.width,
    getHeight: () => page.height,
  });
  pages.set(self, page);
  return self;
}

/** Pages for sidebars and dialogs. */
export function htmlService(side: ServiceSide): object {
  return built(side, 'HtmlService', {
    SandboxMode,
    XFrameOptionsMode,
    createHtmlOutput(html: unknown = '') {
      side.gate.call('html', 'HtmlService.createHtmlOutput');
      return htmlOutput(side, { file: '', html: String(html), title: '', width: 0, height: 0 });
    },
    createHtmlOutputFromFile(file: string) {
      side.gate.call('html', 'HtmlService.createHtmlOutputFromFile');
      const html = side.project.page(file);
      if (html === null) throw side.realm.exception(`No HTML file named ${file} was found.`);
      return htmlOutput(side, { file, html, title: '', width: 0, height: 0 });
    },
  });
}
