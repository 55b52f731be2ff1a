/**
 * Everything that Google can call: triggers, menu items, page calls. Each export becomes a
 * top-level function of the script, and nothing runs while the script loads.
 */
import { answer } from './app/answer';
import { askedOptions } from './app/askStageSet';
import { auditCriteria as auditAll } from './app/auditCriteria';
import * as board from './app/boardView';
import { changeDeals as change } from './app/changeDeals';
import { checkEdit } from './app/checkEdit';
import { dealsBehind as listBehind } from './app/dealsBehind';
import * as deal from './app/dealView';
import { describeWorkbook as describe } from './app/describeWorkbook';
import * as search from './app/findDeals';
import * as imports from './app/importDeals';
import { logActivity as log } from './app/logActivity';
import * as menu from './app/menu';
import { moveDeals as move } from './app/moveDeals';
import { outlook as lookAhead } from './app/outlook';
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
import { undoMove as undo } from './app/undoMove';
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
  checkEdit(event);
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

export function openSidebar(): void {
  menu.guarded(menu.showDealSidebar);
}

export function openBoard(): void {
  menu.guarded(menu.showBoard);
}

export function openImport(): void {
  menu.guarded(menu.showImport);
}

export function setUp(options?: unknown): void {
  menu.guarded(() => {
    const asked = askedOptions(setUpOptions(options));
    if (asked !== null) menu.tellSetUp(build(asked));
  });
}

export function sweep(): void {
  menu.guarded(() => menu.tellSwept(sweepAll()));
}

export function refreshReports(): void {
  menu.guarded(() => menu.tellRefreshed(refresh()));
}

export function repairWorkbook(): void {
  menu.guarded(repair);
}

export function auditCriteria(): void {
  menu.guarded(auditAll);
}

export function retireStage(): void {
  menu.guarded(retire);
}

export function previewTemplates(): void {
  menu.guarded(preview);
}

export function takeOver(): void {
  menu.guarded(askToTakeOver);
}

export function replayPastDay(): void {
  menu.guarded(replayDay);
}

export function whatIf(): void {
  menu.guarded(supposeChanges);
}

// Page calls: JSON text in and out.

const { languageHere } = menu;

export function dealView(request?: unknown): string {
  return answer('dealView', request, deal.dealView, languageHere);
}

export function moveDeals(request?: unknown): string {
  return answer('moveDeals', request, move, languageHere);
}

export function undoMove(request?: unknown): string {
  return answer('undoMove', request, undo, languageHere);
}

export function saveFacts(request?: unknown): string {
  return answer('saveFacts', request, save, languageHere);
}

export function logActivity(request?: unknown): string {
  return answer('logActivity', request, log, languageHere);
}

export function boardView(request?: unknown): string {
  return answer('boardView', request, board.boardView, languageHere);
}

export function dealsBehind(request?: unknown): string {
  return answer('dealsBehind', request, listBehind, languageHere);
}

export function findDeals(request?: unknown): string {
  return answer('findDeals', request, search.findDeals, languageHere);
}

export function showDeal(request?: unknown): string {
  return answer('showDeal', request, search.showDeal, languageHere);
}

export function importTarget(request?: unknown): string {
  return answer('importTarget', request, imports.importTarget, languageHere);
}

export function importDeals(request?: unknown): string {
  return answer('importDeals', request, imports.importDeals, languageHere);
}

export function changeDeals(request?: unknown): string {
  return answer('changeDeals', request, change, languageHere);
}

export function describeWorkbook(request?: unknown): string {
  return answer('describeWorkbook', request, describe, languageHere);
}

export function outlook(request?: unknown): string {
  return answer('outlook', request, lookAhead, languageHere);
}
