import type { PipelineView } from '../src/rpc';
import type { PageWords } from '../src/words/pages';

interface Props {
  readonly stages: PipelineView['stages'];
  /** The key of the stage that the deal is in. */
  readonly stage: string;
  readonly words: PageWords;
}

/** The ordinary path to a win, and where the deal stands on it; a lost or nurtured deal stands beside it. */
export function StagePath({ stages, stage, words }: Props) {
  const say = words.path;
  const now = stages.find(({ key }) => key === stage);
  const path = stages.filter(({ kind }) => kind === 'open' || kind === 'won');
  const place = path.findIndex(({ key }) => key === stage);
  return (
    <section class="path" aria-label={say.label}>
      <p class="where">
        <strong class={`stage-now ${now?.kind ?? ''}`} dir="auto">
          {now?.label ?? stage}
        </strong>
        {place >= 0 && <span class="quiet">{say.position(place + 1, path.length)}</span>}
      </p>
      <ol>
        {path.map(({ key, label }, at) => {
          const state = at < place ? 'done' : at === place ? 'current' : 'ahead';
          return (
            <li
              key={key}
              class={state}
              title={label}
              {...(state === 'current' ? { 'aria-current': 'step' as const } : {})}
            >
              <span class="for-readers">{say.step(label, say[state])}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
