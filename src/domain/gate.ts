import type { Criterion, Must } from './criterion';
import type { Field } from './fact';
import type { StageKey } from './pipeline';

/** An unmet requirement, for words/ to say in the reader's language. */
export type Shortfall =
  | {
      readonly kind: 'criterion';
      readonly stage: StageKey;
      readonly side: 'entering' | 'leaving';
      readonly field: Field;
      readonly must: Must;
      readonly say: string;
      /** The other criteria of its group: any one of them would do instead. */
      readonly orElse: readonly Criterion[];
    }
  /** `asA`: something stands there, and it is none. */
  | { readonly kind: 'needs'; readonly field: Field; readonly asA?: 'day' | 'number' }
  | { readonly kind: 'mayNotSkip'; readonly over: StageKey }
  | { readonly kind: 'mayNotGoBack' }
  /** `startIn`: where it may; empty means any open stage. */
  | {
      readonly kind: 'mayNotStartIn';
      readonly stage: StageKey;
      readonly startIn: readonly StageKey[];
    }
  | { readonly kind: 'unknownStage'; readonly typed: string }
  | { readonly kind: 'mayNotClearStage' }
  /** An override was asked for without saying why. */
  | { readonly kind: 'overrideNeedsReason' };
