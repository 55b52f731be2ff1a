import { say } from '../google/ui';
import { APP_WORDS } from '../words/app';
import { listed } from '../words/marks';
import { fillFor } from './fillFor';
import { selectedRow } from './findRows';
import { report } from './menu';
import { needOpen } from './openPipeline';
import { teamRules } from './teamRules';

/** Shows every template filled in for the selected deal, with what is missing. Nothing is sent. */
export function previewTemplates(): void {
  const open = needOpen();
  const words = APP_WORDS[open.language];
  const { headers, selected, cells } = selectedRow(open);
  const { templates } = teamRules(open, headers);
  if (selected === null || templates.length === 0) {
    report(selected === null ? words.chooseDeal : words.noTemplates);
    return;
  }
  const shown = templates.map((template) => {
    const { subject, body, missing } = fillFor(template, headers, {
      row: selected,
      cells: cells[0] ?? [],
      language: open.language,
    });
    const gap = missing.length === 0 ? [] : [words.emptyIn(listed(missing, open.language))];
    return [words.previewOf(template.name, selected.name), ...gap, subject, body].join('\n');
  });
  say(words.menu.previewTemplates, shown.join('\n\n———\n\n'));
}
