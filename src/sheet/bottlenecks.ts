import type { Bottleneck, OwnerBottlenecks } from '../domain/bottleneck';
import type { Pipeline, StageKey } from '../domain/pipeline';
import type { FunnelWords } from '../words/funnelWords';
import { daysText, percentText } from '../words/numberText';
import type { Row } from './cell';
import type { GridDraft } from './gridDraft';

/** The bottleneck in a sentence with its numbers. */
export function bottleneckText(
  bottleneck: Bottleneck | null,
  pipeline: Pipeline,
  words: FunnelWords,
): string {
  const notes = words.notes;
  if (bottleneck === null) return notes.noBottleneck;
  const { measure, nNow, nBefore } = bottleneck;
  const isRate = measure === 'resolvedRate';
  const figure = isRate ? percentText : daysText;
  const told = {
    stage: stageLabel(pipeline, bottleneck.stage),
    now: figure(bottleneck.now),
    before: figure(bottleneck.before),
    nNow,
    nBefore,
  };
  return isRate ? notes.bottleneckRate(told) : notes.bottleneckDwell(told);
}

/** What a stage is called. */
export function stageLabel(pipeline: Pipeline, key: StageKey): string {
  return pipeline.stages.find((stage) => stage.key === key)?.label ?? key;
}

/** One pipeline's owners. */
export interface ToldOwners {
  readonly name: string;
  readonly pipeline: Pipeline;
  readonly byOwner: OwnerBottlenecks;
}

/** Each owner against their own past; those with few deals are counted, not named. */
export function ownersTable(
  draft: GridDraft,
  told: readonly ToldOwners[],
  words: FunnelWords,
): void {
  const { ownersColumns, columns, notes } = words;
  const tooFew = told.reduce((sum, { byOwner }) => sum + byOwner.tooFew, 0);
  draft.heading(words.ownersTitle);
  if (tooFew > 0) draft.note(notes.fewOwners(tooFew));
  draft.table({
    block: 'owners',
    columns: [
      { name: 'owner', header: ownersColumns.owner, format: '' },
      { name: 'bottleneck', header: ownersColumns.bottleneck, format: '' },
      ...(told.length > 1 ? [{ name: 'pipeline', header: columns.pipeline, format: '' }] : []),
    ],
    rows: told.flatMap(({ name, pipeline, byOwner }) =>
      byOwner.owners.map(({ owner, bottleneck }): Row => {
        const text = bottleneckText(bottleneck, pipeline, words);
        return [owner === '' ? notes.noOwner : owner, text, ...(name === '' ? [] : [name])];
      }),
    ),
  });
}
