import { changeKey, type ImportDesk, type KnownDeal } from './importDesk';

/** Deals that the workbook had already: what the file says otherwise, to be taken over or left. */
export function ImportChanges({ desk }: { readonly desk: ImportDesk }) {
  const { known: words } = desk.words;
  const { sent, ticked, changed, changing, step } = desk.state;
  const isBusy = changing || step === 'sending' || step === 'stopping';
  const differing = sent.known.filter(({ changes }) => changes.length > 0);
  const same = sent.known.length - differing.length;
  const keys = differing.flatMap(keysOf);
  const count = keys.filter((key) => ticked.has(key)).length;
  return (
    <>
      {same > 0 && <p class="quiet">{words.same(same)}</p>}
      <div role="status">
        {changed.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {differing.length > 0 && (
        <section class="part">
          <h2>{words.heading(differing.length)}</h2>
          <p class="quiet">{words.about}</p>
          <table>
            <thead>
              <tr>
                <td>
                  <Tick desk={desk} keys={keys} label={words.all} />
                </td>
                <th scope="col">{words.deal}</th>
                <th scope="col">{words.field}</th>
                <th scope="col">{words.was}</th>
                <th scope="col">{words.now}</th>
              </tr>
            </thead>
            {differing.map((deal) => (
              <DealChanges key={deal.id} desk={desk} deal={deal} />
            ))}
          </table>
          <div class="buttons">
            <button
              type="button"
              class="primary"
              aria-disabled={isBusy || count === 0}
              onClick={() => {
                if (!isBusy && count > 0) void desk.takeOver();
              }}
            >
              {words.accept(count)}
            </button>
          </div>
        </section>
      )}
    </>
  );
}

const keysOf = ({ id, changes }: KnownDeal): string[] =>
  changes.map(({ field }) => changeKey(id, field));

function DealChanges({ desk, deal }: { readonly desk: ImportDesk; readonly deal: KnownDeal }) {
  const { known: words } = desk.words;
  return (
    <tbody>
      {deal.changes.length > 1 && (
        <tr>
          <td>
            <Tick desk={desk} keys={keysOf(deal)} label={words.allOf(deal.name)} />
          </td>
          <th scope="rowgroup" colSpan={4}>
            {deal.name}
          </th>
        </tr>
      )}
      {deal.changes.map(({ field, header, was, now }) => (
        <tr key={field}>
          <td>
            <Tick
              desk={desk}
              keys={[changeKey(deal.id, field)]}
              label={words.one(deal.name, header)}
            />
          </td>
          <td>{deal.changes.length > 1 ? '' : deal.name}</td>
          <td class="column-name">{header}</td>
          <td>{was === '' ? <span class="quiet">{words.empty}</span> : <del>{was}</del>}</td>
          <td>
            <ins>{now}</ins>
          </td>
        </tr>
      ))}
    </tbody>
  );
}

interface TickProps {
  readonly desk: ImportDesk;
  readonly keys: readonly string[];
  readonly label: string;
}

function Tick({ desk, keys, label }: TickProps) {
  const { ticked } = desk.state;
  const on = keys.filter((key) => ticked.has(key)).length;
  return (
    <input
      type="checkbox"
      aria-label={label}
      checked={on === keys.length}
      indeterminate={on > 0 && on < keys.length}
      onChange={(event) => desk.tick(keys, event.currentTarget.checked)}
    />
  );
}
