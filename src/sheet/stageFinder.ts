import { normalLabel, type Pipeline, type Stage } from '../domain/pipeline';

type Stages = Pick<Pipeline, 'stages' | 'retired'>;

/** Stages that a text may mean: those with this label, those that once had it, then retired ones. */
type Finder = (text: string) => Stage | undefined;

/** By both lists of stages: the same ones may be asked for without the retired ones, or some of them with all of those. */
const finders = new WeakMap<readonly Stage[], WeakMap<readonly Stage[], Finder>>();
const NONE: readonly Stage[] = [];

/**
 * `stageNamed` for many cells: each different text is looked up once. A stage's key is understood
 * too, after labels and earlier labels.
 */
export function stageFinder({ stages, retired = NONE }: Stages): Finder {
  const ofStages = finders.get(stages) ?? new WeakMap<readonly Stage[], Finder>();
  finders.set(stages, ofStages);
  const others = retired.length === 0 ? NONE : retired;
  const finder = ofStages.get(others) ?? newFinder({ stages, retired });
  ofStages.set(others, finder);
  return finder;
}

function newFinder({ stages, retired }: Required<Stages>): Finder {
  const byLabel = new Map<string, Stage>();
  const add = (label: string, stage: Stage) => {
    const normal = normalLabel(label);
    if (normal !== '' && !byLabel.has(normal)) byLabel.set(normal, stage);
  };
  for (const stage of stages) add(stage.label, stage);
  for (const stage of stages) for (const alias of stage.aliases) add(alias, stage);
  for (const stage of stages) add(stage.key, stage);
  for (const stage of retired) for (const name of [stage.label, ...stage.aliases]) add(name, stage);
  for (const stage of retired) add(stage.key, stage);
  const byText = new Map<string, Stage | undefined>();
  return (text) => {
    if (!byText.has(text)) byText.set(text, byLabel.get(normalLabel(text)));
    return byText.get(text);
  };
}

/** All names by which cells may say a stage: as long as they are the same, the same cells mean the same stages. */
export function stageNames({ stages, retired = NONE }: Stages): string {
  const names = ({ key, label, aliases }: Stage) => [key, label, ...aliases];
  return JSON.stringify([stages.map(names), retired.map(names)]);
}
