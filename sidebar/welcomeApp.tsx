import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './icon';
import { closeDialog, openImportDialog } from './script';
import { Skeleton } from './shownDeal';
import { useDesk } from './useDesk';
import { WelcomeDesk } from './welcomeDesk';
import { WelcomeReport } from './welcomeReport';
import { WelcomeStages } from './welcomeStages';
import { WelcomeTeam } from './welcomeTeam';

/** The first thing that somebody sees of Sluice in a sheet: three steps, and the pipeline is there. */
export function WelcomeApp() {
  const desk = useDesk(() => new WelcomeDesk());
  const { state, words, language } = desk;
  useEffect(() => void desk.load(), [desk]);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = words.title;
  }, [language, words]);
  switch (state.shown) {
    case 'loading':
      return (
        <main>
          <Skeleton label={words.loading} />
        </main>
      );
    case 'failed':
      return (
        <main class="blank">
          <h1>{words.title}</h1>
          <p role="alert">{words.failed}</p>
          <button type="button" class="primary" onClick={() => void desk.load()}>
            {words.retry}
          </button>
        </main>
      );
    case 'thereAlready':
      return (
        <main class="blank">
          <h1>{words.title}</h1>
          <p>{words.thereAlready}</p>
          <button type="button" onClick={closeDialog}>
            {words.done.close}
          </button>
        </main>
      );
    case 'done':
      return <Done desk={desk} />;
    case 'steps':
      return <Steps desk={desk} />;
  }
}

function Steps({ desk }: { readonly desk: WelcomeDesk }) {
  const { state, words } = desk;
  const { step, busy, problem } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  // A new step is read from its top, the first one as the dialog opens.
  useLayoutEffect(() => {
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [step]);
  const headings = [words.stages.heading, words.team.heading, words.rhythm.heading];
  return (
    <main class="welcome">
      <header>
        <ol aria-label={words.step(step + 1, words.steps.length)}>
          {words.steps.map((name, at) => (
            <li key={name} {...(at === step ? { 'aria-current': 'step' as const } : {})}>
              <span class="number">{at + 1}</span>
              {name}
            </li>
          ))}
        </ol>
        <LanguageChoice desk={desk} />
      </header>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void desk.next();
        }}
      >
        <h1 ref={heading} tabIndex={-1}>
          {headings[step]}
        </h1>
        {step === 0 && <WelcomeStages desk={desk} />}
        {step === 1 && <WelcomeTeam desk={desk} />}
        {step === 2 && <WelcomeReport desk={desk} />}
        {problem !== '' && (
          <p class="refusal" role="alert">
            {problem}
          </p>
        )}
        <div class="go">
          {step > 0 && (
            <button type="button" onClick={() => desk.back()}>
              {words.back}
            </button>
          )}
          <button type="submit" class="primary" aria-disabled={busy}>
            {step < 2 ? words.next : busy ? words.rhythm.going : words.rhythm.go}
          </button>
        </div>
      </form>
    </main>
  );
}

const LANGUAGES = { en: 'English', zh: '中文' } as const;

function LanguageChoice({ desk }: { readonly desk: WelcomeDesk }) {
  return (
    <select
      aria-label={desk.words.language}
      value={desk.language}
      onChange={(event) => desk.speak(event.currentTarget.value === 'zh' ? 'zh' : 'en')}
    >
      {Object.entries(LANGUAGES).map(([key, name]) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  );
}

function Done({ desk }: { readonly desk: WelcomeDesk }) {
  const { done } = desk.words;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <main class="welcome is-done">
      <h1 ref={heading} tabIndex={-1}>
        <Icon name="ready" />
        {done.title}
      </h1>
      <ol class="next">
        <li>{done.deal}</li>
        <li>{done.sidebar}</li>
        <li>{done.change}</li>
      </ol>
      <div class="go">
        <button type="button" onClick={openImportDialog}>
          {done.importDeals}
        </button>
        <button type="button" class="primary" onClick={closeDialog}>
          {done.close}
        </button>
      </div>
    </main>
  );
}
