import type { ButtonName } from '../execution';
import { enumOf } from '../guard';
import type { MenuItem } from '../state';
import { pageOf } from './html';
import { releaseLocks } from './lock';
import { built, mismatch, type ServiceSide } from './serviceSide';

const BUTTON_NAMES = ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO'] as const;
const Button = enumOf('Button', BUTTON_NAMES);
const ButtonSet = enumOf('ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

const SIDEBAR_WIDTH = 300;
const DIALOG_WIDTH = 600;
const DIALOG_HEIGHT = 400;

/** Menus under construction, so that one can be put into another. */
const menuItems = new WeakMap<object, { readonly caption: string; readonly items: MenuItem[] }>();

function menu(side: ServiceSide, caption: string): object {
  const items: MenuItem[] = [];
  const self: object = built(side, 'Menu', {
    addItem(itemCaption: string, functionName: string) {
      if (typeof itemCaption !== 'string' || typeof functionName !== 'string') {
        throw mismatch(side, 'Menu.addItem', [itemCaption, functionName]);
      }
      items.push({ kind: 'item', caption: itemCaption, functionName, items: [] });
      return self;
    },
    addSeparator() {
      items.push({ kind: 'separator', caption: '', functionName: '', items: [] });
      return self;
    },
    addSubMenu(child: object) {
      const inner = menuItems.get(child);
      if (inner === undefined) throw mismatch(side, 'Menu.addSubMenu', [child]);
      items.push({ kind: 'menu', functionName: '', ...inner });
      return self;
    },
    addToUi() {
      side.gate.call('ui', 'Menu.addToUi');
      const { menus } = side.state;
      const others = (menus.get(side.acting.user) ?? []).filter((m) => m.caption !== caption);
      menus.set(side.acting.user, [
        ...others,
        { kind: 'menu', caption, functionName: '', items: [...items] },
      ]);
    },
  });
  menuItems.set(self, { caption, items });
  return self;
}

/** Puts a question; locks are lost while the script waits for the person. */
function ask(side: ServiceSide, kind: 'alert' | 'prompt', args: readonly unknown[]) {
  const [first, second, third] = args;
  if (args.length < 1 || args.length > 3 || args.includes(undefined)) {
    throw mismatch(side, `Ui.${kind}`, args);
  }
  side.gate.call('ui', `Ui.${kind}`);
  side.flush();
  releaseLocks(side);
  const set = args.length === 3 ? third : args.length === 2 ? second : ButtonSet.OK;
  const buttons = String(set).split('_') as ButtonName[];
  if (!buttons.every((name) => BUTTON_NAMES.includes(name))) {
    throw mismatch(side, `Ui.${kind}`, args);
  }
  return side.ask({
    kind,
    title: args.length === 3 ? String(first) : '',
    message: String(args.length === 3 ? second : first),
    buttons,
  });
}

function show(
  side: ServiceSide,
  method: string,
  given: { readonly output: unknown; readonly title?: unknown },
): void {
  side.gate.call('ui', `Ui.${method}`);
  const page = pageOf(given.output);
  if (page === null) throw mismatch(side, `Ui.${method}`, [given.output]);
  const kind =
    method === 'showSidebar' ? 'sidebar' : method === 'showModalDialog' ? 'modal' : 'modeless';
  side.shown.dialogs.push({
    kind,
    title: given.title === undefined ? page.title : String(given.title),
    file: page.file,
    html: page.html,
    width: kind === 'sidebar' ? SIDEBAR_WIDTH : page.width || DIALOG_WIDTH,
    height: page.height || DIALOG_HEIGHT,
  });
}

/** The window of the person who set the execution off; throws where there is none. */
export function ui(side: ServiceSide): object {
  side.gate.call('ui', 'SpreadsheetApp.getUi');
  if (side.acting.surface === 'clock') {
    throw side.realm.exception('Cannot call SpreadsheetApp.getUi() from this context.');
  }
  return built(side, 'Ui', {
    Button,
    ButtonSet,
    createMenu(caption: string) {
      side.gate.call('navigate', 'Ui.createMenu');
      return menu(side, String(caption));
    },
    createAddonMenu() {
      side.gate.call('navigate', 'Ui.createAddonMenu');
      return menu(side, 'Extensions');
    },
    showSidebar: (output: unknown) => show(side, 'showSidebar', { output }),
    showModalDialog: (output: unknown, title: string) =>
      show(side, 'showModalDialog', { output, title }),
    showModelessDialog: (output: unknown, title: string) =>
      show(side, 'showModelessDialog', { output, title }),
    alert: (...args: unknown[]) => Button[ask(side, 'alert', args).button],
    prompt(...args: unknown[]) {
      const answer = ask(side, 'prompt', args);
      return built(side, 'PromptResponse', {
        getSelectedButton: () => Button[answer.button],
        getResponseText: () => answer.text,
      });
    },
  });
}
