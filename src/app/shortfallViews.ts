import type { Must } from '../domain/criterion';
import type { Fact, Field } from '../domain/fact';
import type { Shortfall } from '../domain/gate';
import type { ShortfallView } from '../rpc';
import type { DealRow } from '../sheet/dealsTab';
import { type Headers, headerOf } from '../sheet/headers';
import { shortfallText } from '../words/gates';
import type { OpenPipeline } from './openPipeline';
import { namesIn } from './wording';

/** Shortfalls as a page shows them: worded, each with the control that fills it. */
export function shortfallViews(
  open: OpenPipeline,
  headers: Headers<'deals'>,
  row: DealRow,
  shortfalls: readonly Shortfall[],
): ShortfallView[] {
  const names = namesIn(open, headers);
  return shortfalls.map((shortfall) => {
    const message = shortfallText(shortfall, open.language, names);
    const field = fieldOf(shortfall);
    if (field === null) return { field: '', message, control: 'none', choices: [], value: null };
    return {
      field: headerOf(field, open.language, headers),
      message,
      ...controlOf(open, field, shortfall),
      value: typedValue(row.facts(field)),
    };
  });
}

function fieldOf(shortfall: Shortfall): Field | null {
  if (shortfall.kind === 'needs') return shortfall.field;
  if (shortfall.kind !== 'criterion') return null;
  const { kind } = shortfall.must;
  return kind === 'activities' || kind === 'taskDone' ? null : shortfall.field;
}

type Control = Pick<ShortfallView, 'control' | 'choices'>;

function controlOf(open: OpenPipeline, field: Field, shortfall: Shortfall): Control {
  const { settings } = open.configuration;
  if (field === 'lostReason') return { control: 'choice', choices: [...settings.lostReasons] };
  if (field === 'cause') return { control: 'choice', choices: [...settings.causes] };
  if (field === 'owner') {
    const names = open.configuration.team
      .map((member) => member.name)
      .filter((name) => name !== '');
    return names.length > 0 ? { control: 'choice', choices: names } : free('text');
  }
  if (field === 'amount' || field === 'winChance') return free('number');
  if (['closeDate', 'nextStepDate', 'revisitOn', 'planDue'].includes(field)) return free('date');
  return shortfall.kind === 'criterion' ? controlFor(shortfall.must) : free('text');
}

function free(control: ShortfallView['control']): Control {
  return { control, choices: [] };
}

function controlFor(must: Must): Control {
  switch (must.kind) {
    case 'isTicked':
      return free('tick');
    case 'atLeast':
    case 'atMost':
      return free('number');
    case 'isDate':
    case 'afterToday':
    case 'beforeToday':
    case 'afterField':
      return free('date');
    case 'oneOf':
      return { control: 'choice', choices: [...must.texts] };
    default:
      return free('text');
  }
}

function typedValue(fact: Fact): ShortfallView['value'] {
  if (fact === null) return null;
  switch (fact.kind) {
    case 'text':
      return fact.text;
    case 'number':
      return fact.number;
    case 'tick':
      return fact.ticked;
    case 'day':
      return fact.day;
    case 'unreadable':
      return fact.typed;
  }
}
