import type { TabId } from '../sheet/cell';
import { forgetPipeline, type OpenPipeline, reloadPipeline } from './openPipeline';
import { writeChecks } from './writeChecks';

const ADMIN_TABS: ReadonlySet<TabId> = new Set(['stages', 'gates', 'team', 'settings']);

/** After an edit of an admin tab: forget what was cached, and say beside the rows what cannot be read. */
export function checkAdminTab(_open: OpenPipeline, tab: TabId): void {
  if (!ADMIN_TABS.has(tab)) return;
  forgetPipeline();
  const fresh = reloadPipeline();
  if (fresh !== null) writeChecks(fresh, tab);
}
