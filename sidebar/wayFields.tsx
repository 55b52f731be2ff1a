import { useId } from 'preact/hooks';
import type { PipelineView } from '../src/rpc';
import type { PageWords } from '../src/words/pages';
import type { TriageWords } from '../src/words/triage';
import type { ClosingProblem } from './closing';
import { described, LostFields, NurtureFields } from './closingFields';
import { Labelled } from './factField';
import type { TriageDraft, TriageProblem } from './triageDraft';

interface Props {
  readonly draft: TriageDraft;
  readonly pipeline: PipelineView;
  readonly problem: TriageProblem | null;
  readonly words: { readonly page: PageWords; readonly triage: TriageWords };
  readonly onType: (part: Partial<TriageDraft>) => void;
}

/** What the chosen way out asks. */
export function WayFields(props: Props) {
  const { draft, pipeline, problem, words, onType } = props;
  const closing = { draft, words: words.page, problem: closingPart(problem), onType };
  if (draft.way === 'lost') return <LostFields {...closing} pipeline={pipeline} />;
  if (draft.way === 'nurture') return <NurtureFields {...closing} />;
  return draft.way === 'plan' ? <PlanFields {...props} /> : null;
}

function closingPart(problem: TriageProblem | null): ClosingProblem | null {
  if (problem === null) return null;
  const { field, text } = problem;
  return field === 'lostReason' || field === 'lostNote' || field === 'until'
    ? { field, text }
    : null;
}

function PlanFields({ draft, problem, words, onType }: Props) {
  const id = useId();
  const say = words.triage;
  const of = (field: 'plan' | 'planDue') => (problem?.field === field ? problem.text : '');
  return (
    <>
      <Labelled id={`${id}-plan`} label={say.plan} problem={of('plan')}>
        <textarea
          id={`${id}-plan`}
          name="plan"
          rows={2}
          dir="auto"
          value={draft.plan}
          onInput={(event) => onType({ plan: event.currentTarget.value })}
          {...described(`${id}-plan`, of('plan') !== '')}
        />
      </Labelled>
      <Labelled id={`${id}-due`} label={say.planDue} problem={of('planDue')}>
        <input
          id={`${id}-due`}
          type="date"
          name="planDue"
          value={draft.planDue}
          onInput={(event) => onType({ planDue: event.currentTarget.value })}
          {...described(`${id}-due`, of('planDue') !== '')}
        />
      </Labelled>
      <p class="quiet hint">{say.planHint}</p>
    </>
  );
}
