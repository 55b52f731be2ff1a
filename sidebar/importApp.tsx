import { useEffect } from 'preact/hooks';
import { ImportChanges } from './importChanges';
import { ImportColumns } from './importColumns';
import { ImportDesk } from './importDesk';
import { ImportFiles } from './importFiles';
import { ImportGates, ImportPreview } from './importPreview';
import { ImportRejects } from './importRejects';
import { ImportStages } from './importStages';
import { closeDialog } from './script';
import { useDesk } from './useDesk';

/** The import dialog: files, how they are read, what will come of it, and the sending. */
export function ImportApp() {
  const desk = useDesk(() => new ImportDesk());
  const { words, language, state } = desk;
  useEffect(() => void desk.load(), [desk]);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = words.title;
  }, [language, words]);
  const { target, planned, step, problem } = state;
  if (target === null) {
    return (
      <main class="blank">
        <h1>{words.title}</h1>
        {problem === '' ? <p role="status">{words.loading}</p> : <p role="alert">{problem}</p>}
        {problem !== '' && (
          <button type="button" class="primary" onClick={() => void desk.load()}>
            {words.send.retry}
          </button>
        )}
      </main>
    );
  }
  return (
    <main class="import-page">
      <h1 class="for-readers">{words.title}</h1>
      {step === 'plan' ? <ImportFiles desk={desk} /> : <Sending desk={desk} />}
      {problem !== '' && (
        <p role="alert" class="refusal">
          {problem}
        </p>
      )}
      {step === 'plan' && planned !== null && (
        <>
          <ImportPreview desk={desk} planned={planned} />
          <ImportColumns desk={desk} planned={planned} />
          <ImportStages desk={desk} planned={planned} />
          <ImportGates desk={desk} />
        </>
      )}
      {step !== 'plan' && <ImportChanges desk={desk} />}
      {planned !== null && planned.rejects.length > 0 && (
        <ImportRejects desk={desk} rejects={planned.rejects} />
      )}
      {step === 'plan' && planned !== null && planned.deals > 0 && (
        <div class="go">
          <button type="button" class="primary" onClick={() => void desk.send()}>
            {words.send.go(planned.deals)}
          </button>
        </div>
      )}
    </main>
  );
}

/** How far the sending has come, and the ways on from here. */
function Sending({ desk }: { readonly desk: ImportDesk }) {
  const { words, state } = desk;
  const { step, sent, planned } = state;
  const rows = planned?.slices.reduce((sum, slice) => sum + slice.rows, 0) ?? 0;
  return (
    <section class="sending" aria-live="polite">
      <progress max={rows} value={sent.rows} aria-label={words.send.progress(sent.rows, rows)} />
      <p>
        {step === 'sent'
          ? words.send.done(sent.deals, sent.entries)
          : words.send.progress(sent.rows, rows)}
      </p>
      <div class="buttons">
        {(step === 'sending' || step === 'stopping') && (
          <button
            type="button"
            aria-disabled={step === 'stopping'}
            onClick={() => step === 'sending' && desk.stop()}
          >
            {words.send.cancel}
          </button>
        )}
        {step === 'stopped' && (
          <button type="button" class="primary" onClick={() => void desk.send()}>
            {words.send.retry}
          </button>
        )}
        {(step === 'stopped' || step === 'sent') && (
          <>
            <button type="button" onClick={() => desk.again()}>
              {words.send.another}
            </button>
            <button type="button" onClick={closeDialog}>
              {words.send.close}
            </button>
          </>
        )}
      </div>
    </section>
  );
}
