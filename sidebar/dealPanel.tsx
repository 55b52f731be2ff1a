import type { DealView, PipelineView } from '../src/rpc';
import { ActivityPart } from './activityPart';
import type { DealDesk } from './dealDesk';
import { DealHeader } from './dealHeader';
import { HistoryPart } from './historyPart';
import { MovePart } from './movePart';
import { NextStepPart } from './nextStepPart';
import { pipelineAlone } from './pipelines';
import { showRow } from './showRow';
import { StagePath } from './stagePath';
import { TasksPart } from './tasksPart';

interface Props {
  readonly deal: DealView;
  readonly pipeline: PipelineView;
  readonly desk: DealDesk;
}

/** Everything about one deal, in the order in which a rep needs it. */
export function DealPanel({ deal, pipeline, desk }: Props) {
  const { words } = desk;
  const { language } = pipeline;
  const todo = pipeline.stages.find(({ key }) => key === deal.stage)?.todo ?? '';
  return (
    <article class="deal" key={deal.id} aria-busy={desk.state.busy !== null}>
      <DealHeader {...{ deal, words, language }} onShowRow={() => void showRow(desk, deal.id)} />
      <StagePath
        stages={pipelineAlone(pipeline, deal.pipeline).stages}
        stage={desk.state.movingTo ?? deal.stage}
        words={words}
      />
      {todo !== '' && (
        <section class="todo">
          <h2>{words.todo}</h2>
          <p dir="auto">{todo}</p>
        </section>
      )}
      <MovePart {...{ deal, pipeline, desk }} />
      <NextStepPart {...{ deal, desk }} />
      <TasksPart {...{ deal, desk, language }} />
      <ActivityPart {...{ deal, desk }} />
      <HistoryPart {...{ deal, desk, language }} />
    </article>
  );
}
