import { readPlan } from '../domain/payment';
import { normalLabel, type Stage, type Switches } from '../domain/pipeline';
import { pipelineNames } from '../domain/pipelines';
import { LANGUAGES } from '../words/language';
import type { ProblemCode } from '../words/problems';
import { SETTING_KEYS, SETTINGS_WORDS, type SettingKey } from '../words/settings';
import { readCurrency } from './amount';
import type { Cell } from './cell';
import { isBlank } from './cellText';
import { choiceNamed } from './choice';
import type { Settings } from './settingsTab';
import { stageFinder } from './stageFinder';
import type { TableRow } from './tableRows';
import { isAddress } from './teamTab';
import { isTimeZone } from './timeZone';

type Found = TableRow<'settings'>;
type Changes = Partial<Settings>;

/** Before a currency's code, in the key of its rate. */
export const RATE = 'rate:';
/** Switches that each of several pipelines may have for itself. */
export const OWN_SWITCHES = ['maySkip', 'mayGoBack'] as const;
type OwnSwitch = (typeof OWN_SWITCHES)[number];
export type SettingName = SettingKey | `rate:${string}` | `${OwnSwitch}:${string}`;

/** The row's setting, by its words in either language, else by its hidden key. */
export function settingOf(row: Found): SettingName | null {
  const text = normalLabel(row.text('setting'));
  const named = SETTING_KEYS.find((key) =>
    LANGUAGES.some((l) => normalLabel(SETTINGS_WORDS[l].settings[key].label) === text),
  );
  if (named) return named;
  const rate = /^(?:rate|汇率)\s*:?\s*(\S+)$/.exec(text);
  const currency = rate ? readCurrency(rate[1] ?? '') : null;
  if (currency !== null) return `${RATE}${currency}`;
  const standing = row.text('key');
  return (
    ownSwitchOf(row.text('setting')) ??
    SETTING_KEYS.find((key) => key === standing) ??
    (OWN_SWITCHES.some((key) => standing.startsWith(`${key}:`)) ? (standing as SettingName) : null)
  );
}

/** `ownSwitchOf('May skip stages: Renewals') //=> 'maySkip:Renewals'` */
function ownSwitchOf(text: string): SettingName | null {
  const [label = '', ...name] = text.split(/[:：]/);
  const pipeline = name.join(':').trim();
  const key = OWN_SWITCHES.find((one) =>
    LANGUAGES.some(
      (l) => normalLabel(SETTINGS_WORDS[l].settings[one].label) === normalLabel(label),
    ),
  );
  return key === undefined || pipeline === '' ? null : `${key}:${pipeline}`;
}

/** What the row changes in the settings; nothing, and a problem, when its value says nothing clear. */
export function readSetting(
  name: SettingName,
  row: Found,
  settings: Settings,
  stages: readonly Stage[],
): Changes {
  if (name.startsWith(RATE)) return readRate(row, name.slice(RATE.length), settings);
  const own = OWN_SWITCHES.find((key) => name.startsWith(`${key}:`));
  if (own !== undefined) {
    return readOwnSwitch(row, own, { settings, stages, pipeline: name.slice(own.length + 1) });
  }
  if (isBlank(row.cell('value'))) return readBlank(name as SettingKey, settings.switches);
  const reader = READERS[name as SettingKey];
  const changes = reader.read(row, { stages, switches: settings.switches });
  if (changes === undefined) row.report('value', reader.problem);
  return changes ?? {};
}

/** Lists that people emptied are empty; anything else that is empty keeps its default. */
function readBlank(key: SettingKey, switches: Switches): Changes {
  if (key === 'mailAddresses') return { mailAddresses: [] };
  if (key === 'paymentPlan') return { paymentPlan: '' };
  if (key === 'formTab') return { formTab: '' };
  if (key === 'reportTimeZone') return { reportTimeZone: '' };
  if (key === 'archiveAfterDays') return { archiveAfterDays: null };
  return key === 'startIn' ? { switches: { ...switches, startIn: [] } } : {};
}

function readRate(row: Found, currency: string, settings: Settings): Changes {
  const cell = row.cell('value');
  const rate = numberOf(cell);
  if (rate !== null && rate > 0) return { rates: { ...settings.rates, [currency]: rate } };
  if (!isBlank(cell)) row.report('value', 'unreadableRate', currency);
  return {};
}

function readOwnSwitch(
  row: Found,
  key: OwnSwitch,
  about: {
    readonly settings: Settings;
    readonly stages: readonly Stage[];
    readonly pipeline: string;
  },
): Changes {
  const { settings, stages, pipeline } = about;
  const wanted = normalLabel(pipeline);
  const name = pipelineNames({ stages }).find((one) => normalLabel(one) === wanted);
  if (name === undefined) {
    row.report('setting', 'noPipelineForSetting', pipeline);
    return {};
  }
  if (isBlank(row.cell('value'))) return {};
  const answered = yesOrNo(row);
  if (answered === undefined) row.report('value', 'unknownYesNo');
  if (answered === undefined) return {};
  const { switchesOf } = settings;
  return { switchesOf: { ...switchesOf, [name]: { ...switchesOf[name], [key]: answered } } };
}

