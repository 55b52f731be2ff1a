/** The address of whoever acts, in lower case; `''` where Google hides it (most simple triggers). */
export function activeAddress(): string {
  return Session.getActiveUser().getEmail().toLowerCase();
}

/** The address that the script runs as: a trigger's creator, else whoever acts. */
export function runningAddress(): string {
  return Session.getEffectiveUser().getEmail().toLowerCase();
}

/** The acting person's locale, `'en'` or `'zh_CN'`; known even where the address is hidden. */
export function userLocale(): string {
  return Session.getActiveUserLocale();
}
