/** Ways in which Google refuses a call that a script may make. */
export const FAILURES = ['server', 'timeout', 'quota', 'permission'] as const;

export type Failure = (typeof FAILURES)[number];

const SPREADSHEET = /^(SpreadsheetApp|Spreadsheet|Sheet|Range|RangeList|TextFinder|Protection)\./;

/** What Google calls its services in errors, where it is not the name of the class. */
const SERVICES: Readonly<Record<string, string>> = {
  MailApp: 'email',
  Lock: 'LockService',
  LockService: 'LockService',
  Properties: 'properties',
  PropertiesService: 'properties',
  Cache: 'cache',
  CacheService: 'cache',
};

const SERVER = `We're sorry, a server error occurred. Please wait a bit and try again.`;

/** The message of Google's error: quotas as Google documents them, the others as scripts report them. */
export function failureText(failure: Failure, method: string, bookId: string): string {
  const isSheet = SPREADSHEET.test(method);
  const owner = method.slice(0, method.indexOf('.'));
  const service = isSheet ? 'Spreadsheets' : (SERVICES[owner] ?? owner);
  switch (failure) {
    case 'server':
      return isSheet
        ? `Service Spreadsheets failed while accessing document with id ${bookId}.`
        : SERVER;
    case 'timeout':
      return isSheet
        ? `Service Spreadsheets timed out while accessing document with id ${bookId}.`
        : `Service timed out: ${service}`;
    case 'quota':
      return owner === 'Lock'
        ? 'There are too many LockService operations against the same script.'
        : `Service invoked too many times for one day: ${service}.`;
    case 'permission':
      return `You do not have permission to call ${method}.`;
  }
}
