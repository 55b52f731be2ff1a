import { expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import { aPipeline, at, does, everything, letter, lifeOf, newDeal, sweeps } from './desk';

function columnOf(host: Host, header: string): string {
  return letter(host.names().column(host.names().tab('Deals'), header).column);
}

function typesIn(host: Host, header: string, row: number, text: string): void {
  does(host, { edit: { tab: 'Deals', range: at(host, header, row), values: [[text]] } });
}

const FORMULAS = {
  text: (id: string) => `=IF(${id}3="","not checked yet","checked")`,
  'number that goes': (id: string) => `=IF(${id}3="",7,"")`,
};

test.each(Object.entries(FORMULAS))(
  'a formula that looks at the ID, a %s, keeps neither its own deal nor any other from being noted',
  (_, formula) => {
    const host = aPipeline();
    newDeal(host, 'Mill');
    typesIn(host, 'Next step', 3, formula(columnOf(host, 'ID')));
    typesIn(host, 'Deal', 3, 'Dam');
    expect(lifeOf(host, 'Dam')[0]).toBe('created: Qualification');
    does(host, {
      apiWrite: { tab: 'Deals', range: at(host, 'Stage', 2), values: [['Needs analysis']] },
    });
    sweeps(host);
    expect(lifeOf(host, 'Mill')).toEqual([
      'created: Qualification',
      'held: Qualification -> Needs analysis',
    ]);
    sweeps(host);
    const settled = everything(host);
    sweeps(host);
    expect(everything(host)).toEqual(settled);
  },
);
