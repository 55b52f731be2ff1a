import { underLock } from '../google/lock';
import type { TabId } from '../sheet/cell';
import { keepStagesOfNow } from './keepConfiguration';
import { noteCriteria } from './notedCriteria';
import { forgetPipeline, type OpenPipeline, reloadPipeline } from './openPipeline';
import { isNameReused } from './relabelStages';
import { wantFreshGates, wantSweep } from './sweepWanted';
import { writeChecks, writeRuleChecks } from './writeChecks';

const LOCK_MS = 8_000;

/** Tabs that say what stands between a deal and its next stage. */
const GATE_TABS: ReadonlySet<TabId> = new Set(['stages', 'gates', 'settings']);
const ADMIN_TABS: ReadonlySet<TabId> = new Set(['stages', 'gates', 'team', 'settings']);

/** After an edit of an admin tab: forget what was cached, and say beside the rows what cannot be read. */
export function checkAdminTab(open: OpenPipeline, tab: TabId): void {
  if (tab === 'automations' || tab === 'templates') writeRuleChecks(open);
  // A call that was logged or a task that was done may open a deal's gate.
  if (tab === 'activities' || tab === 'tasks') wantSweep();
  if (!ADMIN_TABS.has(tab)) return;
  forgetPipeline();
  const fresh = reloadPipeline();
  if (fresh === null) return;
  writeChecks(fresh, tab);
  // Every deal's Gate cell may have another thing to say.
  if (GATE_TABS.has(tab)) wantFreshGates();
  if (tab === 'gates') noteCriteria(fresh);
  // Anything else waits for the worker: until then the old names are understood.
  if (tab === 'stages' && isNameReused(fresh)) {
    underLock(LOCK_MS, () => keepStagesOfNow());
    forgetPipeline();
  }
}
