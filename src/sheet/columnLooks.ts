import { CATEGORIES } from '../domain/pipeline';
import { CHOICE_WORDS, type Choices } from '../words/choices';
import type { Language } from '../words/language';
import type { ColumnOf, TableTab } from '../words/tabs';

/** Choices that live in the workbook: stages, Team names, headers of Deals, lists in Settings. */
export type ChoiceSource =
  | 'pipelines'
  | 'stages'
  | 'owners'
  | 'fields'
  | 'lostReasons'
  | 'causes'
  | 'templates';

/** How a column looks when its tab is made; what is not said is plain text that people write. */
export interface ColumnLook {
  /** Pixels. */
  readonly width: number;
  readonly kind?: 'number' | 'day' | 'tick' | 'choice';
  readonly format?: string;
  readonly choices?: ChoiceSource | ((language: Language) => readonly string[]);
  /** A closed vocabulary: other values are rejected as they are typed. */
  readonly strict?: boolean;
  readonly hidden?: boolean;
  /** Kept by the program. */
  readonly program?: boolean;
  readonly wrap?: boolean;
}

const DAY = 'yyyy-mm-dd';
const AMOUNT = '#,##0.00';
const SHARE = '0%';
const PLAIN = '@';

const day: ColumnLook = { width: 110, kind: 'day', format: DAY };
const text = (width: number): ColumnLook => ({ width });
const words = (width: number, list: keyof Choices): ColumnLook => ({
  width,
  kind: 'choice',
  choices: (language) => Object.values(CHOICE_WORDS[language][list]),
  strict: true,
});
const from = (width: number, choices: ChoiceSource): ColumnLook => ({
  width,
  kind: 'choice',
  choices,
});
const kept = (look: ColumnLook): ColumnLook => ({ ...look, program: true });
const hidden = (width: number): ColumnLook => ({ width, program: true, hidden: true });
const check: ColumnLook = { width: 320, program: true, wrap: true };

/** Categories that a person may set: a closed deal's is the program's. */
const category: ColumnLook = {
  width: 100,
  kind: 'choice',
  choices: (language) =>
    CATEGORIES.filter((key) => key !== 'closed').map(
      (key) => CHOICE_WORDS[language].categories[key],
    ),
};

const plain = (width: number): ColumnLook => ({ width, format: PLAIN, program: true });

