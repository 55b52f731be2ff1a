import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Layer } from '../../../preview/google/book/layer';

const SIZE = 8;
type Model = (string | undefined)[][];

const line = fc.integer({ min: 1, max: SIZE });
const count = fc.integer({ min: 1, max: 3 });
const step = fc.oneof(
  fc.record({
    do: fc.constant('fill' as const),
    at: line,
    to: line,
    column: line,
    value: fc.constantFrom('a', 'b', undefined),
  }),
  fc.record({
    do: fc.constantFrom('insertRows' as const, 'insertColumns' as const),
    at: line,
    count,
    like: fc.option(line),
  }),
  fc.record({
    do: fc.constantFrom('deleteRows' as const, 'deleteColumns' as const),
    at: line,
    count,
  }),
  fc.record({ do: fc.constant('moveColumns' as const), at: line, count, to: line }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function apply(layer: Layer<string>, model: Model, one: Step): Model {
  switch (one.do) {
    case 'fill': {
      const [from, to] = [Math.min(one.at, one.to), Math.max(one.at, one.to)];
      layer.fill({ row: from, column: one.column, rows: to - from + 1, columns: 1 }, one.value);
      return model.map((row, r) =>
        row.map((cell, c) => (r + 1 >= from && r < to && c + 1 === one.column ? one.value : cell)),
      );
    }
    case 'insertRows': {
      layer.insertRows(one.at, one.count, one.like);
      const like = one.like === null ? [] : (model[one.like - 1] ?? []);
      const added = Array.from({ length: one.count }, () =>
        Array.from({ length: 40 }, (_, c) => like[c]),
      );
      return [...model.slice(0, one.at - 1), ...added, ...model.slice(one.at - 1)];
    }
    case 'insertColumns': {
      layer.insertColumns(one.at, one.count, one.like);
      return model.map((row) => {
        const added = Array.from({ length: one.count }, () =>
          one.like === null ? undefined : row[one.like - 1],
        );
        return [...row.slice(0, one.at - 1), ...added, ...row.slice(one.at - 1)];
      });
    }
    case 'deleteRows':
      layer.deleteRows(one.at, one.count);
      return [...model.slice(0, one.at - 1), ...model.slice(one.at - 1 + one.count)];
    case 'deleteColumns':
      layer.deleteColumns(one.at, one.count);
      return model.map((row) => [
        ...row.slice(0, one.at - 1),
        ...row.slice(one.at - 1 + one.count),
      ]);
    case 'moveColumns': {
      if (one.to > one.at && one.to < one.at + one.count) return model;
      layer.moveColumns(one.at, one.count, one.to);
      const target = one.to > one.at ? one.to - one.count : one.to;
      return model.map((row) => {
        const rest = row.slice();
        const moved = rest.splice(one.at - 1, one.count);
        rest.splice(target - 1, 0, ...moved);
        return rest;
      });
    }
  }
}

test('runs of equal values say the same as a plain grid, whatever is filled, inserted, deleted or moved', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const layer = new Layer<string>();
      let model: Model = Array.from({ length: 40 }, () =>
        Array.from({ length: 40 }, () => undefined),
      );
      for (const one of steps) model = apply(layer, model, one);
      const saved = Layer.fromJSON(JSON.parse(JSON.stringify(layer)), String);
      const wanted = model.slice(0, SIZE + 4).map((row) => row.slice(0, SIZE + 4));
      const read = (from: Layer<string>) =>
        wanted.map((row, r) => row.map((_, c) => from.get(r + 1, c + 1)));
      expect(read(layer)).toEqual(wanted);
      expect(read(saved)).toEqual(wanted);
    }),
    { numRuns: 300 },
  );
});

test('rows put in another order carry their values, and the rows around them keep theirs', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'b', undefined), { minLength: 8, maxLength: 8 }),
      fc.integer({ min: 1, max: 5 }),
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
      (column, row, order) => {
        const layer = new Layer<string>();
        column.forEach((value, i) => {
          layer.fill({ row: i + 1, column: 1, rows: 1, columns: 1 }, value);
        });
        layer.permute({ row, column: 1, rows: 4, columns: 1 }, order);
        const wanted = column.slice();
        order.forEach((from, i) => {
          wanted[row - 1 + i] = column[row - 1 + from];
        });
        expect(column.map((_, i) => layer.get(i + 1, 1))).toEqual(wanted);
        layer.fill({ row: 1, column: 1, rows: 8, columns: 1 }, 'a');
        expect(layer.toJSON().columns[0]).toHaveLength(4);
      },
    ),
  );
});

test('formatting a column of 200,000 rows is one run, and a reader finds each row', () => {
  const layer = new Layer<string>();
  layer.fill({ row: 2, column: 3, rows: 199_999, columns: 1 }, 'yyyy-mm-dd');
  expect(layer.toJSON().columns[2]).toHaveLength(6);
  const at = layer.reader(3)!;
  expect([at(1), at(2), at(200_000), at(200_001), at(2)]).toEqual([
    undefined,
    'yyyy-mm-dd',
    'yyyy-mm-dd',
    undefined,
    'yyyy-mm-dd',
  ]);
});
