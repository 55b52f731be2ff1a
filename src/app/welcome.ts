import type { Criterion } from '../domain/criterion';
import { flushWrites } from '../google/lock';
import { activeAddress } from '../google/people';
import type { Reply, Request } from '../rpc';
import type { Grid } from '../sheet/cell';
import { findHeaders, HEADER_SEARCH_ROWS, headerOf } from '../sheet/headers';
import { type Settings, settingsRows } from '../sheet/settingsTab';
import { criteriaOfSet, stagesOfSet } from '../sheet/stageSetRows';
import { readTable } from '../sheet/tableRows';
import { type Member, teamRows } from '../sheet/teamTab';
import { underHeaders } from '../sheet/underHeaders';
import { STAGE_SETS, stageSetOf } from '../stageSets/allStageSets';
import type { StageSet } from '../stageSets/stageSet';
import { APP_WORDS } from '../words/app';
import { criterionText } from '../words/gates';
import type { Language } from '../words/language';
import { WELCOME_WORDS } from '../words/welcome';
import { Refused } from './answer';
import { forgetWelcome, isWelcomeBegun, noteWelcome } from './begunWelcome';
import { renewMenu } from './menu';
import { forgetPipeline, type OpenPipeline, openPipeline, reloadPipeline } from './openPipeline';
import { readerLanguage } from './readerLanguage';
import { installTriggers } from './runner';
import { setUp } from './setUp';

type View = Omit<Reply<'welcomeView'>, 'ok'>;
type SetOfView = View['sets'][number];

/** What the welcome shows before anything is there: the stage sets with what they ask, in both languages. */
export function welcomeView(): View {
  const address = activeAddress();
  return {
    language: readerLanguage(),
    isSetUp: openPipeline() !== null && !isWelcomeBegun(),
    me: { name: address.split('@')[0] ?? '', address },
    sets: STAGE_SETS.map((set) => ({
      key: set.key,
      name: { ...set.name },
      stages: { en: stagesShown(set, 'en'), zh: stagesShown(set, 'zh') },
    })),
  };
}

function stagesShown(set: StageSet, language: Language): SetOfView['stages']['en'] {
  const criteria = criteriaOfSet(set, language);
  const names = {
    fieldName: (field: Criterion['field']) => headerOf(field, language),
    stageName: String,
  };
  return stagesOfSet(set, language).map(({ key, label, kind, todo }) => {
    const asks = criteria
      .filter(({ stage, side }) => stage === key && (side === 'leaving' || kind !== 'open'))
      .map((criterion) => criterion.say || criterionText(criterion, language, names));
    return { label, kind, todo, asks: [...new Set(asks)] };
  });
}

/**
 * Sets the workbook up as the welcome was filled in. Refuses where there is a pipeline already: what people have
 * written into its tabs since counts more. A welcome that was stopped is finished by the next one.
 */
export function welcome(request: Request<'welcome'>): Omit<Reply<'welcome'>, 'ok'> {
  const { language, team, ...settings } = request;
  if (openPipeline() !== null && !isWelcomeBegun()) {
    throw new Refused('thereAlready', WELCOME_WORDS[language].thereAlready);
  }
  if (stageSetOf(request.stages) === undefined) {
    throw new Refused('badRequest', APP_WORDS[language].badRequest);
  }
  noteWelcome();
  const done = setUp({ language, stages: request.stages });
  const open = reloadPipeline();
  if (done === null || open === null) throw new Refused('busy', APP_WORDS[language].busy);
  writeTeam(open, team);
  writeSettings(open, settings);
  flushWrites();
  forgetPipeline();
  const now = reloadPipeline();
  if (now !== null) installTriggers(now);
  forgetWelcome();
  renewMenu();
  return { tabs: done.created.length };
}

/**
 * The Team tab of a workbook that was just made: whoever sets it up manages and may override. Once somebody else is in it, it
 * was written.
 */
function writeTeam(open: OpenPipeline, team: Request<'welcome'>['team']): void {
  const me = activeAddress();
  if (open.configuration.team.some(({ address }) => address !== me)) return;
  const members = team.map(
    ({ name, address, role }): Member => ({
      name: name.trim(),
      address: address.trim().toLowerCase(),
      role,
      language: null,
      target: null,
      mayOverride: address.trim().toLowerCase() === me,
    }),
  );
  const tab = open.workbook.tab('team');
  const headers = tab === null ? null : findHeaders('team', tab.readRows(1, HEADER_SEARCH_ROWS));
  if (tab === null || headers === null || members.length === 0) return;
  const rows: Grid = underHeaders(headers, teamRows(members, open.language));
  tab.append(headers.row, rows);
}

type Chosen = Omit<Request<'welcome'>, 'language' | 'team'>;

function writeSettings(open: OpenPipeline, { rhythm, day, hour, currency }: Chosen): void {
  const tab = open.workbook.tab('settings');
  if (tab === null) return;
  const wanted: Settings = {
    ...open.configuration.settings,
    reportRhythm: rhythm,
    reportDay: day,
    reportHour: hour,
    currency,
  };
  const cells = new Map(
    settingsRows(wanted, open.configuration.pipeline.stages).map((row) => [row[4], row[1] ?? '']),
  );
  readTable('settings', tab.readAll(), [], (row) => {
    const cell = cells.get(row.text('key'));
    const column = row.headers.columns.get('value');
    if (cell === undefined || column === undefined || cell === row.cell('value')) return;
    tab.writeSame([{ row: row.number, column }], cell);
  });
}
