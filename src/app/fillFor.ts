import { normalLabel } from '../domain/pipeline';
import { fillTemplate } from '../domain/template';
import type { Row } from '../sheet/cell';
import { cellText } from '../sheet/cellText';
import type { DealRow } from '../sheet/dealsTab';
import type { Headers } from '../sheet/headers';
import type { Template } from '../sheet/templatesTab';
import { amountText } from '../words/amounts';
import { CHOICE_WORDS } from '../words/choices';
import { LANGUAGES, type Language } from '../words/language';
import { percentText } from '../words/numberText';
import { TAB_WORDS } from '../words/tabs';

/** The column of Deals that a place in a template means: by the header as it stands, or by its word in either language. */
export function placeColumn(headers: Headers<'deals'>, name: string): number | undefined {
  const wanted = normalLabel(name);
  const at = headers.texts.findIndex((text) => text !== '' && normalLabel(text) === wanted);
  if (at >= 0) return at + 1;
  for (const language of LANGUAGES) {
    const words = Object.entries(TAB_WORDS[language].headings.deals);
    const key = words.find(([, word]) => normalLabel(word) === wanted)?.[0];
    if (key !== undefined) return headers.columns.get(key);
  }
  return undefined;
}

export interface FilledMail {
  readonly subject: string;
  readonly body: string;
  /** Headers whose cells are empty. */
  readonly missing: readonly string[];
}

/** A template filled in from a deal's row; `cells` are the row's, from column 1 on. */
export function fillFor(
  template: Template,
  headers: Headers<'deals'>,
  deal: { readonly row: DealRow; readonly cells: Row; readonly language: Language },
): FilledMail {
  const { row, cells, language } = deal;
  const textOf = (name: string) => {
    const column = placeColumn(headers, name);
    if (column === undefined) return null;
    if (column === headers.columns.get('amount')) return amountText(row.tracked);
    const cell = cells[column - 1];
    if (column === headers.columns.get('winChance') && typeof cell === 'number') {
      return percentText(cell);
    }
    return typeof cell === 'boolean'
      ? CHOICE_WORDS[language].yesNo[cell ? 'yes' : 'no']
      : cellText(cell);
  };
  const subject = fillTemplate(template.subject, textOf);
  const body = fillTemplate(template.body, textOf);
  const missing = [...new Set([...subject.missing, ...body.missing])];
  return { subject: subject.text, body: body.text, missing };
}
