import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Host } from '../../preview/google/host';
import { DIST } from '../../scripts/build';
import { saved } from '../app/desk';
import { OWNER } from '../support/standIn';
import { tryAll } from './budget';
import { anyNumber, anyText, anyValue } from './rubbish';
import { aBusyPipeline, changedTabs, formulasIn, type Seen, seen } from './world';

/**
 * A page cannot send a range, and Google sends none that is no range; but what Google sends is not
 * documented to the end. So the script is asked from within, with an event that looks like one.
 */
const FROM_WITHIN = `
function editLike(text) {
  const event = JSON.parse(text);
  const sheets = SpreadsheetApp.getActiveSpreadsheet().getSheets();
  const range = event.range;
  if (range !== null && typeof range === 'object') {
    const sheet = sheets[Math.abs(event.sheet) % sheets.length];
    range.getSheet = () => sheet;
    for (const name of ['getRow', 'getColumn', 'getNumRows', 'getNumColumns']) {
      const answer = event[name];
      range[name] = () => answer;
    }
  }
  onEdit(event);
}`;

const source = readFileSync(join(DIST, 'Code.js'), 'utf8') + FROM_WITHIN;

function aListeningPipeline(): Host {
  return Host.load(JSON.parse(saved(aBusyPipeline())), { source });
}

const corner = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 60 }) },
  anyNumber,
  anyText,
);
const count = fc.integer({ min: 1, max: 30 });

const anEvent = fc.record({
  // The first tab is Deals.
  sheet: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(30) }),
  range: fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record(
        { rowStart: corner, rowEnd: corner, columnStart: corner, columnEnd: corner },
        { requiredKeys: [] },
      ),
    },
    { weight: 1, arbitrary: anyValue },
  ),
  getRow: count,
  getColumn: count,
  getNumRows: count,
  getNumColumns: count,
  value: anyValue,
  oldValue: anyValue,
  user: anyValue,
  authMode: fc.oneof(fc.constant('LIMITED'), anyValue),
});

/** The reads of an edit with nothing cached, and of the check for edits that Google lost. */
const MOST = { read: 30, write: 6 } as const;

class Listener {
  private before: Seen;

  constructor(private readonly host: Host) {
    this.before = seen(host);
  }

  hears(name: string, event: unknown): void {
    const run = this.host.call(OWNER, name, [event]);
    expect([run.error, run.stopped]).toEqual([undefined, undefined]);
    expect(run.calls.read).toBeLessThanOrEqual(MOST.read);
    expect(run.calls.write).toBeLessThanOrEqual(MOST.write);
    const after = seen(this.host);
    // Nobody has changed a cell: there is nothing to judge, whatever the event says.
    expect(changedTabs(this.before, after)).toEqual([]);
    expect(formulasIn(this.host)).toEqual([]);
    this.before = after;
  }
}

test('an event is a hint: whatever it says, only cells count, and nobody touched any', () => {
  const step = fc.oneof(
    { weight: 3, arbitrary: anEvent.map((event) => ['editLike', JSON.stringify(event)] as const) },
    { weight: 1, arbitrary: anyValue.map((event) => ['onEdit', event] as const) },
    { weight: 1, arbitrary: anyValue.map((event) => ['onOpen', event] as const) },
  );
  tryAll('events', 20, {
    step,
    begin: () => new Listener(aListeningPipeline()),
    take: (listener, [name, event]) => listener.hears(name, event),
  });
}, 3_600_000);
