import { useId, useRef, useState } from 'preact/hooks';
import type { DealView, PipelineView } from '../src/rpc';
import type { DealDesk } from './dealDesk';
import type { MoveOrder } from './deskState';
import { Labelled } from './factField';

interface Props {
  readonly deal: DealView;
  readonly desk: DealDesk;
  readonly target: PipelineView['stages'][number];
  readonly order: MoveOrder;
}

/** For those who may: past the gate, with a reason. Folded away, so that it is never the easy way. */
export function OverridePart({ deal, desk, target, order }: Props) {
  const id = useId();
  const say = desk.words.override;
  const field = useRef<HTMLTextAreaElement>(null);
  const [tried, setTried] = useState(false);
  const reason = desk.draftOf(deal.id).overrideReason;
  const wrong = tried && reason.trim() === '';
  const go = () => {
    setTried(true);
    if (reason.trim() === '') field.current?.focus();
    else void desk.move(deal, { ...order, reason, override: true });
  };
  return (
    <details class="override">
      <summary>{say.open}</summary>
      <p class="quiet">{say.why}</p>
      <Labelled id={id} label={say.reason} problem={wrong ? say.needsReason : ''}>
        <textarea
          id={id}
          ref={field}
          rows={2}
          dir="auto"
          value={reason}
          onInput={(event) => desk.type({ overrideReason: event.currentTarget.value })}
          {...(wrong ? { 'aria-invalid': true, 'aria-describedby': `${id}-problem` } : {})}
        />
      </Labelled>
      <button type="button" class="warning" aria-disabled={desk.state.busy !== null} onClick={go}>
        {say.go(target.label)}
      </button>
    </details>
  );
}
