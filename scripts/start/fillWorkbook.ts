import type { Host } from '../../preview/google/host';
import type { Reply } from '../../src/rpc';
import type { FileTable } from '../../src/rpc/importCalls';
import { loadImporting } from '../loadImporting';

/** What a new workbook is filled with. */
export interface Filling {
  readonly language: 'en' | 'zh';
  /** 'keep' maps the file's stages to the general set; 'from-data' takes them as the file has them. */
  readonly stages: 'keep' | 'from-data';
  readonly deals: FileTable;
  readonly history: FileTable | null;
  readonly team: readonly {
    readonly name: string;
    readonly address: string;
    readonly role?: string;
    readonly target?: number;
  }[];
}

export type Tell = (progress: { label: string; done: number; total: number }) => Promise<void>;

/** Deals in one call: enough to be quick, few enough to show progress. */
const SLICE = 400;

const TELLING = {
  en: {
    setUp: 'Setting up the pipeline',
    importing: 'Bringing in the deals',
    reports: 'Making the reports',
  },
  zh: { setUp: '正在建立销售管道', importing: '正在导入商机', reports: '正在生成报表' },
} as const;

/**
 * Sets a workbook up and brings a file's deals in, by the same calls as a person on Google.
 * Throws with the script's own sentence when a step is refused.
 */
export async function fillWorkbook(host: Host, filling: Filling, tell: Tell): Promise<void> {
  const words = TELLING[filling.language];
  const { length } = filling.deals.rows;
  await tell({ label: words.setUp, done: 0, total: length });
  ran(host.call(host.owner, 'setUp', [JSON.stringify({ language: filling.language })]));
  invite(host, filling.team);

  const asOf = host.now().slice(0, 10);
  const { deals, history, stages } = filling;
  const { planImport, sentSlices } = loadImporting();
  const target = ask(host, 'importTarget', {}) as Reply<'importTarget'>;
  const { plan } = planImport({ deals, history, prices: null, map: {}, stages, asOf }, target);
  const { language, currency } = target;
  const about = { plan, deals, history, asOf, language, currency, size: SLICE };
  let done = 0;
  for (const slice of sentSlices(about)) {
    await tell({ label: words.importing, done, total: length });
    ask(host, 'importDeals', { setUp: slice.setUp, deals: slice.deals, gates: 'trust' });
    done += slice.rows;
  }
  await tell({ label: words.reports, done: length, total: length });
  ran(host.menu(host.owner, 'sweep'));
  ran(host.menu(host.owner, 'refreshReports'));
}

/** The team's names and rights, as the owner would share the sheet and fill the Team tab. */
function invite(host: Host, team: Filling['team']): void {
  if (team.length === 0) return;
  for (const { address } of team) {
    if (address !== host.owner) host.setRights(address, 'edit');
  }
  const { tabs } = ask(host, 'describeWorkbook', {}) as {
    tabs: readonly { readonly name: string; readonly english: string }[];
  };
  const tab = tabs.find(({ english }) => english === 'Team')?.name ?? 'Team';
  const last = team.length + 1;
  const people = team.map(({ name, address, role = '' }) => [name, address, role]);
  const targets = team.map(({ target = '' }) => [target]);
  for (const write of [
    { tab, range: `A2:C${last}`, values: people },
    { tab, range: `E2:E${last}`, values: targets },
  ]) {
    const written = host.gesture({ apiWrite: write });
    if (written.error !== undefined) throw new Error(written.error);
  }
}

/** A call of a page: its answer, or its refusal as an error. */
function ask(host: Host, name: string, request: unknown): Record<string, unknown> {
  const run = host.call(host.owner, name, [JSON.stringify(request)]);
  ran(run);
  const reply = JSON.parse(String(run.value)) as Record<string, unknown>;
  if (reply.ok !== true) throw new Error(String(reply.message));
  return reply;
}

function ran(run: { readonly error?: { readonly message: string }; readonly stopped?: string }) {
  const failed = run.error?.message ?? run.stopped;
  if (failed !== undefined) throw new Error(failed);
}
