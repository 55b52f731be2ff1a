/** Small texts kept with the document. Values are at most 9 KB each (Google's quota page). */
export const documentStore = {
  get: (key: string): string | null => PropertiesService.getDocumentProperties().getProperty(key),
  set: (key: string, value: string): void => {
    PropertiesService.getDocumentProperties().setProperty(key, value);
  },
  remove: (key: string): void => {
    PropertiesService.getDocumentProperties().deleteProperty(key);
  },
};

const CACHE_LIMIT = 100_000;

/** Texts that may vanish at any time, kept for at most `seconds`. Longer ones than Google takes are not kept. */
export const documentCache = {
  get: (key: string): string | null => CacheService.getDocumentCache()?.get(key) ?? null,
  put: (key: string, value: string, seconds: number): void => {
    if (value.length * 3 > CACHE_LIMIT && byteLength(value) > CACHE_LIMIT) return;
    CacheService.getDocumentCache()?.put(key, value, seconds);
  },
  remove: (key: string): void => CacheService.getDocumentCache()?.remove(key),
};

/** UTF-8 length: Google counts the cache's limit in bytes. */
function byteLength(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
  }
  return bytes;
}
