import type { ImportMap } from '../../rpc/importCalls';
import { AS_TEXT, dateOrders, ownKind, unitOf, usesDecimalComma } from './columnReading';
import { DATE_ORDERS, type DateOrder, type DealsRole, type Reading } from './importPlan';
import type { PlannedColumns } from './planColumns';
import type { ImportFiles, ImportTarget } from './planImport';

const DAY_FIELDS: ReadonlySet<string> = new Set([
  'closeDate',
  'nextStepDate',
  'revisitOn',
  'planDue',
]);

function isDayRole(role: DealsRole): boolean {
  if (role.kind === 'field') return DAY_FIELDS.has(role.field);
  return ['created', 'closed', 'entered', 'since'].includes(role.kind);
}

/** A date's order that the map answers for the whole import, for want of a proof. */
function toldOrder(map: ImportMap): DateOrder | undefined {
  return DATE_ORDERS.find((order) => order === map.answers?.dateOrder);
}

/** Whether a comma stands before the decimals, where the map answers it. */
function toldComma(map: ImportMap): boolean | undefined {
  const told = map.answers?.decimalComma;
  return typeof told === 'boolean' ? told : undefined;
}

function readingOf(
  role: DealsRole,
  i: number,
  columns: PlannedColumns,
  { home, told }: { readonly home: string; readonly told: boolean | undefined },
): Reading {
  const { profile, header } = columns.deals[i]!;
  if (isDayRole(role)) return { ...AS_TEXT, kind: 'day' };
  if (role.kind !== 'field') return AS_TEXT;
  if (role.field === 'amount') {
    const decimalComma = told ?? usesDecimalComma(profile);
    return { ...AS_TEXT, kind: 'number', decimalComma, ...unitOf(header, home) };
  }
  if (role.field === 'winChance') {
    const percent = [...profile.values.keys()].some(
      (text) => parseFloat(text) > 1 || /%/.test(text),
    );
    return { ...AS_TEXT, kind: 'number', factor: percent ? 0.01 : 1 };
  }
  return role.field.startsWith('own:') ? { ...AS_TEXT, kind: ownKind(profile) } : AS_TEXT;
}

/** The readings of both files; orders of dates are decided together, as one export writes one way. */
export function planReadings(columns: PlannedColumns, files: ImportFiles, target: ImportTarget) {
  const amounts = { home: target.currency ?? '', told: toldComma(files.map) };
  const deals = columns.roles.map((role, i) => readingOf(role, i, columns, amounts));
  const history = columns.historyRoles.map(
    (role): Reading => ({ ...AS_TEXT, kind: role === 'at' ? 'day' : 'text' }),
  );
  const dated = [
    ...columns.roles.flatMap((role, i) =>
      isDayRole(role)
        ? [{ set: deals, i, profile: columns.deals[i]!.profile, past: role.kind !== 'field' }]
        : [],
    ),
    ...history.flatMap(({ kind }, i) =>
      kind === 'day' ? [{ set: history, i, profile: columns.history[i]!.profile, past: true }] : [],
    ),
  ];
  const comma = deals.some((reading) => reading.decimalComma);
  const fallback = comma ? 'dmy' : 'mdy';
  const told = toldOrder(files.map);
  const orders = dateOrders(dated, files.asOf, told ?? fallback);
  const guessed: string[] = [];
  dated.forEach(({ set, i }, n) => {
    const { order, guessed: open } = orders[n]!;
    const unproved = open && told !== undefined ? told : order;
    set[i] = { ...set[i]!, dateOrder: unproved };
    const header = (set === deals ? columns.deals : columns.history)[i]!.header;
    if (open && told === undefined) guessed.push(header);
  });
  return { deals, history, guessedOrders: guessed };
}
