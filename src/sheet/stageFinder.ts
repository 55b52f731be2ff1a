import { normalLabel, type Pipeline, type Stage } from '../domain/pipeline';

/** Stages that a text may mean: those with this label, then those that once had it. */
type Finder = (text: string) => Stage | undefined;

const finders = new WeakMap<readonly Stage[], Finder>();

/**
 * `stageNamed` for many cells: each different text is looked up once. A stage's key is understood
 * too, after labels and earlier labels.
 */
export function stageFinder(pipeline: Pick<Pipeline, 'stages'>): Finder {
  const known = finders.get(pipeline.stages);
  if (known) return known;
  const byLabel = new Map<string, Stage>();
  const add = (label: string, stage: Stage) => {
    const normal = normalLabel(label);
    if (normal !== '' && !byLabel.has(normal)) byLabel.set(normal, stage);
  };
  for (const stage of pipeline.stages) add(stage.label, stage);
  for (const stage of pipeline.stages) for (const alias of stage.aliases) add(alias, stage);
  for (const stage of pipeline.stages) add(stage.key, stage);
  const byText = new Map<string, Stage | undefined>();
  const finder: Finder = (text) => {
    if (!byText.has(text)) byText.set(text, byLabel.get(normalLabel(text)));
    return byText.get(text);
  };
  finders.set(pipeline.stages, finder);
  return finder;
}
