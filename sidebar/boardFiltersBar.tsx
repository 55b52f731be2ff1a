import type { Card, PipelineView } from '../src/rpc';
import { WIDE_BOARD_WORDS } from '../src/words/wideBoard';
import { ALL, type BoardFilters, choicesOf, NO_DATE, NO_OWNER, OVERDUE } from './boardColumns';
import type { BoardDesk } from './boardDesk';
import { monthText } from './format';
import { Icon } from './icon';
import { pipelinesOf } from './pipelines';

interface Props {
  readonly desk: BoardDesk;
  readonly pipeline: PipelineView;
  /** The cards of the pipeline that is chosen. */
  readonly cards: readonly Card[];
  readonly shown: number;
}

/** What the board shows, and how much of it that is. */
export function BoardFiltersBar({ desk, pipeline, cards, shown }: Props) {
  const { filters, refreshing } = desk.state;
  const say = { ...desk.words.filters, ...WIDE_BOARD_WORDS[desk.language].filters };
  const { owners, months } = choicesOf(cards);
  const set = (part: Partial<typeof filters>) => desk.set({ filters: { ...filters, ...part } });
  return (
    <search class="filters" aria-label={say.label}>
      <PipelineChoice desk={desk} pipeline={pipeline} />
      <input
        type="text"
        aria-label={say.text}
        placeholder={say.text}
        value={filters.text}
        onInput={(event) => set({ text: event.currentTarget.value })}
      />
      <OwnerFilter desk={desk} owners={owners} />
      <MonthFilter desk={desk} months={months} onChoose={(closing) => set({ closing })} />
      <label class="check">
        <input
          type="checkbox"
          checked={filters.stalledOnly}
          onChange={(event) => set({ stalledOnly: event.currentTarget.checked })}
        />
        {say.stalled}
      </label>
      <span class="quiet" role="status">
        {shown === 0 && cards.length > 0 ? say.none : say.shown(shown, cards.length)}
      </span>
      {isFiltered(filters) && (
        <button
          type="button"
          class="link"
          onClick={() => set({ ...ALL, pipeline: filters.pipeline })}
        >
          {say.clear}
        </button>
      )}
      <button
        type="button"
        class="refresh with-icon"
        aria-disabled={refreshing}
        onClick={() => void desk.load()}
      >
        <Icon name="refresh" />
        {say.refresh}
      </button>
    </search>
  );
}

function isFiltered(filters: BoardFilters): boolean {
  return Object.entries(ALL).some(
    ([key, value]) => key !== 'pipeline' && filters[key as keyof BoardFilters] !== value,
  );
}

/** Which of several pipelines is shown; nothing where there is only one. */
export function PipelineChoice({ desk, pipeline }: Pick<Props, 'desk' | 'pipeline'>) {
  const { filters } = desk.state;
  const names = pipelinesOf(pipeline);
  if (names.length === 0) return null;
  return (
    <select
      aria-label={desk.words.filters.pipeline}
      value={names.includes(filters.pipeline) ? filters.pipeline : names[0]}
      onChange={(event) =>
        desk.set({
          filters: { ...filters, pipeline: event.currentTarget.value },
          selected: new Set(),
        })
      }
    >
      {names.map((name) => (
        <option key={name}>{name}</option>
      ))}
    </select>
  );
}

interface OwnerProps {
  readonly desk: BoardDesk;
  readonly owners: readonly string[];
}

/** Whose deals are shown: one's own stand first in the list. */
export function OwnerFilter({ desk, owners }: OwnerProps) {
  const { filters, me } = desk.state;
  const say = desk.words.filters;
  return (
    <select
      aria-label={say.owner}
      value={filters.owner}
      onChange={(event) => desk.set({ filters: { ...filters, owner: event.currentTarget.value } })}
    >
      <option value="">{say.anyOwner}</option>
      {owners.includes(me) && <option value={me}>{say.mine(me)}</option>}
      {owners
        .filter((owner) => owner !== me)
        .map((owner) => (
          <option key={owner}>{owner}</option>
        ))}
      <option value={NO_OWNER}>{say.noOwner}</option>
    </select>
  );
}

interface MonthProps {
  readonly desk: BoardDesk;
  readonly months: readonly string[];
  readonly onChoose: (month: string) => void;
}

function MonthFilter({ desk, months, onChoose }: MonthProps) {
  const say = { ...desk.words.filters, ...WIDE_BOARD_WORDS[desk.language].filters };
  return (
    <select
      aria-label={say.closing}
      value={desk.state.filters.closing}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      <option value="">{say.anyMonth}</option>
      <option value={OVERDUE}>{say.overdue}</option>
      {months.map((month) => (
        <option key={month} value={month}>
          {monthText(month, desk.language)}
        </option>
      ))}
      <option value={NO_DATE}>{say.noDate}</option>
    </select>
  );
}
