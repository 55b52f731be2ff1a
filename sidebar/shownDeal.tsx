import type { DealDesk } from './dealDesk';
import { DealPanel } from './dealPanel';
import { FigureDeals } from './figureDeals';

interface Props {
  readonly desk: DealDesk;
  /** Opens one of the deals behind a figure. */
  readonly onOpen?: (id: string) => void;
}

/** The deal on the desk, or what stands in its place: nothing selected, gone, loading, failed. */
export function ShownDeal({ desk, onOpen = () => {} }: Props) {
  const { shown, pipeline } = desk.state;
  const { words } = desk;
  if (shown.kind === 'deal' && pipeline !== null)
    return <DealPanel deal={shown.deal} pipeline={pipeline} desk={desk} />;
  if (shown.kind === 'figure' && pipeline !== null)
    return <FigureDeals figure={shown.figure} language={pipeline.language} onOpen={onOpen} />;
  if (shown.kind === 'failed')
    return (
      <section class="blank" role="alert">
        <h1>{words.failed.title}</h1>
        <p>{shown.why}</p>
        <button type="button" class="primary" onClick={() => void desk.load('whole')}>
          {words.failed.retry}
        </button>
      </section>
    );
  if (shown.kind === 'none' || shown.kind === 'gone') {
    const { title, advice } = shown.kind === 'none' ? words.empty : words.gone;
    return (
      <section class="blank">
        <h1>{title}</h1>
        <p>{advice}</p>
      </section>
    );
  }
  return <Skeleton label={words.loading} />;
}

/** Grey bars where the deal will stand: no words, because the workbook's language is not known yet. */
export function Skeleton({ label }: { readonly label: string }) {
  return (
    <div class="skeleton" role="status">
      <h1 class="for-readers">{label}</h1>
      <i />
      <i />
      <i />
      <i />
      <i />
    </div>
  );
}
