import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';
import type { Host } from '../../preview/google/host';
import { OPEN } from './lives';
import type { UsualCost } from './measureUsual';
import type { Columns } from './usualScripts';

const STAGES = [...OPEN, 'Closed won', 'Closed lost'];
const OWNERS = ['Ann Reyes', 'Bo Lindgren', 'Chidi Okoro', 'Dana Novak'];

/**
 * A workbook of COUNTIFS and SUMIFS over the same deals: count and amount of each stage, and each stage by owner, 36
 * formulas. What is measured is the recalculation after one typed stage; Google's own engine does that on its servers.
 */
export function measureFormulas(host: Host, columns: Columns): UsualCost {
  const wasm = createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm');
  initSync({ module: readFileSync(wasm) });
  const model = new Model('Deals', 'en', 'UTC', 'en');
  model.pauseEvaluation();
  const deals = host.names().tab('Deals');
  const owner = host.names().column(deals, 'Owner').column;
  const rows = deals.lastRow - 1;
  const cells = deals.values({ row: 2, column: 1, rows, columns: deals.lastColumn });
  cells.forEach((row, i) => {
    model.setUserInput(0, i + 1, 1, String(row[columns.stage - 1]));
    model.setUserInput(0, i + 1, 2, String(row[columns.amount - 1]));
    model.setUserInput(0, i + 1, 3, String(row[owner - 1]));
  });
  STAGES.forEach((stage, i) => {
    const isStage = `A$1:A$${rows},"${stage}"`;
    model.setUserInput(0, i + 1, 5, `=COUNTIFS(${isStage})`);
    model.setUserInput(0, i + 1, 6, `=SUMIFS(B$1:B$${rows},${isStage})`);
    OWNERS.forEach((name, j) => {
      model.setUserInput(0, i + 1, 7 + j, `=COUNTIFS(${isStage},C$1:C$${rows},"${name}")`);
    });
  });
  model.evaluate();
  model.setUserInput(0, 1, 1, 'Needs analysis');
  const before = process.cpuUsage();
  model.evaluate();
  const { user, system } = process.cpuUsage(before);
  const cpuMs = Math.round((user + system) / 1000);
  const calls = { reads: 0, writes: 0, simulatedSeconds: 0 };
  return { way: 'formulas', action: 'refresh', rows: 1, ...calls, cpuMs, ended: '' };
}
