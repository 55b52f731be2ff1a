import type { AuthMode } from './execution';
import type { CallKind } from './gate';

const SCOPE = 'https://www.googleapis.com/auth/';

/** The scope that a call needs; none for what every script may do. */
function scopeOf(kind: CallKind, method: string): string | null {
  if (kind === 'mail') return `${SCOPE}script.send_mail`;
  if (kind === 'trigger') return `${SCOPE}script.scriptapp`;
  if (/^Session\.get(Active|Effective)User$/.test(method)) return `${SCOPE}userinfo.email`;
  if (/^Ui\.(show|alert|prompt)/.test(method)) return `${SCOPE}script.container.ui`;
  const service = method.slice(0, method.indexOf('.'));
  if (['SpreadsheetApp', 'Spreadsheet', 'Sheet', 'Range'].includes(service)) {
    return method === 'SpreadsheetApp.getUi' ? null : `${SCOPE}spreadsheets.currentonly`;
  }
  return null;
}

/** Services that know the person or act in their name. */
function isAuthorised(kind: CallKind, method: string): boolean {
  return kind === 'mail' || kind === 'trigger' || /^Ui\.(show|alert|prompt)/.test(method);
}

/** In AuthMode NONE a script has no document and no store: it may add menu items. */
function needsAnything(kind: CallKind, method: string): boolean {
  if (kind === 'utilities' || kind === 'html') return false;
  return !/^(SpreadsheetApp\.getUi|Ui\.create|Menu\.|Session\.getActiveUserLocale)/.test(method);
}

function isGranted(scope: string, scopes: readonly string[] | null): boolean {
  if (scopes === null || scopes.includes(scope)) return true;
  return scope.endsWith('.currentonly') && scopes.includes(`${SCOPE}spreadsheets`);
}

/** Google's refusal of a call in this mode with these scopes, or null. */
export function refusalOf(
  call: { readonly kind: CallKind; readonly method: string },
  mode: AuthMode,
  scopes: readonly string[] | null,
): string | null {
  const { kind, method } = call;
  const scope = scopeOf(kind, method);
  const refused =
    (scope !== null && !isGranted(scope, scopes)) ||
    (mode !== 'FULL' && isAuthorised(kind, method)) ||
    (mode === 'NONE' && needsAnything(kind, method));
  if (!refused) return null;
  const required = scope === null ? '' : ` Required permissions: ${scope}`;
  return `You do not have permission to call ${method}.${required}`;
}
