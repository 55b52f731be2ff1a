import type { PipelineView } from '../src/rpc';
import { WIDE_BOARD_WORDS } from '../src/words/wideBoard';
import type { MovingDesk } from './movingDesk';

interface Props {
  readonly desk: MovingDesk;
  readonly pipeline: PipelineView;
  readonly onMove: (ids: readonly string[], to: string) => void;
}

/** What can be done with the selected cards, for those who do not drag. */
export function SelectionBar({ desk, pipeline, onMove }: Props) {
  const { selected } = desk.state;
  const say = WIDE_BOARD_WORDS[desk.language].selection;
  if (selected.size === 0) return null;
  return (
    <section class="selection" aria-label={say.label}>
      <strong>{say.count(selected.size)}</strong>
      <select
        aria-label={say.moveTo}
        value=""
        onChange={(event) => onMove([...selected], event.currentTarget.value)}
      >
        <option value="">{say.moveTo}</option>
        {pipeline.stages.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
      <button type="button" class="link" onClick={() => desk.set({ selected: new Set() })}>
        {say.clear}
      </button>
    </section>
  );
}
