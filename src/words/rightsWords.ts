import type { Language } from './language';

/** How the ledger tells of rights that changed. */
export interface RightsWords {
  readonly mayOverride: (name: string) => string;
  readonly mayNoLonger: (name: string) => string;
  readonly mailOutside: string;
  readonly mailInside: string;
  readonly mailAlsoTo: (address: string) => string;
  readonly mailNoLongerTo: (address: string) => string;
}

export const RIGHTS_WORDS: Readonly<Record<Language, RightsWords>> = {
  en: {
    mayOverride: (name) => `${name} may override gates now`,
    mayNoLonger: (name) => `${name} may no longer override gates`,
    mailOutside: 'mail may go to anybody now',
    mailInside: 'mail may go to the team and the addresses in Settings only',
    mailAlsoTo: (address) => `mail may go to ${address} now`,
    mailNoLongerTo: (address) => `mail may no longer go to ${address}`,
  },
  zh: {
    mayOverride: (name) => `${name} 现在可以越过关卡`,
    mayNoLonger: (name) => `${name} 不能再越过关卡`,
    mailOutside: '邮件现在可以发给任何人',
    mailInside: '邮件只能发给团队成员和“设置”中的地址',
    mailAlsoTo: (address) => `邮件现在可以发给 ${address}`,
    mailNoLongerTo: (address) => `邮件不能再发给 ${address}`,
  },
};
