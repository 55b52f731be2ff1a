import type * as z from 'zod/mini';
import {
  type card,
  DEAL_CALLS,
  type dealView,
  type foundDeal,
  type moveResult,
  type pipelineView,
  type shortfall,
  type taskView,
} from './rpc/dealCalls';
import { IMPORT_CALLS, type importSetUp, type sentCell, type sentDeal } from './rpc/importCalls';
import { WELCOME_CALLS } from './rpc/welcomeCalls';
import { WORKBOOK_CALLS } from './rpc/workbookCalls';

/**
 * The calls between a page (sidebar, board, dialogs) and the script. Both sides check with these
 * schemas; a page knows only those that it makes. A call takes one argument and answers JSON text: no Date can ever cross.
 *
 * Schemas are made when they are asked for: making all of them takes longer than most executions,
 * and the script is loaded anew for every edit.
 */
export const CALLS = {
  ...DEAL_CALLS,
  ...IMPORT_CALLS,
  ...WELCOME_CALLS,
  ...WORKBOOK_CALLS,
} as const;

export type CallName = keyof typeof CALLS;
export type Request<C extends CallName> = z.infer<(typeof CALLS)[C]['request']>;
export type Reply<C extends CallName> = z.infer<(typeof CALLS)[C]['reply']>;
export type DealView = z.infer<ReturnType<typeof dealView>>;
export type PipelineView = z.infer<ReturnType<typeof pipelineView>>;
export type ShortfallView = z.infer<ReturnType<typeof shortfall>>;
export type MoveResult = z.infer<ReturnType<typeof moveResult>>;
export type TaskView = z.infer<ReturnType<typeof taskView>>;
export type Card = z.infer<ReturnType<typeof card>>;
export type FoundDeal = z.infer<ReturnType<typeof foundDeal>>;
export type SentDeal = z.infer<ReturnType<typeof sentDeal>>;
export type SentCell = z.infer<ReturnType<typeof sentCell>>;
export type ImportSetUp = z.infer<ReturnType<typeof importSetUp>>;
