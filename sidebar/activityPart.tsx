import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { DealView } from '../src/rpc';
import { ACTIVITY_KINDS } from '../src/words/pages';
import type { DealDesk } from './dealDesk';
import { Labelled } from './factField';
import { Icon } from './icon';

/** Two clicks: the kind, then Log. A note may be typed in between. */
export function ActivityPart({ deal, desk }: { readonly deal: DealView; readonly desk: DealDesk }) {
  const say = desk.words.activity;
  const { activity, activityNote } = desk.draftOf(deal.id);
  return (
    <section class="part">
      <h2>{say.heading}</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a flex row of toggles in every browser */}
      <div class="kinds" role="group" aria-label={say.heading}>
        {ACTIVITY_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={activity === kind}
            onClick={() => desk.type({ activity: activity === kind ? null : kind })}
          >
            <Icon name={kind} />
            {say.kinds[kind]}
          </button>
        ))}
      </div>
      {activity !== null && (
        <ActivityNote
          key={activity}
          deal={deal}
          desk={desk}
          note={activityNote}
          kind={say.kinds[activity]}
        />
      )}
    </section>
  );
}

interface NoteProps {
  readonly deal: DealView;
  readonly desk: DealDesk;
  readonly note: string;
  readonly kind: string;
}

function ActivityNote({ deal, desk, note, kind }: NoteProps) {
  const say = desk.words.activity;
  const id = useId();
  const first = useRef<HTMLTextAreaElement>(null);
  const logging = desk.state.busy === 'activity';
  useLayoutEffect(() => first.current?.focus(), []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void desk.log(deal);
      }}
    >
      <Labelled id={id} label={say.note}>
        <textarea
          id={id}
          ref={first}
          rows={2}
          value={note}
          onInput={(event) => desk.type({ activityNote: event.currentTarget.value })}
        />
      </Labelled>
      <div class="buttons">
        <button type="submit" class="primary small" aria-disabled={desk.state.busy !== null}>
          {logging ? say.logging : say.log(kind)}
        </button>
        <button type="button" onClick={() => desk.type({ activity: null })}>
          {say.cancel}
        </button>
      </div>
    </form>
  );
}