function numberOf(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return cell;
  const text = typeof cell === 'string' ? cell.trim() : '';
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

interface Around {
  readonly stages: readonly Stage[];
  readonly switches: Switches;
}

interface Reader {
  /** The problem's code when `read` gives nothing. */
  readonly problem: ProblemCode;
  readonly read: (row: Found, around: Around) => Changes | undefined;
}

/** A reader of one value that changes one setting. */
function reader<T>(
  problem: ProblemCode,
  read: (row: Found) => T | undefined,
  change: (value: T, around: Around) => Changes,
): Reader {
  return {
    problem,
    read: (row, around) => {
      const value = read(row);
      return value === undefined ? undefined : change(value, around);
    },
  };
}

const answer = (change: (value: boolean, around: Around) => Changes) =>
  reader('unknownYesNo', yesOrNo, change);

const whole = (from: number, to: number, change: (value: number) => Changes) =>
  reader('settingNotWhole', (row) => wholeIn(row, from, to), change);

const typed = (row: Found) => row.text('value');

const READERS: Readonly<Record<SettingKey, Reader>> = {
  language: reader(
    'unknownLanguage',
    (row) => choiceNamed('languages', typed(row)),
    (language) => ({ language }),
  ),
  currency: reader(
    'unreadableCurrency',
    (row) => readCurrency(typed(row)) ?? undefined,
    (currency) => ({ currency }),
  ),
  maySkip: answer((maySkip, { switches }) => ({ switches: { ...switches, maySkip } })),
  mayGoBack: answer((mayGoBack, { switches }) => ({ switches: { ...switches, mayGoBack } })),
  startIn: {
    problem: 'unknownStart',
    read: (row, { stages, switches }) => ({
      switches: { ...switches, startIn: readStartIn(row, stages) },
    }),
  },
  workingDays: answer((workingDays) => ({ workingDays })),
  silentDays: whole(1, 3650, (silentDays) => ({ silentDays })),
  reportRhythm: reader(
    'unknownRhythm',
    (row) => choiceNamed('rhythms', typed(row)),
    (reportRhythm) => ({ reportRhythm }),
  ),
  reportDay: reader(
    'unknownWeekday',
    (row) => choiceNamed('weekdays', typed(row)),
    (day) => ({ reportDay: Number(day) }),
  ),
  reportHour: whole(0, 23, (reportHour) => ({ reportHour })),
  reportTimeZone: reader(
    'unknownTimeZone',
    (row) => (isTimeZone(typed(row)) ? typed(row) : undefined),
    (reportTimeZone) => ({ reportTimeZone }),
  ),
  mailOutside: answer((mailOutside) => ({ mailOutside })),
  mailAddresses: {
    problem: 'unreadableMailTo',
    read: (row) => ({ mailAddresses: readAddresses(row) }),
  },
  approveMails: answer((approveMails) => ({ approveMails })),
  paymentPlan: reader(
    'unreadablePlan',
    (row) => (readPlan(typed(row)) === null ? undefined : typed(row)),
    (paymentPlan) => ({ paymentPlan }),
  ),
  lostReasons: { problem: 'valueMissing', read: (row) => ({ lostReasons: listOf(typed(row)) }) },
  causes: { problem: 'valueMissing', read: (row) => ({ causes: listOf(typed(row)) }) },
  formTab: { problem: 'valueMissing', read: (row) => ({ formTab: typed(row) }) },
  archiveAfterDays: whole(90, 36_500, (archiveAfterDays) => ({ archiveAfterDays })),
};

function yesOrNo(row: Found): boolean | undefined {
  const cell = row.cell('value');
  if (typeof cell === 'boolean') return cell;
  const word = choiceNamed('yesNo', row.text('value'));
  return word === undefined ? undefined : word === 'yes';
}

function wholeIn(row: Found, from: number, to: number): number | undefined {
  const number = numberOf(row.cell('value'));
  const fits = number !== null && Number.isInteger(number) && number >= from && number <= to;
  return fits ? number : undefined;
}

function listOf(text: string): readonly string[] {
  const parts = text.split(/[;；\n]/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

function readStartIn(row: Found, stages: readonly Stage[]): readonly string[] {
  const find = stageFinder({ stages });
  return listOf(row.text('value')).flatMap((label) => {
    const stage = find(label);
    if (stage?.kind === 'open') return [stage.key];
    row.report('value', stage ? 'startNotOpen' : 'unknownStart', label);
    return [];
  });
}

const DOMAIN = /^@?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/;

function readAddresses(row: Found): readonly string[] {
  return listOf(
    typed(row)
      .toLowerCase()
      .replace(/[,，\s]+/g, ';'),
  ).filter((text) => {
    if (isAddress(text) || (text.length <= 253 && DOMAIN.test(text))) return true;
    row.report('value', 'unreadableMailTo', text);
    return false;
  });
}
