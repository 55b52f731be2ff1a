import type { Store } from '../state';
import { built, byteLength, mismatch, type ServiceSide } from './serviceSide';

const VALUE_LIMIT = 9 * 1024;
const STORE_LIMIT = 500 * 1024;

function sizeOf(store: Store): number {
  let size = 0;
  for (const [key, value] of store) size += byteLength(key) + byteLength(value);
  return size;
}

function properties(side: ServiceSide, store: Store): object {
  const { gate, realm } = side;
  const touch = (method: string) => gate.call('properties', `Properties.${method}`);
  const put = (method: string, key: unknown, value: unknown) => {
    if (key === null || key === undefined || value === null || value === undefined) {
      throw mismatch(side, `PropertiesService.Properties.${method}`, [key, value]);
    }
    const text = String(value);
    if (byteLength(text) > VALUE_LIMIT) throw realm.exception('Argument too large: value');
    const before = store.get(String(key));
    store.set(String(key), text);
    if (sizeOf(store) <= STORE_LIMIT) return;
    if (before === undefined) store.delete(String(key));
    else store.set(String(key), before);
    throw realm.exception(
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    );
  };
  const self: object = built(side, 'Properties', {
    getProperty(key: string) {
      touch('getProperty');
      const value = store.get(String(key)) ?? null;
      gate.answered(value);
      return value;
    },
    setProperty(key: string, value: string) {
      touch('setProperty');
      put('setProperty', key, value);
      return self;
    },
    deleteProperty(key: string) {
      touch('deleteProperty');
      store.delete(String(key));
      return self;
    },
    getProperties() {
      touch('getProperties');
      return Object.assign(new realm.Object(), Object.fromEntries(store));
    },
    setProperties(values: Readonly<Record<string, string>>, deleteAllOthers = false) {
      touch('setProperties');
      if (deleteAllOthers) store.clear();
      for (const [key, value] of Object.entries(values)) put('setProperties', key, value);
      return self;
    },
    getKeys() {
      touch('getKeys');
      return realm.Array.from(store.keys());
    },
    deleteAllProperties() {
      touch('deleteAllProperties');
      store.clear();
      return self;
    },
  });
  return self;
}

/** Small texts kept with the document, the script, or the user of it. */
export function propertiesService(side: ServiceSide): object {
  const of = (method: string, scope: string) => () => {
    side.gate.call('navigate', `PropertiesService.${method}`);
    return properties(side, side.state.store(scope));
  };
  return built(side, 'PropertiesService', {
    getDocumentProperties: of('getDocumentProperties', 'document'),
    getScriptProperties: of('getScriptProperties', 'script'),
    getUserProperties: of('getUserProperties', `user:${side.acting.runAs}`),
  });
}
