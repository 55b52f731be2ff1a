import { addDays } from './dealLife';
import type { SampleTeam } from './sampleTeam';
import { COLUMNS, type Column, VOCABULARY } from './vocabulary';

/** Days that the sample team lives in the sheet itself, after its older history was brought in. */
export const LIVED_DAYS = 8;

type Facts = Partial<Record<Column, string>>;

/** Something that one of the team does in the sheet on a day (from 0). */
export type Deed = { readonly day: number; readonly as: string } & (
  | {
      readonly kind: 'typed';
      readonly deal: string;
      readonly facts: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'new'; readonly facts: Readonly<Record<string, string>> }
  | { readonly kind: 'call'; readonly name: string; readonly request: unknown }
);

/**
 * What the team did in its last days: moves that passed, moves that were held until a fact was
 * there, close dates pushed out, calls logged, a loss, a deal parked, an override, new deals.
 */
export function lastWeeks(team: SampleTeam, language: 'en' | 'zh', start: string): readonly Deed[] {
  const words = VOCABULARY[language];
  const { stages } = words;
  const [manager] = team.team;
  const picked = picker(team, words.headers.stage, stages);
  const typed = (day: number, deal: Picked | undefined, facts: Facts): Deed[] =>
    deal === undefined
      ? []
      : [{ kind: 'typed', day, as: deal.owner, deal: deal.id, facts: named(facts, words.headers) }];
  const logged = (day: number, deal: Picked | undefined, kind: string, note: string): Deed[] =>
    deal === undefined
      ? []
      : [
          {
            kind: 'call',
            day,
            as: deal.owner,
            name: 'logActivity',
            request: { id: deal.id, kind, note },
          },
        ];

  const first = picked('qualification', 2);
  const second = picked('qualification', 7);
  const asked = picked('needs', 1);
  const offered = picked('proposal', 2);
  const slipping = picked('proposal', 5);
  const signing = picked('negotiation', 0);
  const lost = picked('needs', 6);
  const parked = picked('qualification', 12);
  const skipped = picked('proposal', 8);
  const later = (months: number) => addDays(start, 20 + 31 * months);
  const [pain = ''] = words.pains;
  const [note = '', , visit = ''] = words.nextSteps[1] ?? [];

  return [
    ...typed(0, first, { customerFits: 'TRUE', needConfirmed: 'TRUE', stage: stages.needs }),
    // Too early: held, and made once the contract is there.
    ...typed(0, signing, { stage: stages.won }),
    ...typed(0, slipping, { closeDate: later(1) }),
    ...logged(0, offered, 'Call', note),
    ...typed(2, signing, { termsAgreed: 'TRUE', contractSigned: 'TRUE', stage: stages.won }),
    ...typed(2, asked, {
      decisionMaker: 'TRUE',
      pain,
      budgetConfirmed: 'TRUE',
      amount: language === 'zh' ? '180000' : '24000',
      stage: stages.proposal,
    }),
    ...logged(2, asked, 'Meeting', visit),
    ...typed(4, slipping, { closeDate: later(2) }),
    ...typed(4, second, { stage: stages.proposal }),
    ...typed(4, lost, { lostReason: words.lostReasons[2] ?? '', stage: stages.lost }),
    ...typed(4, parked, { revisitOn: addDays(start, 60), stage: stages.nurture }),
    ...typed(6, slipping, { closeDate: later(3) }),
    ...typed(6, offered, {
      nextStep: words.nextSteps[2]?.[1] ?? '',
      nextStepDate: addDays(start, LIVED_DAYS + 4),
    }),
    ...(skipped === undefined || manager === undefined
      ? []
      : [
          {
            kind: 'call' as const,
            day: 6,
            as: manager.address,
            name: 'moveDeals',
            request: {
              ids: [skipped.id],
              to: stages.negotiation,
              override: true,
              reason: words.overrideReason,
            },
          },
        ]),
    ...newDeals(team, words.headers, stages.qualification, words.newDeals),
  ];
}

interface Picked {
  readonly id: string;
  readonly owner: string;
}

/** Finds the n-th deal in a stage; undefined when there are not so many. */
function picker(
  { deals, team }: SampleTeam,
  stageHeader: string,
  stages: Readonly<Record<string, string>>,
) {
  const at = deals.headers.indexOf(stageHeader);
  const [idAt, ownerAt] = [COLUMNS.indexOf('id'), COLUMNS.indexOf('owner')];
  return (stage: string, n: number): Picked | undefined => {
    const row = deals.rows.filter((cells) => cells[at] === stages[stage])[n];
    const owner = team.find(({ name }) => name === row?.[ownerAt]);
    if (row === undefined || owner === undefined) return undefined;
    return { id: row[idAt] ?? '', owner: owner.address };
  };
}

function named(facts: Facts, headers: Readonly<Record<Column, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).map(([column, value]) => [headers[column as Column], value]),
  );
}

function newDeals(
  { team }: SampleTeam,
  headers: Readonly<Record<Column, string>>,
  stage: string,
  names: readonly string[],
): Deed[] {
  const [, ...reps] = team;
  return names.flatMap((deal, at): Deed[] => {
    const owner = reps[at % reps.length];
    if (owner === undefined) return [];
    const facts = named({ deal, owner: owner.name, stage }, headers);
    return [{ kind: 'new', day: 6, as: owner.address, facts }];
  });
}
