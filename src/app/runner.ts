import { activeAddress, runningAddress } from '../google/people';
import { documentStore } from '../google/store';
import { ownTriggers, setTrigger } from '../google/triggers';
import type { Settings } from '../sheet/settingsTab';
import type { OpenPipeline } from './openPipeline';

/** Installed triggers run as the person who made them; the workbook has one such person. */
const RUNNER_KEY = 'runner';
const RHYTHM_KEY = 'reportRhythm';

const WORK_MINUTES = 10;

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
  const address = activeAddress();
  const noted = runner();
  if (noted !== '' && noted !== address) return;
  const there = ownTriggers();
  const { settings } = open.configuration;
  const rhythm = rhythmText(settings, open.workbook.clock.timeZone);
  if (noted === '') documentStore.set(RUNNER_KEY, address);
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

function rhythmText({ reportDay, reportHour }: Settings, timeZone: string): string {
  return `${reportDay} ${reportHour} ${timeZone}`;
}

/** Always weekly: whether this week's report is due is for the report to know. */
function setReportTrigger(open: OpenPipeline): void {
  const { reportDay, reportHour } = open.configuration.settings;
  setTrigger(
    'sendStallReport',
    { kind: 'weekly', weekday: reportDay, hour: reportHour, weeks: 1 },
    open.workbook.clock.timeZone,
  );
}
