/** 10000 as "10,000": Apps Script's Intl is not relied on. */
export function numberText(number: number): string {
  const [whole = '', fraction] = String(number).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** `dealsText(1) //=> '1 deal'`, in English. */
export function dealsText(deals: number): string {
  return deals === 1 ? '1 deal' : `${numberText(deals)} deals`;
}

/** `percentText(0.456) //=> '46%'` */
export function percentText(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** At most one decimal. `daysText(12.04) //=> '12'` */
export function daysText(days: number): string {
  return numberText(Number(days.toFixed(1)));
}
