import type { ImportMap } from '../src/rpc/importCalls';
import { ChoiceOfOne } from './choiceOfOne';
import type { ImportDesk, Planned } from './importDesk';
import { importing } from './importing';

interface Props {
  readonly desk: ImportDesk;
  readonly planned: Planned;
}

type Kind = NonNullable<NonNullable<ImportMap['stages']>[string]['kind']>;
const KINDS: readonly Kind[] = ['open', 'won', 'lost', 'nurture'];

/** What each stage text of the files means in the workbook. */
export function ImportStages({ desk, planned }: Props) {
  const { plan, coming } = planned;
  const { stages: words } = desk.words;
  const { files, target } = desk.state;
  if (files.deals === null) return null;
  const found = importing.foundStages(plan, files.deals.table, files.history?.table ?? null);
  const { kinds } = importing.importWords[desk.language];
  const labels = plan.stages.filter(({ key }) => coming.has(key)).map(({ label }) => label);
  return (
    <details class="part" open>
      <summary>{words.heading}</summary>
      {target?.isEmpty === true && (
        <ChoiceOfOne
          name="source"
          legend={words.source}
          value={desk.state.stages}
          choices={[
            { value: 'keep', label: words.keep },
            { value: 'from-data', label: words.fromData },
          ]}
          problem=""
          onChoose={(value) => desk.takeStages(value === 'keep' ? 'keep' : 'from-data')}
        />
      )}
      <p class="quiet">{words.about}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.theirs}</th>
            <th scope="col">{words.deals}</th>
            <th scope="col">{words.ours}</th>
            <th scope="col">{words.kind}</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ text, rows, key }) => {
            const stage = plan.stages.find((one) => one.key === key);
            const isNew = !plan.stages.some(({ label }) => label === text);
            return (
              <tr key={text}>
                <th scope="row">{text}</th>
                <td class="number">{rows}</td>
                <td>
                  <select
                    aria-label={words.oursOf(text)}
                    value={stage?.label ?? ''}
                    onChange={(event) => {
                      const name = event.currentTarget.value;
                      const kind = plan.stages.find(({ label }) => label === name)?.kind ?? 'open';
                      desk.mapStage(text, { name, kind });
                    }}
                  >
                    {plan.stages.map(({ key: of, label, added }) => (
                      <option key={of} value={label}>
                        {coming.has(of)
                          ? added
                            ? words.added(label)
                            : label
                          : words.leftOut(label)}
                      </option>
                    ))}
                    {isNew && <option value={text}>{words.added(text)}</option>}
                  </select>
                </td>
                <td>
                  {stage?.added === true ? (
                    <select
                      aria-label={words.kindOf(text)}
                      value={stage.kind}
                      onChange={(event) =>
                        desk.mapStage(text, {
                          name: stage.label,
                          kind: event.currentTarget.value as Kind,
                        })
                      }
                    >
                      {KINDS.map((kind) => (
                        <option key={kind} value={kind}>
                          {kinds[kind]}
                        </option>
                      ))}
                    </select>
                  ) : (
                    kinds[stage?.kind ?? 'open']
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="quiet">{words.path(labels)}</p>
    </details>
  );
}
