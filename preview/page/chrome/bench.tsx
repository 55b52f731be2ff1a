import type { ApiRequest } from '../../serving/api';
import type { Session } from '../session';
import { Popover } from './popover';

/** The stand-in's own controls: what Google does by itself, a person does here. */

export function ClockChip({ session }: { session: Session }) {
  const { book } = session.state;
  const { words } = session;
  if (book === null) return null;
  const move = (by: ApiRequest<'advance'>['by']) => void session.act('advance', { by });
  return (
    <Popover label={momentText(book.now, book.language)} title={words.clock}>
      {(close) => (
        <>
          <h2>{words.clock}</h2>
          <p class="hint">
            {words.clockHint} ({book.timeZone})
          </p>
          <div class="buttons">
            {(
              [
                ['hour', words.oneHour],
                ['day', words.oneDay],
                ['week', words.oneWeek],
                ['nextReport', words.nextReport],
              ] as const
            ).map(([by, label]) => (
              <button
                type="button"
                key={by}
                onClick={() => {
                  close();
                  move(by);
                }}
              >
                {label}
              </button>
            ))}
          </div>
        </>
      )}
    </Popover>
  );
}

export function TriggersChip({ session }: { session: Session }) {
  const { book } = session.state;
  const { words } = session;
  if (book === null) return null;
  return (
    <Popover label={words.triggers} title={words.triggers}>
      {(close) => (
        <>
          <h2>{words.triggers}</h2>
          {book.triggers.length === 0 && <p class="hint">{words.noTriggers}</p>}
          <ul class="triggers">
            {book.triggers.map((trigger) => (
              <li key={`${trigger.run} ${trigger.creator} ${trigger.when}`}>
                <div>
                  <code>{trigger.run}</code>
                  <small>
                    {trigger.when}, {words.triggerRunsAs(trigger.creator)}
                    {trigger.next !== '' && <> · {momentText(trigger.next, book.language)}</>}
                  </small>
                </div>
                <button
                  type="button"
                  onClick={() => {
                    close();
                    void session.act('trigger', { run: trigger.run });
                  }}
                >
                  {words.fire}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Popover>
  );
}

export function InboxChip({ session }: { session: Session }) {
  const { book, panel } = session.state;
  const { words } = session;
  return (
    <button
      type="button"
      class="chip"
      aria-expanded={panel === 'inbox'}
      aria-label={`${words.inbox} ${book?.mails ?? 0}`}
      onClick={() => session.set({ panel: panel === 'inbox' ? 'none' : 'inbox' })}
    >
      {words.inbox}
      {(book?.mails ?? 0) > 0 && <span class="count">{book?.mails}</span>}
    </button>
  );
}

export function UserChip({ session }: { session: Session }) {
  const { book } = session.state;
  const { words } = session;
  if (book === null) return null;
  const initial = (book.me.email[0] ?? '?').toUpperCase();
  return (
    <Popover label={initial} title={`${words.user}: ${book.me.email}`} className="avatar">
      {() => (
        <>
          <h2>{words.user}</h2>
          <ul class="users">
            {book.users.map((user) => (
              <li key={user.email}>
                {user.email === book.me.email ? (
                  <strong>{user.email}</strong>
                ) : (
                  <a href={`?as=${encodeURIComponent(user.email)}`}>{user.email}</a>
                )}
                <Rights session={session} email={user.email} may={user.may} />
                <a href={`?as=${encodeURIComponent(user.email)}`} target="_blank" rel="noreferrer">
                  {words.otherWindow}
                </a>
              </li>
            ))}
          </ul>
          <p class="hint">{words.userHint}</p>
          <hr />
          <button
            type="button"
            class="quiet"
            title={words.resetHint}
            onClick={() => reset(session)}
          >
            {words.reset}
          </button>
        </>
      )}
    </Popover>
  );
}

interface RightsProps {
  readonly session: Session;
  readonly email: string;
  readonly may: 'owner' | 'edit' | 'view' | 'none';
}

function Rights({ session, email, may }: RightsProps) {
  const { words } = session;
  if (may === 'owner') return <span>{words.may.owner}</span>;
  return (
    <select
      aria-label={email}
      value={may}
      onChange={(event) => {
        const chosen = event.currentTarget.value as 'edit' | 'view' | 'none';
        void session.act('user', { email, may: chosen });
      }}
    >
      {(['edit', 'view', 'none'] as const).map((right) => (
        <option value={right} key={right}>
          {words.may[right]}
        </option>
      ))}
    </select>
  );
}

async function reset(session: Session): Promise<void> {
  if (!window.confirm(session.words.resetAsk)) return;
  await session.act('reset', {});
}

/** 'Mon 23 Nov 2026, 09:00' for '2026-11-23T09:00', whatever the browser's own zone. */
export function momentText(moment: string, language: 'en' | 'zh'): string {
  const date = new Date(`${moment.slice(0, 16)}:00Z`);
  if (Number.isNaN(date.getTime())) return moment;
  const day = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date);
  return `${day}${language === 'zh' ? ' ' : ', '}${moment.slice(11, 16)}`;
}
