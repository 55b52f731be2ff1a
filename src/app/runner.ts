import type { LocalTime } from '../domain/day';
import { underLock } from '../google/lock';
import { activeAddress, runningAddress } from '../google/people';
import { documentStore } from '../google/store';
import { ownTriggers, removeTriggers, setTrigger } from '../google/triggers';
import type { Settings } from '../sheet/settingsTab';
import { memberNamed } from '../sheet/teamTab';
import type { OpenPipeline } from './openPipeline';
import { skipThisWeek } from './reportedWeek';
import { reportTimeZone } from './reportRhythm';

/** Installed triggers run as the person who made them; the workbook has one such person. */
const RUNNER_KEY = 'runner';
const RHYTHM_KEY = 'reportRhythm';

const HEARTBEAT_KEY = 'heartbeat';

const WORK_MINUTES = 10;

const LOCK_MS = 30_000;

/** After so long without a run something is wrong: Google asked for consent again, or the person left. */
const SILENT_HOURS = 3;

/** Who runs the triggers; `''` before anybody set them up. */
export function runner(): string {
  return documentStore.get(RUNNER_KEY) ?? '';
}

/** Whether this execution is the runner's: a second person's triggers must do nothing, or mails would go out twice. */
export function isRunner(): boolean {
  const noted = runner();
  return noted === '' || noted === runningAddress();
}

/**
 * Installs the worker and the weekly report for this person, unless somebody else runs them
 * already. Running it again leaves one of each, at the hour that Settings say.
 */
export function installTriggers(open: OpenPipeline): void {
  const address = runningAddress();
  const noted = runner();
  if (noted !== '' && noted !== address) return;
  if (noted === '') {
    if (!claimed(address)) return;
    skipThisWeek(open);
    beat(open);
  }
  const there = ownTriggers();
  const { settings } = open.configuration;
  const rhythm = rhythmText(settings, reportTimeZone(open));
  if (!there.includes('work')) {
    setTrigger(
      'work',
      { kind: 'everyMinutes', minutes: WORK_MINUTES },
      open.workbook.clock.timeZone,
    );
  }
  if (!there.includes('sendStallReport') || documentStore.get(RHYTHM_KEY) !== rhythm) {
    setReportTrigger(open);
    documentStore.set(RHYTHM_KEY, rhythm);
  }
}

/** Whether this person is the one from now on: of two who set up at once, only the first. */
function claimed(address: string): boolean {
  const isFirst = underLock(LOCK_MS, () => {
    if (runner() !== '') return false;
    documentStore.set(RUNNER_KEY, address);
    return true;
  });
  return isFirst === true;
}

function rhythmText({ reportDay, reportHour }: Settings, timeZone: string): string {
  return `${reportDay} ${reportHour} ${timeZone}`;
}

/** Always weekly: whether this week's report is due is for the report to know. */
function setReportTrigger(open: OpenPipeline): void {
  const { reportDay, reportHour } = open.configuration.settings;
  setTrigger(
    'sendStallReport',
    { kind: 'weekly', weekday: reportDay, hour: reportHour, weeks: 1 },
    reportTimeZone(open),
  );
}

/** Notes that a run took place. */
export function beat(open: OpenPipeline): void {
  documentStore.set(HEARTBEAT_KEY, open.now);
}

/** Removes this person's own triggers: another one runs the workbook now. */
export function dropTriggers(): void {
  removeTriggers('work');
  removeTriggers('sendStallReport');
}

/** Whole hours since the last run, when they are too many; `null` while all is well or nothing was ever set up. */
export function silentHours(now: LocalTime): number | null {
  const last = documentStore.get(HEARTBEAT_KEY);
  if (last === null || runner() === '') return null;
  const hours = Math.floor((Date.parse(`${now}Z`) - Date.parse(`${last}Z`)) / 3_600_000);
  return hours >= SILENT_HOURS ? hours : null;
}

/** When the last run took place; `''` before the first. */
export function lastBeat(): LocalTime | '' {
  return documentStore.get(HEARTBEAT_KEY) ?? '';
}

/**
 * Makes the acting person the one who runs the workbook: from now on only their triggers do anything, so nothing
 * is sent twice. False when the Team tab does not make them a manager or an admin.
 */
export function takeOver(open: OpenPipeline): boolean {
  const address = activeAddress();
  const { team } = open.configuration;
  const member = memberNamed(team, address);
  if (address === '' || member === undefined || member.role === 'rep') return false;
  documentStore.set(RUNNER_KEY, address);
  documentStore.remove(RHYTHM_KEY);
  installTriggers(open);
  beat(open);
  return true;
}
