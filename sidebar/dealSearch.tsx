import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { FoundDeal, Reply } from '../src/rpc';
import type { PageWords } from '../src/words/pages';
import { Icon } from './icon';
import { whyNoReply } from './noReply';
import { call, type NoReply } from './script';

interface Props {
  readonly words: PageWords;
  readonly onChoose: (id: string) => void;
}

type Found =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'deals'; readonly deals: readonly FoundDeal[]; readonly more: boolean }
  | { readonly kind: 'failed'; readonly why: string };

/** Wait for a pause in typing: each question is a call to the script. */
const PAUSE_MS = 250;

/** Finds a deal by name, customer or ID: a list under a search field, by pointer or arrow keys. */
export function DealSearch({ words, onChoose }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = useFound(text.trim(), words);
  const deals = found.kind === 'deals' ? found.deals : [];
  useEffect(() => setAt(0), [found]);
  const choose = (deal: FoundDeal | undefined) => {
    if (deal === undefined) return;
    setText('');
    onChoose(deal.id);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && deals.length > 0) setAt((at + step + deals.length) % deals.length);
    else if (event.key === 'Enter') choose(deals[at]);
    else if (event.key === 'Escape') setText('');
    else return;
    event.preventDefault();
  };
  return (
    <div class="search">
      <Icon name="search" />
      <input
        type="text"
        role="combobox"
        aria-label={words.search.label}
        placeholder={words.search.label}
        aria-autocomplete="list"
        aria-expanded={deals.length > 0}
        aria-controls={`${id}-list`}
        {...(deals.length > 0 ? { 'aria-activedescendant': `${id}-${at}` } : {})}
        autocomplete="off"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={words.search.results}
        hidden={deals.length === 0}
      >
        {deals.map((deal, index) => (
          <FoundOption
            key={deal.id}
            id={`${id}-${index}`}
            deal={deal}
            words={words}
            isAt={index === at}
            onChoose={() => choose(deal)}
          />
        ))}
      </div>
      <p class="says" role="status">
        {saysOf(found, text.trim(), words)}
      </p>
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly deal: FoundDeal;
  readonly words: PageWords;
  readonly isAt: boolean;
  readonly onChoose: () => void;
}

function FoundOption({ id, deal, words, isAt, onChoose }: OptionProps) {
  const about = [deal.customer, deal.stage, deal.owner].filter((part) => part !== '');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
    <div id={id} role="option" tabIndex={-1} aria-selected={isAt} onClick={onChoose}>
      <strong dir="auto">{deal.name === '' ? words.deal.unnamed : deal.name}</strong>
      <span dir="auto">{about.join(' · ')}</span>
    </div>
  );
}

function saysOf(found: Found, text: string, words: PageWords): string {
  if (found.kind === 'failed') return found.why;
  if (found.kind === 'nothing' || text === '') return '';
  if (found.deals.length === 0) return words.search.none(text);
  return found.more ? words.search.more : words.search.found(found.deals.length);
}

/** The answer to what is typed now: an answer to an earlier text is dropped. */
function useFound(text: string, words: PageWords): Found {
  const [found, setFound] = useState<Found>({ kind: 'nothing' });
  const latest = useRef(text);
  latest.current = text;
  useEffect(() => {
    if (text === '') return setFound({ kind: 'nothing' });
    const timer = setTimeout(async () => {
      const reply = await call('findDeals', { text });
      if (latest.current === text) setFound(foundIn(reply, words));
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return found;
}

function foundIn(reply: Reply<'findDeals'> | NoReply, words: PageWords): Found {
  if (reply.ok) return { kind: 'deals', deals: reply.deals, more: reply.more };
  return { kind: 'failed', why: whyNoReply(reply, words) };
}
