import type { Automation } from '../domain/automation';
import { readAutomations } from '../sheet/automationsTab';
import type { Problem } from '../sheet/cell';
import type { Headers } from '../sheet/headers';
import { readTemplates, type Template } from '../sheet/templatesTab';
import { placeColumn } from './fillFor';
import type { OpenPipeline } from './openPipeline';

/** What the team wrote into Automations and Templates. */
export interface TeamRules {
  readonly automations: readonly Automation[];
  readonly templates: readonly Template[];
  readonly problems: readonly Problem[];
}

/** Reads both tabs: two reads. */
export function teamRules(open: OpenPipeline, headers: Headers<'deals'>): TeamRules {
  const { pipeline, team } = open.configuration;
  const read = readTemplates(open.workbook.tab('templates')?.readSmall() ?? [], (name) => {
    return placeColumn(headers, name) !== undefined;
  });
  const { templates } = read;
  const { automations, problems } = readAutomations(
    open.workbook.tab('automations')?.readSmall() ?? [],
    { stages: pipeline.stages, team, templates },
  );
  return { automations, templates, problems: [...read.problems, ...problems] };
}
