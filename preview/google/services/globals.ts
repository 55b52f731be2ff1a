import { cacheService } from './cache';
import { charts } from './charts';
import { htmlService } from './html';
import { lockService } from './lock';
import { consoleOf, logger } from './log';
import { mailApp } from './mail';
import { propertiesService } from './properties';
import { scriptApp } from './scriptApp';
import { built, type ServiceSide } from './serviceSide';
import { session } from './session';
import { utilities } from './utilities';

/** Apps Script's other global services: there, so that reaching into one is refused by name. */
const ABSENT = [
  'Browser',
  'CalendarApp',
  'CardService',
  'ContactsApp',
  'ContentService',
  'DataStudioApp',
  'DocumentApp',
  'DriveApp',
  'FormApp',
  'GmailApp',
  'GroupsApp',
  'Jdbc',
  'LanguageApp',
  'LinearOptimizationService',
  'Maps',
  'SitesApp',
  'SlidesApp',
  'UrlFetchApp',
  'XmlService',
];

/** Everything that Apps Script puts beside the language, for one execution. */
export function globalsOf(
  side: ServiceSide,
  spreadsheetApp: object,
): Readonly<Record<string, unknown>> {
  return {
    ...Object.fromEntries(ABSENT.map((name) => [name, built(side, name, {})])),
    SpreadsheetApp: spreadsheetApp,
    CacheService: cacheService(side),
    Charts: charts(side),
    HtmlService: htmlService(side),
    LockService: lockService(side),
    Logger: logger(side),
    MailApp: mailApp(side),
    PropertiesService: propertiesService(side),
    ScriptApp: scriptApp(side),
    Session: session(side),
    Utilities: utilities(side),
    console: consoleOf(side),
  };
}
