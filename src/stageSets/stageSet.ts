import type { Must } from '../domain/criterion';
import type { StandardField } from '../domain/fact';
import type { Category, StageKey, StageKind } from '../domain/pipeline';

/** The same words in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

export interface StageOfSet {
  readonly key: StageKey;
  readonly label: Bilingual;
  readonly kind: StageKind;
  readonly chance: number | null;
  /** Days after which a deal counts as stalled until the team's own history tells; not written to the tab. */
  readonly defaultLimit: number | null;
  readonly category: Category | null;
  readonly todo: Bilingual;
}

/** A column that a set's criteria ask for; it stands in Deals between Source and Win chance. */
export interface FieldOfSet {
  readonly key: string;
  readonly header: Bilingual;
  readonly kind: 'text' | 'number' | 'day' | 'tick';
  readonly note: Bilingual;
}

export interface CriterionOfSet {
  readonly stage: StageKey;
  readonly side: 'entering' | 'leaving';
  /** A standard field, or the key of one of the set's own fields. */
  readonly field: StandardField | { readonly own: string };
  readonly must: Must;
  readonly group?: string;
  readonly say?: Bilingual;
}

/** A ready-made pipeline: stages, the columns it needs, and what must be true at its gates. */
export interface StageSet {
  readonly key: string;
  readonly name: Bilingual;
  readonly stages: readonly StageOfSet[];
  readonly fields: readonly FieldOfSet[];
  readonly criteria: readonly CriterionOfSet[];
  /** Stages that a new deal may start in; empty means any open stage. */
  readonly startIn: readonly StageKey[];
}
