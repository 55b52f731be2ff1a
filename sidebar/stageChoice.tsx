import type { DealView, PipelineView } from '../src/rpc';
import type { DealDesk } from './dealDesk';
import { pipelineAlone, pipelinesOf } from './pipelines';

interface Props {
  readonly deal: DealView;
  readonly pipeline: PipelineView;
  readonly desk: DealDesk;
  /** The key of the stage that the form is for. */
  readonly target: string;
}

/** Any stage but the next one: a list for the path, and a button each for leaving it. Choosing moves nothing yet. */
export function StageChoice({ deal, pipeline, desk, target }: Props) {
  const say = desk.words.move;
  const own = pipelineAlone(pipeline, deal.pipeline);
  const others = own.stages.filter(({ key }) => key !== deal.stage && key !== deal.next);
  const elsewhere = pipeline.stages.filter(
    (stage) => stage.kind === 'open' && !own.stages.includes(stage),
  );
  const onPath = others.filter(({ kind }) => kind === 'open' || kind === 'won');
  const out = others.filter(({ kind }) => kind === 'lost' || kind === 'nurture');
  const choose = (key: string) => desk.type({ target: key, refused: null });
  return (
    <div class="choice">
      {onPath.length + elsewhere.length > 0 && (
        <select
          aria-label={say.other}
          value={[...onPath, ...elsewhere].some(({ key }) => key === target) ? target : ''}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{say.other}</option>
          {onPath.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
          {pipelinesOf({ stages: elsewhere }).map((name) => (
            <optgroup key={name} label={name}>
              {elsewhere
                .filter((stage) => stage.pipeline === name)
                .map(({ key, label }) => (
                  <option key={key} value={key}>
                    {label}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      )}
      {out.map(({ key, label }) => (
        <button
          key={key}
          type="button"
          aria-pressed={key === target}
          onClick={() => choose(key === target ? '' : key)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
