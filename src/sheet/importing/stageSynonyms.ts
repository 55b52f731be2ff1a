import { normalLabel, type StageKind } from '../../domain/pipeline';
import { isErrorText } from '../cellText';

/** What a stage's name tells: its kind, and for an open one where it usually stands. */
export interface StageSense {
  readonly kind: StageKind;
  /** Ascending along a usual sale; stages of one rank are the same step under two names. */
  readonly rank: number;
}

/** Nobody calls a stage by a longer text. */
const MOST = 200;

/**
 * A stage's name as it is compared: "OfferSent", "offer_sent" and "3. Offer sent (40%)" are the same.
 * `''` for a text that is too long for a name, and for the error of a formula.
 */
export function stageText(label: string): string {
  if (label.length > MOST || isErrorText(label.trim())) return '';
  const plain = normalLabel(label.normalize('NFKC').replace(/([a-z])([A-Z][a-z])/g, '$1 $2'))
    .replace(/\(?\d{1,3}\s*%\)?/g, ' ')
    .replace(/[_\-–—./\\:;,|>→()[\]'"“”‘’]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/([\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, '$1')
    .trim();
  const withoutNumber = plain
    .replace(/^(?:s|stage|phase|step|阶段)?\s?\d{1,2}[\s.、:)]+(?=\S)/, '')
    .trim();
  return withoutNumber === '' ? (plain === '' ? normalLabel(label) : plain) : withoutNumber;
}

/** The number that orders a stage's name, in lists such as "1. Lead", "02 - Demo", "Offer (40%)"; else `null`. */
export function leadingNumber(label: string): number | null {
  const percent = /(?<![\d.,])(\d{1,3})\s*[%％]/.exec(label);
  if (percent !== null) return Number(percent[1]);
  const found = /^\s*(?:s|stage|phase|step|阶段)?\s?(\d{1,2})(?!\d)\s*[.\-、:)_–— ]+\s*\S/i.exec(
    label.normalize('NFKC'),
  );
  return found === null ? null : Number(found[1]);
}

/** Looks alike, means "not yet": 待成交, 未成交, 预计成交. */
const NOT_YET = /待|未|预计|即将|拟|准备|可能/;

const CLOSED: ReadonlyArray<readonly [StageKind, RegExp]> = [
  [
    'nurture',
    /\b(nurtur\w*|on hold|hold|paused?|postponed|deferred|recycled?|dormant|parked|long ?term|future|not now|snoozed)\b|培育|培养|暂缓|搁置|暂停|长期跟进|休眠|储备|冻结|延期/,
  ],
  [
    'lost',
    /\b(lost|loss|lose|dead|disqualified|unqualified|not qualified|rejected|declined|denied|refused|cancel\w*|abandon\w*|no decision|no sale|failed|dropped|withdrawn|churned|junk|closed no|unsuccessful|verloren|abgesagt|perdue?|perdid[oa]|perso)\b|输单|丢单|战败|失败|流失|未中标|无效|放弃|作废|终止|取消|落标|未成交|拒绝|关闭输|失单/,
  ],
  [
    'won',
    /\b(won|win|closed win|signed|sold|success|successful|booked|converted|order received|ordered|paid|closed yes|gewonnen|ganad[oa]|vinto|ganho)\b|gagn[ée]e?(?![a-z])|赢单|成交|签单|中标|赢得|已签约|已签|成功|已下单|已回款/,
  ],
];

const OPEN: ReadonlyArray<readonly [number, RegExp]> = [
  // Longer or surer words first: "Proposal review" is a proposal, "contract negotiation" a negotiation.
  [20, /\b(qualif\w*|mql|sql|sal)\b|资格|立项|商机确认|有效线索|线索确认|客户验证|筛选/],
  [50, /\b(negotiat\w*|objection\w*|commercials?|terms|bargain\w*)\b|谈判|议价|商务/],
  [10, /\b(prospect\w*|suspect\w*|target\w*|identif\w*)\b|潜在|目标客户|意向/],
  [
    15,
    /\b(engag\w*|contact\w*|appointment\w*|meeting\w*|approach\w*|outreach|connect\w*|intro\w*|reached|call\w*|visit\w*)\b|接触|接洽|拜访|初步沟通|初次沟通|联系|沟通/,
  ],
  [
    35,
    /\b(demo\w*|presentation\w*|trial\w*|poc|proof of concept|pilot\w*|sampl\w*|test\w*|evaluat\w*|technical\w*|validat\w*|specification\w*|shortlist\w*)\b|演示|试用|样品|测试|验证|评估|技术|试点|poc/,
  ],
  [
    25,
    /\b(needs?|discover\w*|analys\w*|assess\w*|diagnos\w*|scoping|requirements?|explor\w*|research\w*|consult\w*|decision makers?)\b|需求|调研|挖掘|诊断|痛点/,
  ],
  [
    60,
    /\b(contract\w*|legal|procurement|approv\w*|verbal\w*|commit\w*|signature|signing|sign|purchase order|po|closing|redlin\w*|final\w*|paperwork)\b|合同|签约|签订|审批|采购|法务|待成交|即将成交|盖章/,
  ],
  [
    40,
    /\b(propos\w*|quot\w*|offer\w*|bid\w*|tender\w*|estimate\w*|rfp|rfq|solution\w*|value prop\w*|pricing)\b|方案|报价|投标|招标|标书|解决方案/,
  ],
  [70, /\b(onboard\w*|implement\w*|deliver\w*|install\w*|activat\w*)\b|交付|实施|启动|上线|安装/],
  [
    5,
    /\b(leads?|new|inquir\w*|enquir\w*|incoming|inbound|raw|open|unassigned|submitted|received|application|created|draft|backlog)\b|线索|询盘|新建|新增|咨询|初步|待分配|待跟进/,
  ],
];

/** What a stage's name tells in either language; `null` when it tells nothing. */
export function senseOf(label: string): StageSense | null {
  const text = stageText(label);
  for (const [kind, pattern] of CLOSED) {
    if (!pattern.test(text)) continue;
    if (kind === 'won' && NOT_YET.test(text)) continue;
    return { kind, rank: kind === 'won' ? 100 : kind === 'lost' ? 110 : 120 };
  }
  for (const [rank, pattern] of OPEN) if (pattern.test(text)) return { kind: 'open', rank };
  // "Closed" alone says that it ended; most teams that write so mean a sale.
  if (/^(closed?|complete\w*|done|finished|结单|已结单|完成|关闭|已关闭)$/.test(text)) {
    return { kind: 'won', rank: 100 };
  }
  return null;
}

/** What a cell of an outcome column says; `''` for still open, `null` when it says nothing known. */
export function outcomeSense(text: string): 'won' | 'lost' | 'nurture' | '' | null {
  const plain = stageText(text);
  if (/^(true|yes|y|1|是|对)$/.test(plain)) return 'won';
  if (/^(false|no|n|0|否)$/.test(plain)) return '';
  if (
    /^(open|opened|in progress|active|ongoing|pending|running|current|live|working|new|进行中|跟进中|未结|在跟|推进中|打开|待定|未关闭|跟进)$/.test(
      plain,
    )
  ) {
    return '';
  }
  const sense = senseOf(text);
  return sense === null || sense.kind === 'open' ? null : sense.kind;
}
