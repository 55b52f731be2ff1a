type Item = readonly [label: string, run: string];

/** A menu line, lines under a heading of their own, or a gap between lines. */
export type MenuLine = Item | { readonly label: string; readonly lines: readonly Item[] } | null;

export function addMenu(title: string, lines: readonly MenuLine[]): void {
  const ui = SpreadsheetApp.getUi();
  const menu = ui.createMenu(title);
  const isItem = (line: Exclude<MenuLine, null>): line is Item => Array.isArray(line);
  for (const line of lines) {
    if (line === null) menu.addSeparator();
    else if (isItem(line)) menu.addItem(line[0], line[1]);
    else {
      const inner = ui.createMenu(line.label);
      for (const [label, run] of line.lines) inner.addItem(label, run);
      menu.addSubMenu(inner);
    }
  }
  menu.addToUi();
}

/** A short message at the corner. Where Google allows none, nothing happens: the cells say it too. */
export function toast(message: string, title: string, seconds = 8): void {
  try {
    SpreadsheetApp.getActiveSpreadsheet().toast(message, title, seconds);
  } catch (error) {
    console.warn(error);
  }
}

export function showSidebar(file: string, title: string): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile(file).setTitle(title));
}

export function showDialog(file: string, title: string, size: readonly [number, number]): void {
  const page = HtmlService.createHtmlOutputFromFile(file).setWidth(size[0]).setHeight(size[1]);
  SpreadsheetApp.getUi().showModelessDialog(page, title);
}

/** Shows a sentence and waits for OK. */
export function say(title: string, message: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(title, message, ui.ButtonSet.OK);
}

/** Asks yes or no. Locks are lost while a person thinks. */
export function confirm(title: string, message: string): boolean {
  const ui = SpreadsheetApp.getUi();
  return ui.alert(title, message, ui.ButtonSet.YES_NO) === ui.Button.YES;
}

/** Asks for a line of text; `null` when the person cancels. Locks are lost while a person thinks. */
export function askFor(title: string, message: string): string | null {
  const ui = SpreadsheetApp.getUi();
  const answer = ui.prompt(title, message, ui.ButtonSet.OK_CANCEL);
  return answer.getSelectedButton() === ui.Button.OK ? answer.getResponseText().trim() : null;
}
