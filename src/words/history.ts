import type { EntryKind } from '../domain/ledger';
import type { Language } from './language';

/** One line of a deal's history; `from` and `to` are stage labels. */
export interface HistoryWords {
  readonly kind: EntryKind;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

type Sentence = (line: HistoryWords) => string;

const because = (reason: string, colon: string): string => (reason === '' ? '' : colon + reason);

const SENTENCES: Readonly<Record<Language, Readonly<Record<EntryKind, Sentence>>>> = {
  en: {
    created: ({ to }) => (to === '' ? 'Created' : `Created in ${to}`),
    moved: ({ from, to }) => (from === '' ? `In ${to}, as far as known` : `${from} → ${to}`),
    held: ({ from, to, reason }) =>
      `Stayed in ${from}, not ${to || 'moved'}${because(reason, ': ')}`,
    overridden: ({ from, to, reason }) =>
      `${from} → ${to}, gate overridden${because(reason, ': ')}`,
    undone: ({ to }) => `Taken back to ${to}`,
    changed: () => 'Changed',
    deleted: () => 'Row deleted',
    configured: ({ reason }) => reason,
  },
  zh: {
    created: ({ to }) => (to === '' ? '已创建' : `创建于“${to}”`),
    moved: ({ from, to }) => (from === '' ? `据现有记录处于“${to}”` : `${from} → ${to}`),
    held: ({ from, to, reason }) =>
      `留在“${from}”，未进入${to === '' ? '新阶段' : `“${to}”`}${because(reason, '：')}`,
    overridden: ({ from, to, reason }) => `${from} → ${to}，强制放行${because(reason, '：')}`,
    undone: ({ to }) => `已撤回到“${to}”`,
    changed: () => '已修改',
    deleted: () => '行已删除',
    configured: ({ reason }) => reason,
  },
};

/** What happened, in one line. */
export function historyLine(line: HistoryWords, language: Language): string {
  return SENTENCES[language][line.kind](line);
}
