import type { Action } from './action';
import { ADMIN } from './admin';
import { DELIVERY } from './delivery';
import { EDITS } from './edits';
import { PAGES } from './pages';
import { WHOLE } from './whole';

/** What people, pages and the clock do. */
export const ACTIONS: readonly Action[] = [...EDITS, ...PAGES, ...WHOLE, ...ADMIN, ...DELIVERY];
