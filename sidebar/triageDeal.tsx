import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Card, DealView, PipelineView } from '../src/rpc';
import { ChoiceOfOne } from './choiceOfOne';
import type { DealDesk } from './dealDesk';
import { DealHeader } from './dealHeader';
import { JudgeAgain } from './judgeAgain';
import { Notices } from './notices';
import { pipelineAlone } from './pipelines';
import { ShownDeal } from './shownDeal';
import { showRow } from './showRow';
import type { TriageDesk } from './triageDesk';
import {
  planFacts,
  type TriageProblem,
  triageProblem,
  WAYS,
  type Way,
  wayOrder,
} from './triageDraft';
import { useDealDesk } from './useDealDesk';
import { WayFields } from './wayFields';

interface Props {
  readonly desk: TriageDesk;
  readonly card: Card;
  readonly pipeline: PipelineView;
  readonly onOpen: (id: string) => void;
}

/** One stalled deal: why it does not move, and what happens with it now. */
export function TriageDeal({ desk, card, pipeline, onOpen }: Props) {
  const deal = useDealDesk({ from: 'sidebar', id: card.id });
  const { shown } = deal.state;
  const { words } = desk;
  return (
    <>
      {shown.kind === 'deal' ? (
        <article class="deal" aria-busy={deal.state.busy !== null}>
          <DealHeader
            deal={shown.deal}
            words={deal.words}
            language={pipeline.language}
            onShowRow={() => void showRow(deal, card.id)}
          />
          <TriageForm
            {...{ desk, deal, card }}
            pipeline={pipelineAlone(pipeline, shown.deal.pipeline)}
            view={shown.deal}
          />
        </article>
      ) : (
        <ShownDeal desk={deal} />
      )}
      <div class="choice">
        <button type="button" onClick={() => desk.skip(card)}>
          {words.skip}
        </button>
        <button type="button" onClick={() => onOpen(card.id)}>
          {words.openDeal}
        </button>
      </div>
      <Notices desk={deal} />
    </>
  );
}

interface FormProps extends Omit<Props, 'onOpen'> {
  readonly deal: DealDesk;
  readonly view: DealView;
}

function TriageForm({ desk, deal, card, pipeline, view }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const draft = desk.draftOf(card.id);
  const { words } = desk;
  const problem = triageProblem(draft, pipeline, { page: deal.words, triage: words });
  const shownProblem: TriageProblem | null = tried ? problem : null;
  // The next deal takes the place of the last one: the cursor begins at its first question.
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (problem !== null)
      form.current?.querySelector<HTMLElement>(`[name="${problem.field}"]`)?.focus();
    else if (await save({ desk, deal, card, pipeline, view })) desk.handle(card);
  };
  return (
    <form ref={form} class="part" onSubmit={submit} noValidate>
      <Cause {...{ desk, card, pipeline }} problem={shownProblem} />
      {draft.cause !== '' && (
        <JudgeAgain
          {...{ draft, view, pipeline, words }}
          problem={shownProblem}
          onType={(part) => desk.type(card.id, part)}
        />
      )}
      <WayOut {...{ desk, card, pipeline }} problem={shownProblem} />
      <WayFields
        {...{ draft, pipeline }}
        problem={shownProblem}
        words={{ page: deal.words, triage: words }}
        onType={(part) => desk.type(card.id, part)}
      />
      <Refused desk={deal} id={card.id} />
      <div class="buttons">
        <button type="submit" class="primary" aria-disabled={deal.state.busy !== null}>
          {deal.state.busy === null ? words.save : words.saving}
        </button>
      </div>
    </form>
  );
}

interface QuestionProps {
  readonly desk: TriageDesk;
  readonly card: Card;
  readonly pipeline: PipelineView;
  readonly problem: TriageProblem | null;
}

const problemOf = (problem: TriageProblem | null, field: TriageProblem['field']) =>
  problem?.field === field ? problem.text : '';

function Cause({ desk, card, pipeline, problem }: QuestionProps) {
  const { words } = desk;
  const causes = pipeline.causes ?? words.causes;
  return (
    <ChoiceOfOne
      name="cause"
      legend={words.cause}
      value={desk.draftOf(card.id).cause}
      choices={causes.map((cause) => ({ value: cause, label: cause }))}
      problem={problemOf(problem, 'cause')}
      onChoose={(cause) => desk.type(card.id, { cause })}
    />
  );
}

function WayOut({ desk, card, pipeline, problem }: QuestionProps) {
  const { words } = desk;
  const ways = WAYS.filter((way) => way === 'plan' || stageFor(pipeline, way) !== undefined);
  return (
    <ChoiceOfOne
      name="way"
      legend={words.way}
      value={desk.draftOf(card.id).way}
      choices={ways.map((way) => ({
        value: way,
        label: words.ways[way],
        hint: words.wayHints[way],
      }))}
      problem={problemOf(problem, 'way')}
      onChoose={(way) => desk.type(card.id, { way: way as Way })}
    />
  );
}

/** Why the gate of the stage that was chosen held the deal. */
function Refused({ desk, id }: { readonly desk: DealDesk; readonly id: string }) {
  const { refused } = desk.draftOf(id);
  if (refused === null) return null;
  return (
    <p class="refusal" role="alert" key={refused.time}>
      {refused.message}
    </p>
  );
}

function stageFor(pipeline: PipelineView, way: Way): string | undefined {
  return pipeline.stages.find(({ kind }) => kind === way)?.key;
}

/** Saves the way out; true when the sheet has it. */
async function save({ desk, deal, card, pipeline, view }: FormProps): Promise<boolean> {
  const draft = desk.draftOf(card.id);
  if (draft.way === '') return false;
  if (draft.way === 'plan') {
    const again = async () => {
      if (await save({ desk, deal, card, pipeline, view })) desk.handle(card);
    };
    return deal.saveFacts(view, planFacts(draft), () => void again());
  }
  const to = stageFor(pipeline, draft.way);
  return to !== undefined && deal.move(view, wayOrder(draft, to));
}
