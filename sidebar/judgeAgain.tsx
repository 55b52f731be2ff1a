import { useId } from 'preact/hooks';
import type { DealView, PipelineView } from '../src/rpc';
import type { TriageWords } from '../src/words/triage';
import { described } from './closingFields';
import { Labelled } from './factField';
import type { TriageDraft, TriageProblem } from './triageDraft';

interface Props {
  readonly draft: TriageDraft;
  readonly view: DealView;
  readonly pipeline: PipelineView;
  readonly problem: TriageProblem | null;
  readonly words: TriageWords;
  readonly onType: (part: Partial<TriageDraft>) => void;
}

/** Before a way out is chosen: what the deal lacks, and what is believed of it now. */
export function JudgeAgain({ draft, view, pipeline, problem, words, onType }: Props) {
  const id = useId();
  const next = pipeline.stages.find(({ key }) => key === view.next)?.label;
  const wrong = problem?.field === 'winChance';
  return (
    <fieldset>
      <legend>{words.judge}</legend>
      {next !== undefined && (
        <p class="quiet">
          {view.missing.length === 0 ? words.lacksNothing(next) : words.lacks(next)}
        </p>
      )}
      <ul class="lacks">
        {view.missing.map(({ message }) => (
          <li key={message} dir="auto">
            {message}
          </li>
        ))}
      </ul>
      <Labelled id={`${id}-close`} label={words.closeDate}>
        <input
          id={`${id}-close`}
          type="date"
          value={draft.closeDate ?? view.closeDate}
          onInput={(event) => onType({ closeDate: event.currentTarget.value })}
        />
      </Labelled>
      <Labelled
        id={`${id}-chance`}
        label={words.winChance}
        problem={wrong ? (problem?.text ?? '') : ''}
      >
        <input
          id={`${id}-chance`}
          type="number"
          name="winChance"
          min={0}
          max={100}
          value={draft.winChance ?? view.winChance ?? ''}
          onInput={(event) => onType({ winChance: event.currentTarget.value })}
          {...described(`${id}-chance`, wrong)}
        />
      </Labelled>
      <p class="quiet hint">{words.winChanceHint}</p>
    </fieldset>
  );
}
