/** Every tuned number of the forecast, with its evidence. Nothing else in forecast/ holds one. */

/** Default win chances of the first and last open stage (definitions.md). */
export const LADDER = { first: 0.1, last: 0.75 } as const;
