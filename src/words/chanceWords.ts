import type { ChanceSource } from '../domain/forecast/chances';
import type { Evidence } from '../domain/forecast/evidence';
import type { Language } from './language';
import { numberText } from './numberText';

/** Why a win chance is what it is. */
interface ChanceWords {
  readonly evidence: (told: Evidence, stage: string) => string;
  readonly source: Readonly<Record<ChanceSource, string>>;
}

const CHANCE_WORDS: Readonly<Record<Language, ChanceWords>> = {
  en: {
    evidence: (told, stage) => {
      const deals = told.deals === 1 ? '1 deal' : `${numberText(told.deals)} deals`;
      const won = `${numberText(told.won)} ${told.won === 1 ? 'was' : 'were'} won`;
      return `Of ${deals} that sat ${daysInEnglish(told)} in ${stage}, ${won} within ${told.withinDays} days.`;
    },
    source: {
      override: 'Typed for this deal.',
      learned: 'Learned from the history of this stage.',
      default: 'The default of the stage: there is not enough history yet.',
    },
  },
  zh: {
    evidence: (told, stage) =>
      `在“${stage}”停留 ${daysInChinese(told)}的 ${numberText(told.deals)} 个商机中，${numberText(told.won)} 个在 ${told.withinDays} 天内赢单。`,
    source: {
      override: '此商机手工填写的概率。',
      learned: '根据该阶段的历史得出。',
      default: '阶段的默认概率：历史还不够。',
    },
  },
};

function daysInEnglish({ fromDay, toDay }: Evidence): string {
  if (toDay === null) return `${fromDay} days or longer`;
  if (fromDay !== toDay) return `${fromDay} to ${toDay} days`;
  return fromDay === 1 ? '1 day' : `${fromDay} days`;
}

function daysInChinese({ fromDay, toDay }: Evidence): string {
  if (toDay === null) return `${fromDay} 天以上`;
  return fromDay === toDay ? `${fromDay} 天` : `${fromDay} 至 ${toDay} 天`;
}

/** "Of 412 deals that sat 14 to 27 days in Proposal, 61 were won within 28 days." */
export function evidenceText(evidence: Evidence, stage: string, language: Language): string {
  return CHANCE_WORDS[language].evidence(evidence, stage);
}

/** Where a chance comes from, for one without counts. */
export function sourceText(source: ChanceSource, language: Language): string {
  return CHANCE_WORDS[language].source[source];
}
