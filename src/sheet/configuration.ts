import type { Pipeline } from '../domain/pipeline';
import type { Grid, Problem } from './cell';
import type { Settings } from './settingsTab';
import type { ReadStages } from './stagesTab';
import type { Team } from './teamTab';

/** Whole tabs from row 1; an empty grid for a tab that is not there. */
export interface ConfigurationGrids {
  readonly stages: Grid;
  readonly gates: Grid;
  readonly team: Grid;
  readonly settings: Grid;
  /** The headers of Deals, to tell criteria on columns that are not there. */
  readonly dealHeaders?: readonly string[];
}

/** All that the admin tabs say. */
export interface Configuration {
  readonly pipeline: Pipeline;
  readonly team: Team;
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  readonly keysToWrite: ReadStages['keysToWrite'];
}

/** Reads the admin tabs. Whatever they hold there is a configuration, and a list of what is wrong with it. */
export function readConfiguration(_grids: ConfigurationGrids): Configuration {
  throw new Error('not yet');
}

/** Compact text for the cache. */
export function configurationText(_configuration: Configuration): string {
  throw new Error('not yet');
}

/** Reads what `configurationText` wrote; `null` when it is anything else, so that the tabs are read again. */
export function configurationFrom(_text: string): Configuration | null {
  throw new Error('not yet');
}
