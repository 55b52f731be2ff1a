/**
 * Every tuned number of the forecast, with its evidence. Nothing else in forecast/ holds one. The
 * evidence comes from `npm run backtest`: weekly origins inside the cuts of a bank's applications
 * (bpic: 8,829 deals, 5 stages), a hardware seller (maven: 7,135) and a marketplace's leads
 * (olist: 8,000), never from a cut's last day.
 */

/** Default win chances of the first and last open stage; the others are spaced evenly between. */
export const LADDER = { first: 0.1, last: 0.75 } as const;

/**
 * How the table of exits is smoothed. On full data it hardly matters: halving or doubling any of
 * these moves the log loss of "won within 28 days" by less than 0.002 on bpic and olist, 0.003 on
 * maven. They are chosen for small teams: 20 and 200 closed deals drawn from bpic, log loss
 * against fixed percentages 10/25/40/50/75.
 */
export const EXITS = {
  /**
   * First evenings of the bands. Each is split in halves down to single evenings, so that a cliff
   * (offers that lapse on day 31) and a long silence (maven closes nothing after 138 days) are
   * found where data show them: maven's log loss at 60 days falls from 0.646 to 0.619.
   */
  bands: [0, 1, 3, 7, 14, 28, 56, 112, 224],
  /** Evenings from here on share a cell: a deal that sat a year is like one that sat two. */
  cap: 366,
  /**
   * Exits that the level above is worth. A band is shrunk to the pool of all evenings from its
   * first on, not to its whole stage: deals that stay are unlike those that leave at once (200
   * closed deals: 13 % below fixed against 9 %). A run is a band or a part of one.
   */
  poolIsWorth: 10,
  runIsWorth: 2,
  /** The same for where exits lead to. */
  poolMixIsWorth: 2,
  runMixIsWorth: 16,
  /** The whole stage before any exit: three exits at one in 14 days, twenty for where they lead. */
  stageIsWorth: 3,
  stageMixIsWorth: 20,
  usualDwell: 14,
  /**
   * A stage whose deals have resolved n times weighs n / (n + 20) against the defaults. Counting
   * resolved deals does better than counting wins, for many losses are evidence too (20 closed
   * deals, eventual outcome: 1 % below fixed against 1 % above). 10 and 40 differ by 1 %.
   */
  defaultIsWorth: 20,
  /**
   * Half of the weight is gone after as many days as 300 closings take, at least 45 and at most a
   * year. Never forgetting costs bpic nothing in chances, 0.006 of WAPE in amounts, maven 0.02.
   */
  halfLife: { closings: 300, least: 45, most: 365 },
} as const;

/** Source says *learned* when the evidence outweighs the default. */
export const LEARNED_FROM_WEIGHT = 0.5;

/**
 * "Ever" ends after two years: deals that nobody closes leave so seldom that their share of later
 * wins is the prior's, not the data's.
 */
export const EVER_DAYS = 730;

/** A counted sentence looks this far ahead. */
export const EVIDENCE_DAYS = 28;

/** How the panel is asked for what its file left out: leftOut.ts. */
export const LEFT_OUT = {
  /** With more closings expected than this before the first one seen, the deals closed until then were left out: chance 1 in 150 otherwise. */
  closings: 5,
  /** One closing in a hundred may bear a mistyped day: the first that counts has as many after it within two months. */
  oddShare: 0.01,
  oddDays: 60,
  /** Nothing older teaches. */
  oldestDays: 3650,
  /**
   * New deals may have tripled within the history (olist: 2.6-fold) before closed ones count as
   * missing; with fewer recent deals than this nothing can be said.
   */
  growth: 3,
  recentDays: 28,
  recentDeals: 30,
  /**
   * Kept shares that are tried, and how much likelier than "all were kept" the best must be, in
   * nats: 3 come by chance once in 80. Whole sets gain up to 19 at shares of 0.6 and more (lives
   * change) but at most 1.7 below a third (olist). 200 closed bpic deals beside all open ones: 15.4
   * and 14.2 % below fixed instead of 8.1 and 7.2; with 20 closed 8 % instead of 1.7.
   */
  shares: Array.from({ length: 31 }, (_, step) => Math.exp((2 - step) / 4)),
  likelier: 3,
} as const;

/** The quarter's season: season.ts. */
export const SEASON = {
  /** Whole months before a season is looked for: less than two quarters cannot repeat. */
  months: 6,
  /** Months differ by this much without any season, beside what chance explains; worth this many repeated months. */
  usualNoise: 0.15,
  noiseIsWorth: 2,
} as const;

/** The run rate looks back this far: twelve weeks. */
export const RUN_RATE_DAYS = 84;

/** With fewer wins in those days, the mean won amount is taken over all of them. */
export const TYPICAL = { wins: 10 } as const;

/** Replays of earlier forecasts: at most so many a horizon, none before so many days of history. */
export const REPLAYS = { most: 16, daysBefore: 21 } as const;

/**
 * What replays are drawn to while they are few. With a usual shared error of 16 % at 28 days P10 to
 * P90 holds 6 of 8 (bpic), 16 of 22 (maven) and 17 of 20 (olist) actuals; 17 % holds all 8 on
 * bpic. It grows with the horizon, for arrivals and chances drift: to 24 % at 90 days, 31 % at 180.
 */
export const ERRORS = {
  usual: 0.16,
  usualDays: 28,
  usualGrowth: 0.35,
  usualIsWorth: 2,
  /** Replays that the model alone is worth when the run rate's share is learned; 0.25 to 1 differ by 0.005 of WAPE. */
  modelIsWorth: 0.5,
  /** No single replay counts as a worse miss than three times the forecast: (3 - 1) squared. */
  worst: 4,
} as const;

/** Below this there is no range, and the reader is told. */
export const ENOUGH_HISTORY = { closed: 20, won: 5, days: 28 } as const;

/** How new deals a day are smoothed: arrivals.ts. */
export const ARRIVALS = {
  /** Share of its weight that a week loses in the next one. */
  paces: [0, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 1],
  /**
   * A pace p is as likely beforehand as 1 / (1 + 20 p) squared: older weeks fade slowly unless the
   * counts say otherwise. WAPE at 28 days with 10 and 20: bpic 0.141, 0.139; maven 0.196, 0.194;
   * olist, whose leads double and then stop, 0.387, 0.389.
   */
  steadiness: 20,
  /** Nothing older counts. */
  weeks: 156,
  /** Squared misses, in deals a day, below which ways are alike: one deal a week. */
  noise: 1 / 49,
} as const;
