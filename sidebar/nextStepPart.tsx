import { useId } from 'preact/hooks';
import type { DealView } from '../src/rpc';
import type { DealDesk } from './dealDesk';
import { Labelled } from './factField';

/** The promise for this deal: what, and by when. The button comes when something is typed. */
export function NextStepPart({ deal, desk }: { readonly deal: DealView; readonly desk: DealDesk }) {
  const say = desk.words.nextStep;
  const id = useId();
  const draft = desk.draftOf(deal.id);
  const what = draft.nextStep ?? deal.nextStep;
  const when = draft.nextStepDate ?? deal.nextStepDate;
  const changed = what !== deal.nextStep || when !== deal.nextStepDate;
  const saving = desk.state.busy === 'facts';
  return (
    <section class="part">
      <h2>{say.heading}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (changed) void desk.saveNextStep(deal);
        }}
      >
        <Labelled id={`${id}-what`} label={say.what}>
          <input
            id={`${id}-what`}
            type="text"
            dir="auto"
            autocomplete="off"
            value={what}
            onInput={(event) => desk.type({ nextStep: event.currentTarget.value })}
          />
        </Labelled>
        <Labelled id={`${id}-when`} label={say.when}>
          <input
            id={`${id}-when`}
            type="date"
            value={when}
            onInput={(event) => desk.type({ nextStepDate: event.currentTarget.value })}
          />
        </Labelled>
        {changed && (
          <button type="submit" aria-disabled={desk.state.busy !== null}>
            {saving ? say.saving : say.save}
          </button>
        )}
      </form>
    </section>
  );
}
