import { built, byteLength, mismatch, type ServiceSide } from './serviceSide';

const KEY_LIMIT = 250;
const VALUE_LIMIT = 100 * 1024;
const USUAL_SECONDS = 600;
const LONGEST_SECONDS = 21_600;
/** At this many items Google throws the oldest hundred away. */
const ITEM_LIMIT = 1000;
const EVICTED = 100;

function cache(side: ServiceSide, scope: string): object {
  const { gate, realm } = side;
  const items = side.state.cache(scope);
  const touch = (method: string) => gate.call('cache', `Cache.${method}`);
  const read = (key: string) => {
    if (key.length > KEY_LIMIT) throw realm.exception('Argument too large: key');
    const item = items.get(key);
    return item !== undefined && item.until > side.now() ? item.value : null;
  };
  const put = (key: unknown, value: unknown, seconds: unknown) => {
    if (key === null || key === undefined || value === null || value === undefined) {
      throw mismatch(side, 'CacheService.Cache.put', [key, value]);
    }
    const text = String(value);
    if (String(key).length > KEY_LIMIT) throw realm.exception('Argument too large: key');
    if (byteLength(text) > VALUE_LIMIT) throw realm.exception('Argument too large: value');
    const lifetime = seconds === undefined ? USUAL_SECONDS : Number(seconds);
    if (!(lifetime >= 1 && lifetime <= LONGEST_SECONDS)) {
      throw realm.exception(`Invalid argument: expirationInSeconds`);
    }
    items.delete(String(key));
    items.set(String(key), { value: text, until: side.now() + lifetime * 1000 });
    if (items.size > ITEM_LIMIT)
      for (const old of [...items.keys()].slice(0, EVICTED)) items.delete(old);
  };
  return built(side, 'Cache', {
    get(key: string) {
      touch('get');
      const value = read(String(key));
      gate.answered(value);
      return value;
    },
    getAll(keys: readonly string[]) {
      touch('getAll');
      const found = new realm.Object() as Record<string, string>;
      for (const key of keys) {
        const value = read(String(key));
        if (value !== null) found[String(key)] = value;
      }
      return found;
    },
    put(key: string, value: string, expirationInSeconds?: number) {
      touch('put');
      put(key, value, expirationInSeconds);
    },
    putAll(values: Readonly<Record<string, string>>, expirationInSeconds?: number) {
      touch('putAll');
      for (const [key, value] of Object.entries(values)) put(key, value, expirationInSeconds);
    },
    remove(key: string) {
      touch('remove');
      items.delete(String(key));
    },
    removeAll(keys: readonly string[]) {
      touch('removeAll');
      for (const key of keys) items.delete(String(key));
    },
  });
}

/** Texts that may vanish at any time. */
export function cacheService(side: ServiceSide): object {
  const of = (method: string, scope: string) => () => {
    side.gate.call('navigate', `CacheService.${method}`);
    return cache(side, scope);
  };
  return built(side, 'CacheService', {
    getDocumentCache: of('getDocumentCache', 'document'),
    getScriptCache: of('getScriptCache', 'script'),
    getUserCache: of('getUserCache', `user:${side.acting.runAs}`),
  });
}
