import { useEffect, useState } from 'preact/hooks';
import type { Reply } from '../src/rpc';
import { FIGURE_WORDS, type FigureWords } from '../src/words/figurePage';
import type { Language } from '../src/words/language';
import { PAGE_WORDS } from '../src/words/pages';
import { whyNoReply } from './noReply';
import { type Answer, call } from './script';

interface Props {
  readonly figure: string;
  readonly language: Language;
  readonly onOpen: (id: string) => void;
}

/** The deals behind the selected figure of a report; each opens. */
export function FigureDeals({ figure, language, onOpen }: Props) {
  const words = FIGURE_WORDS[language];
  const { answer, ask } = useAnswer(figure);
  return (
    <section class="figure" aria-label={words.heading} aria-busy={answer === null}>
      <h1 class="figure-title">{words.heading}</h1>
      {answer === null && <p role="status">{words.loading}</p>}
      {answer !== null && !answer.ok && (
        <>
          <p role="alert">{whyNoReply(answer, PAGE_WORDS[language])}</p>
          <button type="button" class="primary" onClick={ask}>
            {PAGE_WORDS[language].failed.retry}
          </button>
        </>
      )}
      {answer?.ok === true && <Listed reply={answer} words={words} onOpen={onOpen} />}
    </section>
  );
}

interface ListedProps {
  readonly reply: Reply<'dealsBehind'>;
  readonly words: FigureWords;
  readonly onOpen: (id: string) => void;
}

function Listed({ reply, words, onOpen }: ListedProps) {
  const { title, deals, count, isListed } = reply;
  const says = count === 0 ? words.none : words.count(count, deals.length);
  return (
    <>
      <p dir="auto">
        <strong>{title}</strong>
      </p>
      <p role="status">{isListed ? says : words.notListed}</p>
      <ul class="figure-deals">
        {deals.map(({ id, name, customer, stage, owner, amount }) => (
          <li key={id} class="figure-deal">
            <button type="button" class="link" onClick={() => onOpen(id)}>
              {name === '' ? words.unnamed : name}
            </button>
            <span dir="auto">
              {[amount, customer, stage, owner].filter((part) => part !== '').join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is behind the figure; `null` until the script answers. An answer about an earlier figure is dropped. */
function useAnswer(figure: string): { answer: Answer<'dealsBehind'> | null; ask: () => void } {
  const [answer, setAnswer] = useState<Answer<'dealsBehind'> | null>(null);
  const [times, setTimes] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    setAnswer(null);
    void call('dealsBehind', { figure }).then((reply) => {
      if (isCurrent) setAnswer(reply);
    });
    return () => {
      isCurrent = false;
    };
  }, [figure, times]);
  return { answer, ask: () => setTimes(times + 1) };
}
