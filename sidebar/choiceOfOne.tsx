interface Props {
  readonly name: string;
  readonly legend: string;
  readonly value: string;
  readonly choices: readonly {
    readonly value: string;
    readonly label: string;
    readonly hint?: string;
  }[];
  readonly problem: string;
  readonly onChoose: (value: string) => void;
}

/** Native radio buttons under a question. */
export function ChoiceOfOne({ name, legend, value, choices, problem, onChoose }: Props) {
  return (
    <fieldset {...(problem === '' ? {} : { 'aria-describedby': `${name}-problem` })}>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} class="radio">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          <span>
            {choice.label}
            {choice.hint !== undefined && choice.value === value && (
              <span class="quiet hint">{choice.hint}</span>
            )}
          </span>
        </label>
      ))}
      {problem !== '' && (
        <p class="problem" id={`${name}-problem`}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}
