import type { Field } from '../domain/fact';
import type { Shortfall } from '../domain/gate';
import { stageEver } from '../domain/pipeline';
import { type Headers, headerOf } from '../sheet/headers';
import { type GateNames, shortfallText } from '../words/gates';
import { clauses } from '../words/marks';
import type { OpenPipeline } from './openPipeline';

/** Fields by their headers and stages by their labels, as this workbook has them. */
export function namesIn(open: OpenPipeline, headers?: Headers<'deals'>): GateNames {
  return {
    fieldName: (field: Field) => headerOf(field, open.language, headers),
    stageName: (key) => stageEver(open.configuration.pipeline, key)?.label ?? key,
  };
}

/** All that is missing, in one line. */
export function whyHeld(
  open: OpenPipeline,
  shortfalls: readonly Shortfall[],
  headers?: Headers<'deals'>,
): string {
  const names = namesIn(open, headers);
  const sentences = shortfalls.map((shortfall) => shortfallText(shortfall, open.language, names));
  return clauses(sentences, open.language);
}
