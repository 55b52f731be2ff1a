import type { Automation, Recipient } from '../domain/automation';
import { textDigest } from '../domain/fingerprint';
import type { Stage } from '../domain/pipeline';
import type { Grid, Problem } from './cell';
import { isBlank } from './cellText';
import { choiceNamed } from './choice';
import { stageFinder } from './stageFinder';
import { readTable, type TableRow } from './tableRows';
import { memberNamed, type Team } from './teamTab';
import { type Template, templateNamed } from './templatesTab';

/** What automations refer to. */
export interface AutomationsContext {
  readonly stages: readonly Stage[];
  readonly team: Team;
  readonly templates: readonly Template[];
}

export interface ReadAutomations {
  readonly automations: readonly Automation[];
  readonly problems: readonly Problem[];
}

type Found = TableRow<'automations'>;

const MOST_DAYS = 366;

/** Reads the whole Automations tab. A row that does not say clearly what follows from what is a problem and does nothing. */
export function readAutomations(grid: Grid, context: AutomationsContext): ReadAutomations {
  const automations: Automation[] = [];
  const times = new Map<string, number>();
  const problems = readTable('automations', grid, ['check'], (row) => {
    const rule = readRule(row, context);
    if (rule === null) return;
    const content = JSON.stringify(rule);
    const nth = (times.get(content) ?? 0) + 1;
    times.set(content, nth);
    automations.push({ ...rule, id: `${textDigest(content)}${nth === 1 ? '' : `.${nth}`}` });
  });
  return { automations, problems };
}

function readRule(row: Found, context: AutomationsContext): Omit<Automation, 'id'> | null {
  const when = choiceNamed('automationEvents', row.text('when'));
  const action = choiceNamed('automationActions', row.text('action'));
  const stage = readStage(row, context.stages);
  const to = readRecipient(row, context.team);
  const afterDays = readDays(row);
  if (when === undefined) row.report('when', 'unknownEvent');
  if (action === undefined) row.report('action', 'unknownAction');
  if (when === undefined || action === undefined) return null;
  if (stage === null || to === null || afterDays === null) return null;
  const [text, template] = [row.text('text'), row.text('template')];
  if (when === 'enters' && stage === '') row.report('stage', 'eventWithoutStage');
  else if (action === 'mail' && templateNamed(context.templates, template) === undefined) {
    row.report('template', 'unknownTemplate');
  } else if (action !== 'mail' && text === '') row.report('text', 'automationWithoutText');
  else if (action !== 'mail' && to.kind === 'contact') row.report('to', 'contactGetsMailOnly');
  else return { when, stage, action, to, afterDays, text, template };
  return null;
}

function readStage(row: Found, stages: readonly Stage[]): string | null {
  const typed = row.text('stage');
  if (typed === '') return '';
  const stage = stageFinder({ stages })(typed);
  if (stage === undefined) row.report('stage', 'unknownStage');
  return stage?.key ?? null;
}

/** Nobody named means the owner. */
function readRecipient(row: Found, team: Team): Recipient | null {
  const typed = row.text('to');
  const kind = typed === '' ? 'owner' : choiceNamed('recipients', typed);
  if (kind !== undefined) return { kind };
  const member = memberNamed(team, typed);
  if (member === undefined) row.report('to', 'unknownRecipient');
  return member === undefined ? null : { kind: 'person', name: member.name };
}

function readDays(row: Found): number | null {
  const cell = row.cell('afterDays');
  if (isBlank(cell)) return 0;
  const days = Number(typeof cell === 'number' ? cell : row.text('afterDays'));
  if (Number.isInteger(days) && days >= 0 && days <= MOST_DAYS) return days;
  row.report('afterDays', 'afterDaysNotWhole');
  return null;
}
