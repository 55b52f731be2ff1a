import { useId } from 'preact/hooks';
import type { PipelineView } from '../src/rpc';
import type { PageWords } from '../src/words/pages';
import type { ClosingDraft, ClosingProblem } from './closing';
import { Labelled } from './factField';

interface Props {
  readonly draft: ClosingDraft;
  readonly words: PageWords;
  readonly problem: ClosingProblem | null;
  readonly onType: (part: Partial<ClosingDraft>) => void;
}

export const described = (id: string, wrong: boolean) =>
  wrong ? { 'aria-invalid': true, 'aria-describedby': `${id}-problem` } : {};

export function LostFields({
  draft,
  pipeline,
  words,
  problem,
  onType,
}: Props & { readonly pipeline: PipelineView }) {
  const id = useId();
  const { lost, choose } = words;
  const { lostReason, lostNote } = draft;
  const of = (field: ClosingProblem['field']) => (problem?.field === field ? problem.text : '');
  return (
    <>
      <Labelled id={`${id}-reason`} label={lost.reason} problem={of('lostReason')}>
        <select
          id={`${id}-reason`}
          name="lostReason"
          value={lostReason}
          onChange={(event) => onType({ lostReason: event.currentTarget.value })}
          {...described(`${id}-reason`, of('lostReason') !== '')}
        >
          <option value="">{choose}</option>
          {pipeline.lostReasons.map((reason) => (
            <option key={reason}>{reason}</option>
          ))}
        </select>
      </Labelled>
      <Labelled id={`${id}-note`} label={lost.note} problem={of('lostNote')}>
        <textarea
          id={`${id}-note`}
          name="lostNote"
          rows={2}
          dir="auto"
          value={lostNote}
          onInput={(event) => onType({ lostNote: event.currentTarget.value })}
          {...described(`${id}-note`, of('lostNote') !== '')}
        />
      </Labelled>
    </>
  );
}

export function NurtureFields({ draft, words, problem, onType }: Props) {
  const id = useId();
  return (
    <Labelled id={id} label={words.nurture.until} problem={problem?.text ?? ''}>
      <input
        id={id}
        type="date"
        name="until"
        value={draft.until}
        onInput={(event) => onType({ until: event.currentTarget.value })}
        {...described(id, problem !== null)}
      />
    </Labelled>
  );
}