/** Columns stand in the order of their headings in words/. */
export const COLUMN_LOOKS: {
  readonly [T in TableTab]: Readonly<Record<ColumnOf<T>, ColumnLook>>;
} = {
  deals: {
    deal: text(200),
    customer: text(160),
    contact: text(120),
    email: text(170),
    phone: { width: 120, format: PLAIN },
    product: text(120),
    owner: from(110, 'owners'),
    amount: { width: 110, kind: 'number', format: AMOUNT },
    currency: text(75),
    pipeline: from(130, 'pipelines'),
    stage: from(150, 'stages'),
    closeDate: day,
    nextStep: text(200),
    nextStepDate: day,
    source: text(110),
    winChance: { width: 90, kind: 'number', format: SHARE },
    category,
    lostReason: from(130, 'lostReasons'),
    lostNote: text(180),
    revisitOn: day,
    cause: from(130, 'causes'),
    plan: text(180),
    planDue: day,
    gate: kept({ width: 300, wrap: true }),
    daysInStage: kept({ width: 90, kind: 'number', format: '0' }),
    stageSince: kept(day),
    created: kept(day),
    acceptedStage: hidden(150),
    version: { ...hidden(110), format: PLAIN },
    memo: { ...hidden(110), format: PLAIN },
    id: { ...hidden(120), format: PLAIN },
  },
  stages: {
    pipeline: text(130),
    order: { width: 60, kind: 'number', format: '0' },
    stage: text(190),
    kind: words(100, 'stageKinds'),
    chance: { width: 90, kind: 'number', format: SHARE },
    limitDays: { width: 100, kind: 'number', format: '0' },
    category: { ...words(100, 'categories'), strict: false },
    todo: { width: 520, wrap: true },
    check,
    key: { ...hidden(120), format: PLAIN },
    aliases: { ...hidden(160), format: PLAIN },
  },
  gates: {
    stage: from(170, 'stages'),
    side: words(90, 'sides'),
    field: from(190, 'fields'),
    must: words(140, 'musts'),
    value: text(140),
    group: text(80),
    say: { width: 280, wrap: true },
    check,
  },
  team: {
    name: text(140),
    address: text(220),
    role: words(100, 'roles'),
    language: words(90, 'languages'),
    target: { width: 130, kind: 'number', format: AMOUNT },
    mayOverride: { width: 100, kind: 'tick' },
    check,
  },
  settings: {
    setting: text(190),
    value: { width: 300, wrap: true },
    about: { width: 460, wrap: true, program: true },
    check,
    key: { ...hidden(120), format: PLAIN },
  },
  ledger: {
    seq: kept({ width: 70, kind: 'number', format: '0' }),
    at: plain(150),
    deal: plain(110),
    kind: plain(90),
    from: plain(140),
    to: plain(140),
    by: plain(170),
    how: plain(90),
    owner: plain(110),
    amount: kept({ width: 110, kind: 'number', format: AMOUNT }),
    currency: plain(75),
    closeDate: plain(110),
    nextStep: plain(160),
    nextStepDate: plain(110),
    category: plain(100),
    winChance: kept({ width: 90, kind: 'number', format: SHARE }),
    reason: plain(260),
    batch: plain(110),
    digest: plain(90),
    rate: plain(110),
  },
  activities: {
    deal: { width: 130, format: PLAIN },
    at: { width: 130, kind: 'day', format: DAY },
    kind: { ...words(100, 'activityKinds'), strict: false },
    note: { width: 420, wrap: true },
    by: text(170),
  },
  automations: {
    when: words(150, 'automationEvents'),
    stage: from(170, 'stages'),
    action: words(100, 'automationActions'),
    to: { ...words(130, 'recipients'), strict: false },
    afterDays: { width: 90, kind: 'number', format: '0' },
    text: { width: 280, wrap: true },
    template: from(170, 'templates'),
    check,
  },
  templates: {
    template: text(170),
    subject: { width: 280, wrap: true },
    body: { width: 520, wrap: true },
    check,
  },
  tasks: {
    task: { width: 280, wrap: true },
    name: text(200),
    owner: from(110, 'owners'),
    due: day,
    state: words(100, 'taskStates'),
    doneOn: day,
    deal: { width: 130, format: PLAIN },
    created: kept(day),
    key: { ...hidden(180), format: PLAIN },
  },
  payments: {
    name: text(200),
    part: { width: 70, format: PLAIN },
    due: day,
    amount: { width: 120, kind: 'number', format: AMOUNT },
    currency: text(80),
    invoiced: day,
    received: day,
    check,
    deal: { width: 130, format: PLAIN },
    key: { ...hidden(180), format: PLAIN },
  },
  outbox: {
    key: plain(180),
    state: { ...words(110, 'mailStates'), program: true },
    to: plain(200),
    cc: plain(150),
    subject: plain(260),
    text: plain(200),
    text2: { ...plain(60), hidden: true },
    html: { ...plain(60), hidden: true },
    html2: { ...plain(60), hidden: true },
    html3: { ...plain(60), hidden: true },
    html4: { ...plain(60), hidden: true },
    importance: kept({ width: 90, kind: 'number', format: '0' }),
    created: plain(150),
    nextTry: plain(150),
    tries: kept({ width: 70, kind: 'number', format: '0' }),
    sent: plain(150),
    reason: plain(260),
  },
  snapshots: {
    week: plain(100),
    kind: plain(90),
    deal: plain(110),
    stage: plain(140),
    owner: plain(110),
    amount: kept({ width: 110, kind: 'number', format: AMOUNT }),
    currency: plain(75),
    closeDate: plain(110),
    category: plain(100),
    chance: kept({ width: 90, kind: 'number', format: SHARE }),
    within30: kept({ width: 90, kind: 'number', format: SHARE }),
    within90: kept({ width: 90, kind: 'number', format: SHARE }),
    days: kept({ width: 90, kind: 'number', format: '0' }),
    mean: kept({ width: 110, kind: 'number', format: AMOUNT }),
    p10: kept({ width: 110, kind: 'number', format: AMOUNT }),
    p50: kept({ width: 110, kind: 'number', format: AMOUNT }),
    p90: kept({ width: 110, kind: 'number', format: AMOUNT }),
    runRate: kept({ width: 110, kind: 'number', format: AMOUNT }),
    deals: kept({ width: 80, kind: 'number', format: '0' }),
  },
  whatIf: {
    deal: text(200),
    id: plain(110),
    stage: text(140),
    owner: text(110),
    amount: { width: 110, kind: 'number', format: AMOUNT },
    currency: text(75),
    closeDate: day,
    winChance: { width: 90, kind: 'number', format: SHARE },
  },
};
