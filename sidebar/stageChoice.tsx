import type { DealView, PipelineView } from '../src/rpc';
import type { DealDesk } from './dealDesk';

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
  const others = pipeline.stages.filter(({ key }) => key !== deal.stage && key !== deal.next);
  const onPath = others.filter(({ kind }) => kind === 'open' || kind === 'won');
  const out = others.filter(({ kind }) => kind === 'lost' || kind === 'nurture');
  const choose = (key: string) => desk.type({ target: key, refused: null });
  return (
    <div class="choice">
      {onPath.length > 0 && (
        <select
          aria-label={say.other}
          value={onPath.some(({ key }) => key === target) ? target : ''}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{say.other}</option>
          {onPath.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
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
