import { epochMs } from '../google/clock';
import { documentStore } from '../google/store';
import { archiveDeals } from './archiveDeals';
import { automate } from './automate';
import { deliverMail } from './deliverMail';
import { checkFresh } from './freshBlocks';
import { keepConfiguration } from './keepConfiguration';
import { keepRights } from './keepRights';
import { type OpenPipeline, openPipeline } from './openPipeline';
import { isRefreshDue, refreshReports } from './refreshReports';
import { beat, dropTriggers, installTriggers, isRunner } from './runner';
import { catchUpReport } from './sendStallReport';
import { keepSnapshot } from './snapshots';
import { keepLedgerStraight } from './straightenLedger';
import { sweep } from './sweep';
import { isSweepWanted } from './sweepWanted';
import { takeResponses } from './takeResponses';

const SWEPT_KEY = 'sweptOn';

/**
 * A run that has taken so long leaves the rest to the next one: the longest step takes less than two minutes in a
 * workbook of 20,000 deals, and Google ends a run after six.
 */
const ENOUGH_MS = 100_000;

/** In their order; each finds out by itself whether there is anything to do. */
const STEPS: readonly ((open: OpenPipeline) => unknown)[] = [
  keepLedgerStraight,
  keepConfiguration,
  keepRights,
  takeResponses,
  checkFresh,
  sweepIfDue,
  automate,
  keepSnapshot,
  (open) => isRefreshDue(open) && refreshReports(),
  catchUpReport,
  deliverMail,
  archiveDeals,
];

/**
 * What happens by itself every ten minutes: what an edit left unclear is swept, once a day
 * everything is; automations answer what happened; reports are refreshed when something moved; mails that wait are
 * sent. What there is no time for is done by the next run. A step that breaks keeps no other one from its work; Google logs it, and
 * tells whoever set the workbook up.
 */
export function work(): void {
  if (!isRunner()) {
    dropTriggers();
    return;
  }
  const began = epochMs();
  const open = openPipeline();
  if (open === null) return;
  beat(open);
  installTriggers(open);
  const broken: unknown[] = [];
  for (const step of STEPS) {
    if (epochMs() - began > ENOUGH_MS) break;
    try {
      step(open);
    } catch (error) {
      // A cell that Google refuses to write must not keep the mails from going out.
      console.error(error);
      broken.push(error);
    }
  }
  if (broken.length > 0) throw broken[0];
}

/** What depends on the day, such as the days in a stage, is written anew on the first run of a day. */
function sweepIfDue(open: OpenPipeline): void {
  if (!isSweepWanted() && documentStore.get(SWEPT_KEY) === open.today) return;
  if (sweep() !== null) documentStore.set(SWEPT_KEY, open.today);
}
