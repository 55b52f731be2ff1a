import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './icon';
import type { WelcomeDesk } from './welcomeDesk';
import { type Person, problemsOf } from './welcomeTeamCheck';

const ROLES = ['rep', 'manager', 'admin'] as const;

/** The people, one a line; the first is whoever sets the workbook up. */
export function WelcomeTeam({ desk }: { readonly desk: WelcomeDesk }) {
  const { choices, tried } = desk.state;
  const say = desk.words.team;
  const { team } = choices;
  const problems = problemsOf(team, say);
  const list = useRef<HTMLUListElement>(null);
  const added = useRef(false);
  useLayoutEffect(() => {
    if (added.current) list.current?.querySelector<HTMLElement>('li:last-child input')?.focus();
    added.current = false;
  }, [team.length]);
  const change = (at: number, part: Partial<Person>) =>
    desk.choose({ team: team.map((one, i) => (i === at ? { ...one, ...part } : one)) });
  return (
    <>
      <p class="quiet">{say.about}</p>
      <ul class="people" ref={list}>
        {team.map((person, at) => (
          <PersonLine
            key={at}
            {...{ desk, person, at }}
            problem={tried ? (problems[at] ?? null) : null}
            onChange={(part) => change(at, part)}
            onRemove={() => desk.choose({ team: team.filter((_, i) => i !== at) })}
          />
        ))}
      </ul>
      <button
        type="button"
        class="link with-icon"
        onClick={() => {
          added.current = true;
          desk.choose({ team: [...team, { name: '', address: '', role: 'rep' }] });
        }}
      >
        <Icon name="add" />
        {say.add}
      </button>
    </>
  );
}

interface LineProps {
  readonly desk: WelcomeDesk;
  readonly person: Person;
  readonly at: number;
  readonly problem: string | null;
  readonly onChange: (part: Partial<Person>) => void;
  readonly onRemove: () => void;
}

function PersonLine({ desk, person, at, problem, onChange, onRemove }: LineProps) {
  const say = desk.words.team;
  const wrong = problem === null ? {} : { 'aria-invalid': true, 'aria-describedby': `wrong-${at}` };
  return (
    <li>
      <fieldset>
        <legend class="for-readers">{say.person(at + 1)}</legend>
        <input
          type="text"
          dir="auto"
          aria-label={say.name}
          placeholder={say.name}
          autocomplete="off"
          maxLength={200}
          value={person.name}
          {...wrong}
          onInput={(event) => onChange({ name: event.currentTarget.value })}
        />
        <input
          type="email"
          aria-label={say.address}
          placeholder={say.address}
          autocomplete="off"
          maxLength={320}
          value={person.address}
          {...wrong}
          onInput={(event) => onChange({ address: event.currentTarget.value })}
        />
        <select
          aria-label={say.role}
          value={person.role}
          onChange={(event) => onChange({ role: roleOf(event.currentTarget.value) })}
        >
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {say.roles[role]}
            </option>
          ))}
        </select>
        <button type="button" class="close" aria-label={say.remove(person.name)} onClick={onRemove}>
          <Icon name="close" />
        </button>
      </fieldset>
      {problem !== null && (
        <p class="problem" id={`wrong-${at}`} role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}

function roleOf(text: string): Person['role'] {
  return ROLES.find((role) => role === text) ?? 'rep';
}
