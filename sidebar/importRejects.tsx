import type { Reject } from '../src/rpc/importCalls';
import type { ImportDesk } from './importDesk';
import { importing } from './importing';

const SHOWN = 20;

interface Props {
  readonly desk: ImportDesk;
  readonly rejects: readonly Reject[];
}

/** Rows that are not brought in, each with its reason; the whole list can be kept as a file. */
export function ImportRejects({ desk, rejects }: Props) {
  const { rejects: words } = desk.words;
  return (
    <section class="part">
      <h2>{words.heading(rejects.length)}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {rejects.slice(0, SHOWN).map(({ file, line, column, reason }, i) => (
            <tr key={`${file} ${line} ${i}`}>
              <td>
                {file} {line}
              </td>
              <td>{column}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rejects.length > SHOWN && <p class="quiet">{words.more(rejects.length - SHOWN)}</p>}
      <div class="buttons">
        <button type="button" onClick={() => save(rejects)}>
          {words.save}
        </button>
      </div>
    </section>
  );
}

function save(rejects: readonly Reject[]): void {
  const file = new Blob([importing.rejectsCsv(rejects)], { type: 'text/csv;charset=utf-8' });
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = 'rejects.csv';
  link.click();
  URL.revokeObjectURL(address);
}
