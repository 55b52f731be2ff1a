import { useState } from 'preact/hooks';
import type { PipelineView } from '../src/rpc';
import { WIDE_BOARD_WORDS } from '../src/words/wideBoard';
import type { Asked } from './closingDialog';
import type { MovingDesk } from './movingDesk';

/** Drops cards on a stage: at once, or after its question where the stage asks one. */
export function useDropping(
  desk: MovingDesk,
  pipeline: PipelineView,
  onSays: (text: string) => void,
) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const drop = (ids: readonly string[], to: string) => {
    const stage = pipeline.stages.find(({ key }) => key === to);
    if (stage === undefined) return;
    onSays(WIDE_BOARD_WORDS[desk.language].hands.dropped(stage.label));
    if (stage.kind === 'lost' || stage.kind === 'nurture') setAsked({ ids, stage });
    else void desk.move(ids, to);
  };
  return { drop, asked, stopAsking: () => setAsked(null) };
}
