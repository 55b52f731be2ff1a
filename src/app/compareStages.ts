import { normalLabel, stageNamed } from '../domain/pipeline';
import { documentCache } from '../google/store';
import type { Tab } from '../google/tab';
import type { Headers } from '../sheet/headers';
import type { OpenPipeline } from './openPipeline';
import { wantSweep } from './sweepWanted';

const KEY = 'stagesCompared';
const EVERY_SECONDS = 60;

/** Remembers that Stage and Accepted stage were just compared over all rows. */
export function noteCompared(): void {
  documentCache.put(KEY, '1', EVERY_SECONDS);
}

/**
 * Compares Stage with Accepted stage over all rows, unless that was done within the last minute: Google
 * loses edits when they come fast. A difference is left to the sweep, which reads the ledger.
 */
export function compareStages(open: OpenPipeline, deals: Tab, headers: Headers<'deals'>): void {
  if (documentCache.get(KEY) !== null) return;
  noteCompared();
  const [stage, accepted] = [headers.columns.get('stage'), headers.columns.get('acceptedStage')];
  if (stage === undefined || accepted === undefined) return;
  const typed = deals.readColumn(stage);
  const answers = deals.readColumn(accepted);
  const { pipeline } = open.configuration;
  for (let row = headers.row; row < typed.length; row++) {
    const [asked, answer] = [String(typed[row] ?? ''), String(answers[row] ?? '')];
    if (asked === answer || normalLabel(asked) === normalLabel(answer)) continue;
    if (stageNamed(pipeline, asked)?.key === stageNamed(pipeline, answer)?.key && answer !== '')
      continue;
    wantSweep();
    return;
  }
}
