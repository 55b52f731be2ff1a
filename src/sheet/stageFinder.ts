import { normalLabel, type Pipeline, type Stage } from '../domain/pipeline';

/** Stages that a text may mean: those with this label, those that once had it, then retired ones. */
type Finder = (text: string) => Stage | undefined;

/** By the retired stages where there are any: the same stages may be asked for without them. */
const finders = new WeakMap<readonly Stage[], Finder>();

/**
 * `stageNamed` for many cells: each different text is looked up once. A stage's key is understood
 * too, after labels and earlier labels.
 */
export function stageFinder(pipeline: Pick<Pipeline, 'stages' | 'retired'>): Finder {
  const retired = pipeline.retired ?? [];
  const owner = retired.length === 0 ? pipeline.stages : retired;
  const known = finders.get(owner);
  if (known) return known;
  const byLabel = new Map<string, Stage>();
  const add = (label: string, stage: Stage) => {
    const normal = normalLabel(label);
    if (normal !== '' && !byLabel.has(normal)) byLabel.set(normal, stage);
  };
  for (const stage of pipeline.stages) add(stage.label, stage);
  for (const stage of pipeline.stages) for (const alias of stage.aliases) add(alias, stage);
  for (const stage of pipeline.stages) add(stage.key, stage);
  for (const stage of retired) for (const name of [stage.label, ...stage.aliases]) add(name, stage);
  for (const stage of retired) add(stage.key, stage);
  const byText = new Map<string, Stage | undefined>();
  const finder: Finder = (text) => {
    if (!byText.has(text)) byText.set(text, byLabel.get(normalLabel(text)));
    return byText.get(text);
  };
  finders.set(owner, finder);
  return finder;
}

/** All names by which cells may say a stage: as long as they are the same, the same cells mean the same stages. */
export function stageNames({ stages, retired = [] }: Pick<Pipeline, 'stages' | 'retired'>): string {
  const names = ({ key, label, aliases }: Stage) => [key, label, ...aliases];
  return JSON.stringify([stages.map(names), retired.map(names)]);
}
