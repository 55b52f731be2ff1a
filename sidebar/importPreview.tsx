import type { SentDeal } from '../src/rpc';
import { ChoiceOfOne } from './choiceOfOne';
import { dayText } from './format';
import type { ImportDesk, Planned } from './importDesk';
import { importing } from './importing';

const SHOWN = 6;
const FIELDS = ['deal', 'customer', 'owner', 'amount', 'closeDate'] as const;

interface Props {
  readonly desk: ImportDesk;
  readonly planned: Planned;
}

/** What will come of the files: how many of each, and the first deals as they will read. */
export function ImportPreview({ desk, planned }: Props) {
  const { preview } = desk.words;
  const { plan, slices, deals, entries, rejects } = planned;
  const words = importing.importWords[desk.language];
  const created = planned.guesses.filter(({ about }) => about === words.guesses.created);
  const first = slices.flatMap((slice) => slice.deals).slice(0, SHOWN);
  const hasIds = plan.columns.some(({ role }) => role.kind === 'id');
  const headings = new Map(
    importing.roleChoices(plan, desk.language).map(({ value, label }) => [value, label]),
  );
  const stage = (key: string) => plan.stages.find((one) => one.key === key)?.label ?? '';
  return (
    <section class="part preview">
      <h2 aria-live="polite">{preview.counts(deals, entries, rejects.length)}</h2>
      {deals === 0 && <p class="problem">{preview.noDeals}</p>}
      {deals > 0 && !hasIds && <p class="last-try">{preview.noIds}</p>}
      {created.map(({ ours }) => (
        <p class="last-try" key={ours}>
          {preview.guess(words.guesses.created, ours)}
        </p>
      ))}
      {first.length > 0 && (
        <table>
          <caption>{preview.heading}</caption>
          <thead>
            <tr>
              {FIELDS.map((field) => (
                <th scope="col" key={field}>
                  {headings.get(field)}
                </th>
              ))}
              <th scope="col">{headings.get('stage')}</th>
              <th scope="col">{preview.entries}</th>
            </tr>
          </thead>
          <tbody>
            {first.map((deal) => (
              <tr key={deal.line}>
                {FIELDS.map((field) => (
                  <td key={field} class={field === 'amount' ? 'number' : ''}>
                    {cellText(deal, field, desk)}
                  </td>
                ))}
                <td>{stage(deal.steps[deal.steps.length - 1]?.to ?? '')}</td>
                <td class="quiet">
                  {deal.steps
                    .filter(({ to }) => to !== '')
                    .map(({ to, at }) => `${stage(to)} ${dayText(at.slice(0, 10), desk.language)}`)
                    .join(' → ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function cellText({ cells }: SentDeal, field: (typeof FIELDS)[number], desk: ImportDesk): string {
  const cell = cells[field];
  if (cell === undefined) return '';
  if (typeof cell === 'object') return dayText(cell.date.slice(0, 10), desk.language);
  if (field !== 'amount' || typeof cell !== 'number') return String(cell);
  const currency = cells.currency ?? desk.state.target?.currency ?? '';
  return `${cell.toLocaleString(document.documentElement.lang)} ${currency}`;
}

/** Whether the file or the gates have the last word. */
export function ImportGates({ desk }: { readonly desk: ImportDesk }) {
  const { gates } = desk.words;
  return (
    <section class="part">
      <ChoiceOfOne
        name="gates"
        legend={gates.legend}
        value={desk.state.gates}
        choices={[
          { value: 'trust', label: gates.trust, hint: gates.trustWhy },
          { value: 'strict', label: gates.strict, hint: gates.strictWhy },
        ]}
        problem=""
        onChoose={(value) => desk.set({ gates: value === 'strict' ? 'strict' : 'trust' })}
      />
    </section>
  );
}
