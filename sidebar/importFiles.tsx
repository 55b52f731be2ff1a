import { useId } from 'preact/hooks';
import type { FileRole, ImportDesk } from './importDesk';

/** The three files that an import may read. */
export function ImportFiles({ desk }: { readonly desk: ImportDesk }) {
  const { files } = desk.words;
  return (
    <section class="files" aria-label={files.heading}>
      <FileField desk={desk} file="deals" label={files.deals} why={files.dealsWhy} />
      <FileField desk={desk} file="history" label={files.history} why={files.historyWhy} />
      <FileField desk={desk} file="prices" label={files.prices} why={files.pricesWhy} />
    </section>
  );
}

interface Props {
  readonly desk: ImportDesk;
  readonly file: FileRole;
  readonly label: string;
  readonly why: string;
}

function FileField({ desk, file, label, why }: Props) {
  const id = useId();
  const chosen = desk.state.files[file];
  const { rows } = desk.words.files;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        aria-describedby={`${id}-why`}
        onChange={(event) => void desk.choose(file, event.currentTarget.files?.[0])}
      />
      <p class="quiet" id={`${id}-why`}>
        {chosen === null ? why : rows(chosen.table.rows.length + chosen.rejects.length)}
      </p>
    </div>
  );
}
