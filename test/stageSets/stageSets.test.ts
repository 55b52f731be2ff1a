import { expect, test } from '@jest/globals';
import { findHeaders } from '../../src/sheet/headers';
import { layoutOf } from '../../src/sheet/layout';
import { defaultLimits, STAGE_SETS, stageSetOf } from '../../src/stageSets/allStageSets';
import { LANGUAGES } from '../../src/words/language';

test.each(STAGE_SETS.map((set) => [set.key, set] as const))(
  '%s has open stages, one won, one lost and one nurture stage, in this order',
  (_, set) => {
    const kinds = set.stages.map((stage) => stage.kind);
    expect(kinds).toEqual(['open', 'open', 'open', 'open', 'won', 'lost', 'nurture']);
  },
);

test.each(STAGE_SETS.map((set) => [set.key, set] as const))(
  'in %s chances rise from stage to stage up to 1',
  (_, set) => {
    const chances = set.stages.slice(0, 5).map((stage) => stage.chance ?? -1);
    expect(chances).toEqual([...chances].sort((a, b) => a - b));
    expect(chances[4]).toBe(1);
  },
);

test.each(STAGE_SETS.map((set) => [set.key, set] as const))(
  'in %s every open stage asks for something, and for what it names',
  (_, set) => {
    const keys = new Set(set.stages.map((stage) => stage.key));
    const own = new Set(set.fields.map((field) => field.key));
    for (const { stage, field } of set.criteria) {
      expect(keys).toContain(stage);
      if (typeof field === 'object') expect(own).toContain(field.own);
    }
    const asked = new Set(set.criteria.map((criterion) => criterion.stage));
    for (const stage of set.stages.slice(0, 5)) expect(asked).toContain(stage.key);
    const used = set.criteria.flatMap(({ field }) =>
      typeof field === 'object' ? [field.own] : [],
    );
    expect(new Set(used)).toEqual(own);
  },
);

test.each(STAGE_SETS.map((set) => [set.key, set] as const))(
  'the columns of %s stand between Source and Win chance and collide with no other',
  (_, set) => {
    for (const language of LANGUAGES) {
      const { columns } = layoutOf('deals', language, set);
      const keys = columns.map((column) => column.key);
      const first = keys.indexOf('source') + 1;
      expect(keys.slice(first, first + set.fields.length)).toEqual(
        set.fields.map((field) => `own:${field.header[language]}`),
      );
      expect(keys[first + set.fields.length]).toBe('winChance');
      const headers = findHeaders('deals', [columns.map((column) => column.header)]);
      expect(headers?.problems).toEqual([]);
    }
  },
);

test('open stages of different sets have different keys, so that default limits are told apart', () => {
  const keys = STAGE_SETS.flatMap((set) =>
    set.stages.filter((stage) => stage.kind === 'open').map((stage) => stage.key),
  );
  expect(new Set(keys).size).toBe(keys.length);
  expect(Object.keys(defaultLimits()).sort()).toEqual([...keys].sort());
});

test('a set is found by its key', () => {
  expect(stageSetOf('saas')?.name.en).toBe('SaaS');
  expect(stageSetOf('circus')).toBeUndefined();
});
