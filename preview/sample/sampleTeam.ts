import { addDays, type DealLife, dealLife } from './dealLife';
import { Random } from './random';
import { COLUMNS, type Column, VOCABULARY, type Vocabulary } from './vocabulary';

/** A table as a file would hold it. */
export interface SampleTable {
  readonly name: string;
  readonly headers: string[];
  readonly rows: string[][];
  readonly lines: number[];
}

export interface SampleTeam {
  readonly deals: SampleTable;
  readonly history: SampleTable;
  readonly team: Vocabulary['team'];
}

export interface SampleOptions {
  readonly language: 'en' | 'zh';
  /** 'YYYY-MM-DD': everything happened in the year before it. */
  readonly today: string;
  readonly count?: number;
}

const SEED = 20_240_229;
const YEAR = 365;

/** An invented team's deals and how they came to stand where they are; the same for the same day. */
export function sampleTeam({ language, today, count = 200 }: SampleOptions): SampleTeam {
  const words = VOCABULARY[language];
  const random = new Random(SEED);
  const deals: string[][] = [];
  const history: string[][] = [];
  for (let n = 0; n < count; n++) {
    // The team has grown: later months bring more deals.
    const age = Math.round(YEAR * (1 - Math.sqrt((n + random.share()) / count)));
    const life = dealLife(random, addDays(today, -Math.max(1, age)), today);
    const facts = factsOf(random, words, life, today, `D-${1001 + n}`);
    deals.push(COLUMNS.map((column) => facts[column] ?? ''));
    const owner = addressOf(words, facts.owner ?? '');
    life.steps.forEach(({ stage, day }, at) => {
      const from = life.steps[at - 1]?.stage;
      const time = `${day} ${String(random.whole(8, 17)).padStart(2, '0')}:${random.whole(10, 59)}:00`;
      history.push([
        facts.id ?? '',
        from === undefined ? '' : words.stages[from],
        words.stages[stage],
        time,
        owner,
      ]);
    });
  }
  const { history: heads } = words;
  return {
    deals: table(
      'sample deals',
      COLUMNS.map((column) => words.headers[column]),
      // The newest on top: that is where the open ones are.
      deals.reverse(),
    ),
    history: table(
      'sample history',
      [heads.deal, heads.from, heads.to, heads.at, heads.by],
      history.sort((a, b) => (String(a[3]) < String(b[3]) ? -1 : 1)),
    ),
    team: words.team,
  };
}

function table(name: string, headers: string[], rows: string[][]): SampleTable {
  return { name, headers, rows, lines: rows.map((_, at) => at + 2) };
}

function addressOf(words: Vocabulary, name: string): string {
  return words.team.find((member) => member.name === name)?.address ?? '';
}

type Facts = Partial<Record<Column, string>>;

function factsOf(
  random: Random,
  words: Vocabulary,
  life: DealLife,
  today: string,
  id: string,
): Facts {
  const customer = `${random.pick(words.companies)}${words.currency === 'CNY' ? '' : ' '}${random.pick(words.companyKinds)}`;
  const product = random.pick(words.products);
  const contact = random.pick(words.people);
  const closed = life.stage === 'won' || life.stage === 'lost';
  const [, ...reps] = words.team;
  // A first talk often names no amount yet.
  const noAmount = life.reach === 0 && random.chance(0.5);
  const amount = Math.round(random.around(product.price, 2.2) / 100) * 100;
  return {
    id,
    deal: `${customer}${words.currency === 'CNY' ? '' : ' '}${random.pick(words.needs)}`,
    customer,
    contact,
    email: `${id.toLowerCase()}@${words.domain}`,
    phone: `${words.phone}${random.whole(10, 99)}`,
    product: product.name,
    owner: random.pick(random.chance(0.06) ? words.team : reps).name,
    amount: noAmount ? '' : String(amount),
    currency: words.currency,
    stage: words.stages[life.stage],
    source: random.pick(words.sources),
    ...(closed ? { closeDate: life.steps[life.steps.length - 1]?.day ?? '' } : {}),
    ...(closed || life.stage === 'nurture' ? {} : openFacts(random, words, life, today)),
    ...criteriaFacts(random, words, life),
    ...endingFacts(random, words, life, today),
  };
}

/** What an open deal has: an expected close date (some already passed), a next step (some without). */
function openFacts(random: Random, words: Vocabulary, life: DealLife, today: string): Facts {
  const ahead = [75, 50, 30, 14][life.reach] ?? 30;
  const late = random.chance(0.14);
  const close = late ? -random.whole(3, 35) : Math.round(random.around(ahead, 1.9));
  const planned = random.chance(life.daysInStage > 30 ? 0.25 : 0.72);
  return {
    closeDate: random.chance(0.07) ? '' : addDays(today, close),
    nextStep: random.chance(0.12) ? '' : random.pick(words.nextSteps[life.reach] ?? ['']),
    nextStepDate: addDays(today, planned ? random.whole(1, 12) : -random.whole(2, 25)),
  };
}

/** The facts that the gates passed so far asked for, and the start of those that come next. */
function criteriaFacts(random: Random, words: Vocabulary, life: DealLife): Facts {
  const { reach } = life;
  const past = (stage: number) => reach > stage || (reach === stage && random.chance(0.45));
  const tick = (stage: number) => (past(stage) && !random.chance(0.02) ? 'TRUE' : '');
  const demo = life.steps.find(({ stage }) => stage === 'proposal')?.day;
  return {
    customerFits: tick(0),
    needConfirmed: tick(0),
    decisionMaker: tick(1),
    pain: past(1) ? random.pick(words.pains) : '',
    budgetConfirmed: reach >= 2 ? 'TRUE' : tick(1),
    demoHeld: demo !== undefined && past(2) ? addDays(demo, 2) : '',
    valueCaseSent: tick(2),
    termsAgreed: tick(3),
    contractSigned: life.stage === 'won' ? 'TRUE' : '',
  };
}

function endingFacts(random: Random, words: Vocabulary, life: DealLife, today: string): Facts {
  if (life.stage === 'nurture') return { revisitOn: addDays(today, random.whole(5, 120)) };
  if (life.stage === 'lost') {
    const lostReason = random.pick(words.lostReasons);
    return { lostReason, lostNote: lostReason === words.otherReason ? words.otherNote : '' };
  }
  // A few of the deals that stand still have been looked at already.
  if (life.stage === 'won' || life.daysInStage < 40 || !random.chance(0.3)) return {};
  return {
    cause: random.pick(words.causes),
    plan: random.pick(words.plans),
    planDue: addDays(today, random.whole(2, 20)),
  };
}
