/**
 * Everything that Google can call: triggers, menu items, page calls. Each export becomes a
 * top-level function of the script, and nothing runs while the script loads.
 */

import { addPipeline as addAnother } from './app/addPipeline';
import { addTask as add } from './app/addTask';
import { askedOptions } from './app/askStageSet';
import { auditCriteria as auditAll } from './app/auditCriteria';
import * as board from './app/boardView';
import { changeDeals as change } from './app/changeDeals';
import { checkEdit } from './app/checkEdit';
import { dealsBehind as listBehind } from './app/dealsBehind';
import * as deal from './app/dealView';
import { describeWorkbook as describe } from './app/describeWorkbook';
import { filterFunnel as filter } from './app/filterFunnel';
import * as search from './app/findDeals';
import * as imports from './app/importDeals';
import { logActivity as log } from './app/logActivity';
import { tellLongWork } from './app/longWork';
import * as menu from './app/menu';
import { moveDeals as move } from './app/moveDeals';
import { outlook as lookAhead } from './app/outlook';
import { pageCall } from './app/pageCall';
import { previewTemplates as preview } from './app/previewTemplates';
import { refreshReports as refresh } from './app/refreshReports';
import { repairWorkbook as repair } from './app/repairWorkbook';
import { replayPastDay as replayDay } from './app/replayDay';
import { retireStage as retire } from './app/retireStage';
import { saveFacts as save } from './app/saveFacts';
import { sendDueReport, sendStallReport as sendReport } from './app/sendStallReport';
import { setUp as build, setUpOptions } from './app/setUp';
import { sweep as sweepAll } from './app/sweep';
import { askToTakeOver } from './app/takeOver';
import { tickTask as tick } from './app/tickTask';
import { undoMove as undo } from './app/undoMove';
import { undoMoves as undoAsked } from './app/undoMoves';
import { finishLater } from './app/unfinished';
import { welcome as greet, welcomeView as greeting } from './app/welcome';
import { whatIf as supposeChanges } from './app/whatIf';
import { work as doWork } from './app/work';
import { isTimeEvent } from './google/event';

// Simple triggers: they may not mail, ask or see who edits.

export function onOpen(event?: unknown): void {
  menu.showMenu(event);
}

export function onInstall(event?: unknown): void {
  onOpen(event);
}

export function onEdit(event?: unknown): void {
  finishLater(() => checkEdit(event));
}

// Installed triggers: they run as whoever set the workbook up.

export function work(): void {
  doWork();
}

/** The weekly trigger, and the menu item that does not wait for it. */
export function sendStallReport(event?: unknown): void {
  if (isTimeEvent(event)) sendDueReport();
  else menu.guarded(() => menu.tellQueued(sendReport()));
}

// Menu items.

export const openSidebar = menu.item(menu.showDealSidebar);
export const openBoard = menu.item(menu.showBoard);
export const openImport = menu.item(menu.showImport);
export const openWelcome = menu.item(menu.showWelcome);

export function setUp(options?: unknown): void {
  menu.guarded(() => {
    const asked = askedOptions(setUpOptions(options));
    if (asked !== null) menu.tellSetUp(build(asked));
  });
}

export function sweep(): void {
  menu.guarded(() => menu.tellSwept(sweepAll((open) => tellLongWork(open, 'sweep'))));
}

export function refreshReports(): void {
  menu.guarded(() => menu.tellRefreshed(refresh((open) => tellLongWork(open, 'refresh'))));
}

export const repairWorkbook = menu.item(repair);
export const undoMoves = menu.item(undoAsked);
export const auditCriteria = menu.item(auditAll);
export const retireStage = menu.item(retire);
export const addPipeline = menu.item(addAnother);
export const previewTemplates = menu.item(preview);
export const takeOver = menu.item(askToTakeOver);
export const filterFunnel = menu.item(filter);
export const replayPastDay = menu.item(replayDay);
export const whatIf = menu.item(supposeChanges);

// Page calls: JSON text in and out.

export const dealView = pageCall('dealView', deal.dealView);
export const moveDeals = pageCall('moveDeals', move);
export const undoMove = pageCall('undoMove', undo);
export const saveFacts = pageCall('saveFacts', save);
export const logActivity = pageCall('logActivity', log);
export const addTask = pageCall('addTask', add);
export const tickTask = pageCall('tickTask', tick);
export const boardView = pageCall('boardView', board.boardView);
export const dealsBehind = pageCall('dealsBehind', listBehind);
export const findDeals = pageCall('findDeals', search.findDeals);
export const showDeal = pageCall('showDeal', search.showDeal);
export const welcomeView = pageCall('welcomeView', greeting);
export const welcome = pageCall('welcome', greet);
export const importTarget = pageCall('importTarget', imports.importTarget);
export const importDeals = pageCall('importDeals', imports.importDeals);
export const changeDeals = pageCall('changeDeals', change);
export const describeWorkbook = pageCall('describeWorkbook', describe);
export const outlook = pageCall('outlook', lookAhead);
