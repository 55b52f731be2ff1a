import { useEffect, useState } from 'preact/hooks';
import type { MailView } from '../../serving/api';
import { areaOf } from '../grid/address';
import { ask } from '../server';
import type { Session } from '../session';
import { momentText } from './bench';

/** Every mail that the script sent, newest first: nothing leaves this computer. */
export function Inbox({ session }: { session: Session }) {
  const { book } = session.state;
  const { words } = session;
  const [mails, setMails] = useState<readonly MailView[]>([]);
  const [open, setOpen] = useState<MailView | null>(null);
  const count = book?.mails ?? 0;
  useEffect(() => {
    void ask('mails', {}).then((reply) => setMails(reply.mails));
  }, [count]);
  return (
    <aside class="inbox" aria-label={words.inbox}>
      <header>
        {open === null ? (
          <h2>{words.inbox}</h2>
        ) : (
          <button type="button" class="quiet" onClick={() => setOpen(null)}>
            ‹ {words.back}
          </button>
        )}
        <button
          type="button"
          class="close"
          aria-label={words.close}
          onClick={() => session.set({ panel: 'none' })}
        >
          ×
        </button>
      </header>
      {open === null ? (
        <MailList mails={mails} session={session} open={setOpen} />
      ) : (
        <Mail mail={open} session={session} />
      )}
    </aside>
  );
}

interface ListProps {
  readonly mails: readonly MailView[];
  readonly session: Session;
  readonly open: (mail: MailView) => void;
}

function MailList({ mails, session, open }: ListProps) {
  const { words } = session;
  const language = session.state.book?.language ?? 'en';
  if (mails.length === 0) return <p class="empty">{words.noMail}</p>;
  return (
    <ul class="mails">
      {mails.map((mail) => (
        <li key={mail.id}>
          <button type="button" onClick={() => open(mail)}>
            <span class="to">{mail.to}</span>
            <time>{momentText(mail.at, language)}</time>
            <strong>{mail.subject}</strong>
            <span class="start">{mail.text.slice(0, 140)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Mail({ mail, session }: { mail: MailView; session: Session }) {
  const { words } = session;
  const language = session.state.book?.language ?? 'en';
  const [plain, setPlain] = useState(mail.html === '');
  return (
    <article class="mail">
      <h2>{mail.subject}</h2>
      <p class="hint">
        {words.mailTo} {mail.to}
        {mail.cc !== '' && `, ${mail.cc}`} · {momentText(mail.at, language)}
      </p>
      <div class="tabs" role="tablist">
        {([false, true] as const).map((isPlain) => (
          <button
            type="button"
            role="tab"
            key={String(isPlain)}
            aria-selected={plain === isPlain}
            onClick={() => setPlain(isPlain)}
          >
            {isPlain ? words.plainText : words.html}
          </button>
        ))}
      </div>
      {plain ? (
        <pre>{mail.text}</pre>
      ) : (
        <iframe
          title={mail.subject}
          // No scripts ever; the same origin only so that a link to a row can be followed here.
          sandbox="allow-same-origin"
          srcdoc={`<base target="_blank"><meta charset="utf-8">${mail.html}`}
          onLoad={(event) => followLinks(event.currentTarget, session)}
        />
      )}
    </article>
  );
}

/** A link to a row of this workbook selects that row; other links do nothing here. */
function followLinks(frame: HTMLIFrameElement, session: Session): void {
  frame.contentDocument?.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest('a');
    if (link === null || link === undefined) return;
    event.preventDefault();
    const hash = new URLSearchParams(link.href.split('#')[1] ?? '');
    const sheetId = Number(hash.get('gid') ?? Number.NaN);
    const area = areaOf(hash.get('range') ?? 'A1');
    const known = session.state.book?.tabs.some((tab) => tab.sheetId === sheetId);
    if (known === true && area !== null) session.jump(sheetId, area);
  });
}
