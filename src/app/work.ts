import { documentStore } from '../google/store';
import { automate } from './automate';
import { deliverMail } from './deliverMail';
import { keepConfiguration } from './keepConfiguration';
import { keepRights } from './keepRights';
import { type OpenPipeline, openPipeline } from './openPipeline';
import { isRefreshDue, refreshReports } from './refreshReports';
import { beat, dropTriggers, installTriggers, isRunner } from './runner';
import { catchUpReport } from './sendStallReport';
import { keepSnapshot } from './snapshots';
import { sweep } from './sweep';
import { isSweepWanted } from './sweepWanted';
import { takeResponses } from './takeResponses';

const SWEPT_KEY = 'sweptOn';

/**
 * What happens by itself every ten minutes: what an edit left unclear is swept, once a day
 * everything is; automations answer what happened; reports are refreshed when something moved; mails that wait are sent.
 */
export function work(): void {
  if (!isRunner()) {
    dropTriggers();
    return;
  }
  const open = openPipeline();
  if (open === null) return;
  beat(open);
  installTriggers(open);
  keepConfiguration(open);
  keepRights(open);
  takeResponses(open);
  sweepIfDue(open);
  automate(open);
  keepSnapshot(open);
  if (isRefreshDue(open)) refreshReports();
  catchUpReport(open);
  deliverMail(open);
}

/** What depends on the day, such as the days in a stage, is written anew on the first run of a day. */
function sweepIfDue(open: OpenPipeline): void {
  if (!isSweepWanted() && documentStore.get(SWEPT_KEY) === open.today) return;
  if (sweep() !== null) documentStore.set(SWEPT_KEY, open.today);
}
