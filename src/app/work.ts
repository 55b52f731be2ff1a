import { documentStore } from '../google/store';
import { deliverMail } from './deliverMail';
import { type OpenPipeline, openPipeline } from './openPipeline';
import { isRefreshDue, refreshReports } from './refreshReports';
import { installTriggers, isRunner } from './runner';
import { sweep } from './sweep';
import { keepSnapshot } from './snapshots';
import { isSweepWanted } from './sweepWanted';

const SWEPT_KEY = 'sweptOn';
const HEARTBEAT_KEY = 'heartbeat';

/**
 * What happens by itself every ten minutes: what an edit left unclear is swept, once a day
 * everything is; reports are refreshed when something moved; mails that wait are sent.
 */
export function work(): void {
  if (!isRunner()) return;
  const open = openPipeline();
  if (open === null) return;
  documentStore.set(HEARTBEAT_KEY, open.now);
  installTriggers(open);
  sweepIfDue(open);
  if (isRefreshDue(open)) refreshReports();
  deliverMail(open);
  keepSnapshot(open);
}

/** What depends on the day, such as the days in a stage, is written anew on the first run of a day. */
function sweepIfDue(open: OpenPipeline): void {
  if (!isSweepWanted() && documentStore.get(SWEPT_KEY) === open.today) return;
  if (sweep() !== null) documentStore.set(SWEPT_KEY, open.today);
}
