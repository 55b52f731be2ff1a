import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DealView, PipelineView, ShortfallView } from '../src/rpc';
import { type ChecklistItem, checklistOf, factsFor, isFilled } from './checklist';
import { closingProblem } from './closing';
import { LostFields, NurtureFields } from './closingFields';
import type { DealDesk } from './dealDesk';
import type { MoveOrder } from './deskState';
import type { Draft } from './draft';
import { FactField } from './factField';
import { OverridePart } from './overridePart';
import { StageChoice } from './stageChoice';

export interface MoveProps {
  readonly deal: DealView;
  readonly pipeline: PipelineView;
  readonly desk: DealDesk;
}

type Stage = PipelineView['stages'][number];

/** Where the deal goes next: what that still needs, filled in here and saved together with the move. */
export function MovePart({ deal, pipeline, desk }: MoveProps) {
  const draft = desk.draftOf(deal.id);
  const key = draft.target === '' ? deal.next : draft.target;
  const target = pipeline.stages.find((stage) => stage.key === key);
  return (
    <section class="part move">
      {target === undefined ? (
        <p class="quiet">{desk.words.move.endOfPath}</p>
      ) : (
        <MoveForm key={target.key} {...{ deal, pipeline, desk, target }} />
      )}
      <StageChoice {...{ deal, pipeline, desk, target: target?.key ?? '' }} />
    </section>
  );
}

interface FormProps extends MoveProps {
  readonly target: Stage;
}

function MoveForm({ deal, pipeline, desk, target }: FormProps) {
  const say = desk.words.move;
  const draft = desk.draftOf(deal.id);
  const [tried, setTried] = useState(false);
  const items = itemsOf({ deal, draft, target, pipeline });
  const problem = closingProblem(target.kind, draft, pipeline, desk.words);
  const form = useFocusOnRefusal(desk, draft.refused);
  const isNext = target.key === deal.next;
  const order = orderOf(target, draft, items);
  const closing = {
    draft,
    words: desk.words,
    problem: tried ? problem : null,
    onType: (part: Partial<Draft>) => desk.type(part),
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (problem === null) void desk.move(deal, order);
    else form.current?.querySelector<HTMLElement>(`[name="${problem.field}"]`)?.focus();
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <h2>{isNext ? say.heading(target.label) : say.toOther(target.label)}</h2>
      <Refusal {...{ deal, desk, draft, items, target }} />
      {target.kind === 'lost' && <LostFields {...closing} pipeline={pipeline} />}
      {target.kind === 'nurture' && <NurtureFields {...closing} />}
      <Needs {...{ desk, draft, items, target, isNext }} />
      <div class="buttons">
        <button type="submit" class="primary" aria-disabled={desk.state.busy !== null}>
          {desk.state.busy === 'move'
            ? say.moving
            : isNext
              ? say.to(target.label)
              : say.toOther(target.label)}
        </button>
        {!isNext && (
          <button type="button" onClick={() => desk.type({ target: '', refused: null })}>
            {say.back}
          </button>
        )}
      </div>
      {deal.mayOverride && items.length > 0 && <OverridePart {...{ deal, desk, target, order }} />}
    </form>
  );
}

/** Puts the cursor on the first thing to fill in when a try was refused: not when an old refusal is shown again. */
function useFocusOnRefusal(desk: DealDesk, refused: Draft['refused']) {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    if (refused?.isNews !== true) return;
    form.current?.querySelector<HTMLElement>('.checklist :is(input, select)')?.focus();
    desk.type({ refused: { ...refused, isNews: false } });
  }, [refused]);
  return form;
}

interface RefusalProps {
  readonly deal: DealView;
  readonly desk: DealDesk;
  readonly draft: Draft;
  readonly items: readonly ChecklistItem[];
  readonly target: Stage;
}

function Refusal({ deal, desk, draft, items, target }: RefusalProps) {
  const { move, held } = desk.words;
  const { refused } = draft;
  if (refused !== null && refused.target === target.key)
    return (
      <p class="refusal" role="alert" key={refused.time}>
        {items.length === 0 ? refused.message : move.held(items.length)}
      </p>
    );
  if (deal.heldBecause === '' || target.key !== deal.next) return null;
  return (
    <p class="last-try">
      <strong>{held}</strong> <span dir="auto">{deal.heldBecause}</span>
    </p>
  );
}

interface NeedsProps {
  readonly desk: DealDesk;
  readonly draft: Draft;
  readonly items: readonly ChecklistItem[];
  readonly target: Stage;
  readonly isNext: boolean;
}

function Needs({ desk, draft, items, target, isNext }: NeedsProps) {
  const say = desk.words.move;
  if (items.length === 0) {
    if (target.kind === 'lost' || target.kind === 'nurture') return null;
    return <p class={isNext ? 'ready' : 'quiet'}>{isNext ? say.ready : say.asks}</p>;
  }
  const open = items.filter((item) => !isFilled(item, draft.facts)).length;
  return (
    <>
      <p class={open === 0 ? 'ready' : 'quiet'}>{open === 0 ? say.allFilled : say.toGo(open)}</p>
      <ul class={draft.refused?.target === target.key ? 'checklist asked' : 'checklist'}>
        {items.map((item, at) => (
          <FactField
            key={item.field === '' ? `says ${at}` : item.field}
            item={item}
            typed={draft.facts}
            words={desk.words}
            onType={(field, value) => desk.type({ facts: { ...draft.facts, [field]: value } })}
          />
        ))}
      </ul>
    </>
  );
}

/** What the move needs: the script's last answer for this stage, else what the deal's view says of the next one. */
function itemsOf({
  deal,
  draft,
  target,
  pipeline,
}: Omit<RefusalProps, 'desk' | 'items'> & {
  readonly pipeline: PipelineView;
}): ChecklistItem[] {
  const shortfalls: readonly ShortfallView[] =
    draft.refused?.target === target.key
      ? draft.refused.shortfalls
      : target.key === deal.next
        ? deal.missing
        : [];
  const { headers } = pipeline;
  const asked =
    target.kind === 'lost'
      ? [headers.lostReason, headers.lostNote]
      : target.kind === 'nurture'
        ? [headers.revisitOn]
        : [];
  return checklistOf(shortfalls).filter(({ field }) => field === '' || !asked.includes(field));
}

function orderOf(target: Stage, draft: Draft, items: readonly ChecklistItem[]): MoveOrder {
  const facts = factsFor(items, draft.facts);
  if (target.kind === 'nurture') return { to: target.key, facts, until: draft.until };
  if (target.kind !== 'lost') return { to: target.key, facts };
  const note = draft.lostNote.trim();
  return {
    to: target.key,
    facts: note === '' ? facts : { ...facts, lostNote: note },
    reason: draft.lostReason,
  };
}
