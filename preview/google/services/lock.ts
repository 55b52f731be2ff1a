import { built, type ServiceSide } from './serviceSide';

/**
 * A lock of the document, the script or the user. Executions here never run side by side: whoever
 * holds the lock while another asks is waiting for it, so waiting always ends without the lock.
 */
function lock(side: ServiceSide, scope: string): object {
  const { gate, realm, state, self } = side;
  const take = (method: string, timeoutMs: number): boolean => {
    gate.call('lock', `Lock.${method}`);
    const holder = state.locks.get(scope);
    if (holder !== undefined && holder !== self) {
      gate.spend(Math.max(0, timeoutMs));
      return false;
    }
    state.locks.set(scope, self);
    return true;
  };
  return built(side, 'Lock', {
    tryLock: (timeoutMs: number) => take('tryLock', timeoutMs),
    waitLock(timeoutMs: number) {
      if (take('waitLock', timeoutMs)) return;
      throw realm.exception('Lock timeout: another process was holding the lock for too long.');
    },
    hasLock() {
      gate.call('lock', 'Lock.hasLock');
      return state.locks.get(scope) === self;
    },
    releaseLock() {
      gate.call('lock', 'Lock.releaseLock');
      if (state.locks.get(scope) === self) state.locks.delete(scope);
    },
  });
}

/** Lets go of every lock that an execution holds: it ended, or waits for a person. */
export function releaseLocks(side: Pick<ServiceSide, 'state' | 'self'>): void {
  for (const [scope, holder] of side.state.locks) {
    if (holder === side.self) side.state.locks.delete(scope);
  }
}

export function lockService(side: ServiceSide): object {
  const of = (method: string, scope: string) => () => {
    side.gate.call('navigate', `LockService.${method}`);
    return lock(side, scope);
  };
  return built(side, 'LockService', {
    getDocumentLock: of('getDocumentLock', 'document'),
    getScriptLock: of('getScriptLock', 'script'),
    getUserLock: of('getUserLock', `user:${side.acting.runAs}`),
  });
}
