import { normalLabel } from '../domain/pipeline';
import { placesIn } from '../domain/template';
import type { Grid, Problem } from './cell';
import { readTable, type TableRow } from './tableRows';

/** A mail to be filled in for a deal. */
export interface Template {
  readonly name: string;
  readonly subject: string;
  readonly body: string;
}

export interface ReadTemplates {
  readonly templates: readonly Template[];
  readonly problems: readonly Problem[];
}

/** Longer mails are not written by hand. */
const LONGEST = 20_000;

/**
 * Reads the whole Templates tab. `isField` knows the columns of Deals: a template that asks for another one
 * is a problem and left out, before any mail is made of it.
 */
export function readTemplates(grid: Grid, isField: (name: string) => boolean): ReadTemplates {
  const templates: Template[] = [];
  const seen = new Set<string>();
  const problems = readTable('templates', grid, ['check'], (row) => {
    const template = readTemplate(row, isField);
    const name = normalLabel(row.text('template'));
    if (name !== '' && seen.has(name)) row.report('template', 'templateTwice');
    else if (template !== null) templates.push(template);
    seen.add(name);
  });
  return { templates, problems };
}

function readTemplate(
  row: TableRow<'templates'>,
  isField: (name: string) => boolean,
): Template | null {
  const [name, subject, body] = [row.text('template'), row.text('subject'), row.text('body')];
  const unknown = placesIn(`${subject}\n${body}`).filter((place) => !isField(place));
  if (name === '') row.report('template', 'templateWithoutName');
  else if (subject === '' || body === '') row.report('template', 'templateEmpty');
  else if (body.length > LONGEST) row.report('template', 'templateTooLong');
  else if (unknown.length > 0) row.report('body', 'unknownPlaceholder', unknown.join(', '));
  else return { name, subject, body };
  return null;
}

/** The template of this name. */
export function templateNamed(templates: readonly Template[], name: string): Template | undefined {
  const wanted = normalLabel(name);
  return templates.find((template) => normalLabel(template.name) === wanted);
}
