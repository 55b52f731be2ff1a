import { ALL, choicesOf, NO_DATE, NO_OWNER, OVERDUE } from './boardColumns';
import type { BoardDesk } from './boardDesk';
import { monthText } from './format';

interface Props {
  readonly desk: BoardDesk;
  readonly shown: number;
}

/** What the board shows, and how much of it that is. */
export function BoardFiltersBar({ desk, shown }: Props) {
  const { filters, cards, refreshing } = desk.state;
  const say = desk.words.filters;
  const { owners, months } = choicesOf(cards);
  const set = (part: Partial<typeof filters>) => desk.set({ filters: { ...filters, ...part } });
  return (
    <search class="filters" aria-label={say.label}>
      <input
        type="text"
        aria-label={say.text}
        placeholder={say.text}
        value={filters.text}
        onInput={(event) => set({ text: event.currentTarget.value })}
      />
      <OwnerFilter desk={desk} owners={owners} onChoose={(owner) => set({ owner })} />
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
      {filters !== ALL && (
        <button type="button" class="link" onClick={() => desk.set({ filters: ALL })}>
          {say.clear}
        </button>
      )}
      <button
        type="button"
        class="refresh"
        aria-disabled={refreshing}
        onClick={() => void desk.load()}
      >
        {say.refresh}
      </button>
    </search>
  );
}

interface OwnerProps {
  readonly desk: BoardDesk;
  readonly owners: readonly string[];
  readonly onChoose: (owner: string) => void;
}

function OwnerFilter({ desk, owners, onChoose }: OwnerProps) {
  const { filters, me } = desk.state;
  const say = desk.words.filters;
  return (
    <select
      aria-label={say.owner}
      value={filters.owner}
      onChange={(event) => onChoose(event.currentTarget.value)}
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
  const say = desk.words.filters;
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
