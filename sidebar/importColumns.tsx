import type { FileTable } from '../src/rpc/importCalls';
import type { ImportDesk, Planned } from './importDesk';
import { importing } from './importing';

interface Props {
  readonly desk: ImportDesk;
  readonly planned: Planned;
}

interface Line {
  readonly header: string;
  readonly samples: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** What each column of the files is, to be corrected. */
export function ImportColumns({ desk, planned }: Props) {
  const { columns } = desk.words;
  return (
    <details class="part" open>
      <summary>{columns.heading}</summary>
      <p class="quiet">{columns.about}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.theirs}</th>
            <th scope="col">{columns.samples}</th>
            <th scope="col">{columns.ours}</th>
          </tr>
        </thead>
        <tbody>
          {linesOf(desk, planned).map((line) => (
            <tr key={line.header}>
              <th scope="row">{line.header}</th>
              <td class="quiet">{line.samples}</td>
              <td>
                <select
                  aria-label={columns.oursOf(line.header)}
                  value={line.value}
                  onChange={(event) => desk.mapColumn(line.header, event.currentTarget.value)}
                >
                  {line.choices.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Readings desk={desk} planned={planned} />
    </details>
  );
}

function linesOf(desk: ImportDesk, { plan }: Planned): readonly Line[] {
  const { files } = desk.state;
  const { columns: words } = desk.words;
  const deals = files.deals?.table;
  const history = files.history?.table;
  const none = { value: '', label: words.ignored };
  const fields = importing.roleChoices(plan, desk.language);
  const lines = plan.columns.map(({ header, role }, i): Line => {
    const value = importing.roleValue(role, plan);
    const own = { value: value.startsWith('own:') ? value : `own:${header}`, label: words.own };
    const choices = [...fields, own, none];
    return { header, samples: samplesOf(deals, i), value, choices };
  });
  // A map speaks of headers: one that both files have is told for the deals alone.
  const taken = new Set(plan.columns.map(({ header }) => header.toLowerCase()));
  const roles = importing.historyChoices(desk.language);
  const more = (plan.history?.columns ?? []).flatMap(({ header, role }, i): Line[] => {
    if (taken.has(header.toLowerCase())) return [];
    const value = role === 'ignore' ? '' : role;
    const choices = [...roles, none];
    return [{ header, samples: samplesOf(history, i), value, choices }];
  });
  return [...lines, ...more];
}

function samplesOf(table: FileTable | undefined, column: number): string {
  const found = new Set<string>();
  for (const row of table?.rows.slice(0, 200) ?? []) {
    const text = (row[column] ?? '').trim();
    if (text !== '') found.add(text.length > 30 ? `${text.slice(0, 29)}…` : text);
    if (found.size === 3) break;
  }
  return [...found].join(' · ');
}

/** How dates and amounts are written, where the file leaves it open or a person knows better. */
function Readings({ desk, planned }: Props) {
  const words = importing.importWords[desk.language];
  const { columns } = desk.words;
  const isOpen =
    desk.state.map.answers?.dateOrder !== undefined ||
    planned.guesses.some(({ about }) => about === words.guesses.dateOrder);
  const all = [...planned.plan.columns, ...(planned.plan.history?.columns ?? [])];
  const day = all.find(({ reading }) => reading.kind === 'day');
  const amount = planned.plan.columns.find(
    ({ role }) => role.kind === 'field' && role.field === 'amount',
  );
  return (
    <div class="readings">
      {day !== undefined && isOpen && (
        <label>
          {columns.dateOrder}
          <select
            value={String(desk.state.map.answers?.dateOrder ?? day.reading.dateOrder)}
            onChange={(event) => desk.answer('dateOrder', event.currentTarget.value)}
          >
            {(['ymd', 'dmy', 'mdy'] as const).map((order) => (
              <option key={order} value={order}>
                {words.dateOrders[order]}
              </option>
            ))}
          </select>
        </label>
      )}
      {amount !== undefined && (
        <label>
          {columns.decimals}
          <select
            value={amount.reading.decimalComma ? 'comma' : 'point'}
            onChange={(event) => desk.answer('decimalComma', event.currentTarget.value === 'comma')}
          >
            <option value="point">{words.decimalPoint}</option>
            <option value="comma">{words.decimalComma}</option>
          </select>
        </label>
      )}
    </div>
  );
}
