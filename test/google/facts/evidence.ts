/** Where Google, or somebody who tried, says what the facts say. */

const SCRIPT = 'https://developers.google.com/apps-script';
const ADD_ONS = 'https://developers.google.com/workspace/add-ons/concepts';

const reference = (page: string): string => `${SCRIPT}/reference/${page}`;
const guide = (page: string): string => `${SCRIPT}/guides/${page}`;

/** Google's reference of each class. */
export const CLASS = {
  app: reference('spreadsheet/spreadsheet-app'),
  spreadsheet: reference('spreadsheet/spreadsheet'),
  sheet: reference('spreadsheet/sheet'),
  range: reference('spreadsheet/range'),
  rangeList: reference('spreadsheet/range-list'),
  protection: reference('spreadsheet/protection'),
  validation: reference('spreadsheet/data-validation'),
  validationBuilder: reference('spreadsheet/data-validation-builder'),
  chart: reference('spreadsheet/embedded-chart'),
  chartBuilder: reference('spreadsheet/embedded-chart-builder'),
  chartOptions: reference('charts/chart-options'),
  ui: reference('base/ui'),
  menu: reference('base/menu'),
  promptResponse: reference('base/prompt-response'),
  session: reference('base/session'),
  user: reference('base/user'),
  html: reference('html/html-service'),
  htmlOutput: reference('html/html-output'),
  lock: reference('lock/lock'),
  lockService: reference('lock/lock-service'),
  cache: reference('cache/cache'),
  cacheService: reference('cache/cache-service'),
  properties: reference('properties/properties'),
  propertiesService: reference('properties/properties-service'),
  mail: reference('mail/mail-app'),
  scriptApp: reference('script/script-app'),
  trigger: reference('script/trigger'),
  triggerBuilder: reference('script/trigger-builder'),
  clockTriggerBuilder: reference('script/clock-trigger-builder'),
  utilities: reference('utilities/utilities'),
} as const;

/** Google's guides. */
export const GUIDE = {
  quotas: guide('services/quotas'),
  triggers: guide('triggers'),
  installable: guide('triggers/installable'),
  events: guide('triggers/events'),
  properties: guide('properties'),
  pages: guide('html/communication'),
  runtime: guide('v8-runtime'),
  migration: guide('v8-runtime/migration'),
  bound: guide('bound'),
  dialogs: guide('dialogs'),
  scopes: `${SCRIPT}/concepts/scopes`,
  practices: guide('support/best-practices'),
  authorisation: `${ADD_ONS}/editor-auth-lifecycle`,
  addOnTriggers: `${ADD_ONS}/editor-triggers`,
  typedInput:
    'https://developers.google.com/workspace/sheets/api/reference/rest/v4/ValueInputOption',
} as const;

/** People who tried it, or ran into it. */
export const TRIED = {
  /** A stand-in whose behaviours were compared with Google's own. */
  compared: 'https://github.com/brucemcpherson/gas-fakes/blob/main/notes/oddities.md',
  /** What onEdit is told of each way to change a cell. */
  edits: 'https://github.com/tanaikech/GetEditType',
  /** A script's setValues with a leading apostrophe, against formulas from a form. */
  apostrophe: 'https://github.com/jamiewilson/form-to-google-sheets/issues/3',
  /** The apostrophe is not needed in cells that are formatted as plain text. */
  plainText: 'https://github.com/getodk/collect/issues/3703',
  classFields: 'https://github.com/google/clasp/issues/907',
  returnedDates: 'https://digita-l-ocal.tech/?p=523',
  sizes: 'https://mojicnt.click/en/blog/spreadsheet-cell-limit.html',
  dates: 'https://docs.oracle.com/javase/8/docs/api/java/text/SimpleDateFormat.html',
  ownerOfProtection: 'https://issuetracker.google.com/issues/442636162',
} as const;
