import type { WelcomeDesk, WelcomeSet } from './welcomeDesk';

/** The stage sets to choose from, and what the chosen one looks like. */
export function WelcomeStages({ desk }: { readonly desk: WelcomeDesk }) {
  const { sets, choices } = desk.state;
  const say = desk.words.stages;
  const chosen = sets.find(({ key }) => key === choices.stages);
  return (
    <>
      <p class="quiet">{say.about}</p>
      <fieldset class="sets">
        <legend class="for-readers">{say.heading}</legend>
        {sets.map(({ key, name }) => (
          <label key={key}>
            <input
              type="radio"
              name="set"
              value={key}
              checked={key === choices.stages}
              onChange={() => desk.choose({ stages: key })}
            />
            {name[desk.language]}
          </label>
        ))}
      </fieldset>
      {chosen !== undefined && <Preview desk={desk} set={chosen} />}
    </>
  );
}

function Preview({ desk, set }: { readonly desk: WelcomeDesk; readonly set: WelcomeSet }) {
  const say = desk.words.stages;
  return (
    <section class="preview" aria-label={say.preview(set.name[desk.language])}>
      <ol>
        {set.stages[desk.language].map(({ label, kind, todo, asks }) => (
          <li key={label} class={kind}>
            <h2>
              {label}
              {kind !== 'open' && label !== say.kinds[kind] && (
                <span class="quiet">{say.kinds[kind]}</span>
              )}
            </h2>
            <p>{todo}</p>
            {kind === 'open' && (
              <p class="quiet">
                {asks.length === 0 ? say.asksNothing : `${say.asks} ${asks.join(' · ')}`}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
