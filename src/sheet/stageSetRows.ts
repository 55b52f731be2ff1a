import type { Criterion } from '../domain/criterion';
import type { Field } from '../domain/fact';
import type { Stage } from '../domain/pipeline';
import type { FieldOfSet, StageSet } from '../stageSets/stageSet';
import type { Language } from '../words/language';

/** A stage set's stages, worded in one language. */
export function stagesOfSet(set: StageSet, language: Language): readonly Stage[] {
  return set.stages.map((stage) => ({
    key: stage.key,
    label: stage.label[language],
    aliases: [],
    kind: stage.kind,
    chance: stage.chance,
    limitDays: null,
    category: stage.category,
    todo: stage.todo[language],
  }));
}

/** The field that a set's own column is in one language. */
export function fieldOfSet(field: FieldOfSet, language: Language): Field {
  return `own:${field.header[language]}`;
}

/** A stage set's criteria, worded in one language. */
export function criteriaOfSet(set: StageSet, language: Language): readonly Criterion[] {
  const own = new Map(set.fields.map((field) => [field.key, fieldOfSet(field, language)]));
  const fieldNamed = (field: Field | { readonly own: string }): Field => {
    if (typeof field === 'string') return field;
    const found = own.get(field.own);
    if (found === undefined) throw new Error(`${set.key} has no column ${field.own}`);
    return found;
  };
  return set.criteria.map((criterion) => ({
    stage: criterion.stage,
    side: criterion.side,
    field: fieldNamed(criterion.field),
    must: criterion.must,
    group: criterion.group ?? '',
    say: criterion.say?.[language] ?? '',
  }));
}
