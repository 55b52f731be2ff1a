import { PAGE_WORDS } from '../src/words/pages';
import { Skeleton } from './shownDeal';
import { TriageDeal } from './triageDeal';
import type { TriageDesk } from './triageDesk';

interface Props {
  readonly desk: TriageDesk;
  readonly onOpen: (id: string) => void;
}

/** One stalled deal after another, until none is left. */
export function TriageView({ desk, onOpen }: Props) {
  const { shown, stalled, skipped, handled, says } = desk.state;
  const { words } = desk;
  if (shown.kind === 'loading') return <Skeleton label={words.loading} />;
  if (shown.kind === 'failed')
    return (
      <section class="blank">
        <h1>{words.failed}</h1>
        <p role="alert">{shown.why}</p>
        <button type="button" class="primary" onClick={() => void desk.begin()}>
          {PAGE_WORDS[desk.language].failed.retry}
        </button>
      </section>
    );
  const { current } = desk;
  return (
    <>
      {stalled.length > 0 && <Progress desk={desk} />}
      <p class="for-readers" role="status">
        {says}
      </p>
      {current === undefined ? (
        <section class="blank">
          <h1>{stalled.length === 0 ? words.nobody.title : words.done.title}</h1>
          <p>
            {stalled.length === 0 && words.nobody.advice}
            {handled.size > 0 && words.done.advice(handled.size)}{' '}
            {skipped.size > 0 && words.skipped(skipped.size)}
          </p>
          <button type="button" onClick={() => void desk.begin()}>
            {words.again}
          </button>
        </section>
      ) : (
        <TriageDeal
          key={current.id}
          {...{ desk, card: current, onOpen }}
          pipeline={shown.pipeline}
        />
      )}
    </>
  );
}

function Progress({ desk }: { readonly desk: TriageDesk }) {
  const { whose, me, stalled, handled, skipped } = desk.state;
  const { words, round } = desk;
  const both = stalled.some(({ owner }) => owner === me) && me !== '';
  const done = round.filter(({ id }) => handled.has(id)).length;
  const past = round.filter(({ id }) => handled.has(id) || skipped.has(id)).length;
  return (
    <div class="round">
      <span>{words.progress(done, round.length)}</span>
      {both && (
        <select
          aria-label={words.whose.label}
          value={whose}
          onChange={(event) =>
            desk.showWhose(event.currentTarget.value === 'mine' ? 'mine' : 'all')
          }
        >
          <option value="mine">{words.whose.mine}</option>
          <option value="all">{words.whose.all}</option>
        </select>
      )}
      <progress aria-label={words.progress(done, round.length)} value={past} max={round.length} />
    </div>
  );
}
