import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PipelineView } from '../src/rpc';
import { WIDE_BOARD_WORDS } from '../src/words/wideBoard';
import { type ClosingDraft, closingProblem } from './closing';
import { LostFields, NurtureFields } from './closingFields';
import type { Closing, MovingDesk } from './movingDesk';

/** Cards that were dropped on a stage that asks something of its own. */
export interface Asked {
  readonly ids: readonly string[];
  readonly stage: PipelineView['stages'][number];
}

interface Props {
  readonly asked: Asked;
  readonly pipeline: PipelineView;
  readonly desk: MovingDesk;
  readonly onDone: () => void;
}

/** The reason for a loss, or the day to look again: once for all cards that were dropped together. */
export function ClosingDialog({ asked, pipeline, desk, onDone }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [draft, setDraft] = useState<ClosingDraft>({ lostReason: '', lostNote: '', until: '' });
  const [tried, setTried] = useState(false);
  const { pageWords } = desk;
  const say = WIDE_BOARD_WORDS[desk.language].ask;
  const { stage, ids } = asked;
  const problem = closingProblem(stage.kind, draft, pipeline, pageWords);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (problem !== null)
      return dialog.current?.querySelector<HTMLElement>(`[name="${problem.field}"]`)?.focus();
    onDone();
    return void desk.move(ids, stage.key, closingOf(stage.kind, draft));
  };
  const fields = {
    draft,
    words: pageWords,
    problem: tried ? problem : null,
    onType: (part: Partial<ClosingDraft>) => setDraft({ ...draft, ...part }),
  };
  return (
    <dialog ref={dialog} aria-labelledby="asked" onClose={onDone}>
      <form onSubmit={submit} noValidate>
        <h2 id="asked">{say.title(stage.label, ids.length)}</h2>
        {stage.kind === 'lost' ? (
          <LostFields {...fields} pipeline={pipeline} />
        ) : (
          <NurtureFields {...fields} />
        )}
        <div class="buttons">
          <button type="submit" class="primary">
            {say.go(stage.label)}
          </button>
          <button type="button" onClick={onDone}>
            {say.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function closingOf(kind: Asked['stage']['kind'], draft: ClosingDraft): Closing {
  if (kind === 'nurture') return { until: draft.until };
  const note = draft.lostNote.trim();
  return { reason: draft.lostReason, ...(note === '' ? {} : { facts: { lostNote: note } }) };
}
