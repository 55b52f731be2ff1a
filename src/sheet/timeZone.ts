/** Whether the engine knows a time zone of this name, such as `'Asia/Shanghai'`; where it cannot tell, no. */
export function isTimeZone(name: string): boolean {
  if (typeof Intl === 'undefined' || !/^[A-Za-z][\w+/-]{1,63}$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
