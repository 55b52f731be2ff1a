import { built, type ServiceSide } from './serviceSide';

function account(side: ServiceSide, email: string): object {
  return built(side, 'User', { getEmail: () => email, toString: () => email });
}

/** The person behind the event, as `e.user`: without an address where Google hides it. */
export function actingUser(side: ServiceSide): object {
  return account(side, side.acting.knowsUser ? side.acting.user : '');
}

/** Who acts, whom the script runs as, and where. */
export function session(side: ServiceSide): object {
  const { gate, acting } = side;
  return built(side, 'Session', {
    getActiveUser() {
      gate.call('session', 'Session.getActiveUser');
      return actingUser(side);
    },
    getEffectiveUser() {
      gate.call('session', 'Session.getEffectiveUser');
      const hidden =
        acting.surface === 'simple' &&
        !acting.knowsUser &&
        side.document.facts.effectiveUserInSimpleTrigger === 'hidden';
      return account(side, hidden ? '' : acting.runAs);
    },
    getScriptTimeZone() {
      gate.call('session', 'Session.getScriptTimeZone');
      return side.project.timeZone;
    },
    getActiveUserLocale() {
      gate.call('session', 'Session.getActiveUserLocale');
      const { locale } = side.document;
      return locale.startsWith('zh') ? locale : locale.slice(0, 2);
    },
    getTemporaryActiveUserKey() {
      gate.call('session', 'Session.getTemporaryActiveUserKey');
      return Buffer.from(`key of ${acting.user}`).toString('base64url');
    },
  });
}
