/** By how much `a` comes before `b`: above 0 it does, below 0 `b` does, 0 when nothing tells. */
export type Margin = (a: string, b: string) => number;

/**
 * Which of two stages comes first, from the stages that each of many deals entered: the majority
 * of deals that entered both decides; stages that none entered both of fall back on `rank`.
 */
export function marginByPaths(
  stages: readonly string[],
  paths: Iterable<readonly string[]>,
  rank: (stage: string) => number | null,
): Margin {
  const before = precedences(stages, paths);
  return (a, b) => {
    const counted = (before.get(a)?.get(b) ?? 0) - (before.get(b)?.get(a) ?? 0);
    if (counted !== 0) return counted;
    const [first, second] = [rank(a), rank(b)];
    return first === null || second === null ? 0 : second - first;
  };
}

/** How many deals entered the one stage before the other, counting first entries. */
function precedences(
  stages: readonly string[],
  paths: Iterable<readonly string[]>,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const known = new Set(stages);
  const before = new Map<string, Map<string, number>>(stages.map((stage) => [stage, new Map()]));
  for (const path of paths) {
    const firsts = [...new Set(path)].filter((stage) => known.has(stage));
    firsts.forEach((first, i) => {
      const after = before.get(first) as Map<string, number>;
      for (const second of firsts.slice(i + 1)) after.set(second, (after.get(second) ?? 0) + 1);
    });
  }
  return before;
}

/**
 * Stages in their order: by how many others each one precedes, then mended until neighbours agree
 * with their majority, so that deals which went back turn nothing round. Ties keep the order given.
 */
export function orderStages(stages: readonly string[], margin: Margin): readonly string[] {
  const score = new Map(
    stages.map((a) => [
      a,
      stages.reduce((total, b) => total + (b === a ? 0 : Math.sign(margin(a, b))), 0),
    ]),
  );
  const ordered = [...stages].sort((a, b) => (score.get(b) ?? 0) - (score.get(a) ?? 0));
  // Majorities may go in circles, so the passes are bounded.
  for (let pass = 0; pass < ordered.length; pass += 1) {
    let swapped = false;
    for (let i = 0; i + 1 < ordered.length; i += 1) {
      const [a, b] = [ordered[i] as string, ordered[i + 1] as string];
      if (margin(a, b) >= 0) continue;
      ordered[i] = b;
      ordered[i + 1] = a;
      swapped = true;
    }
    if (!swapped) break;
  }
  return ordered;
}

/** Where a stage fits best into stages whose order stands; at the end when nothing tells. */
export function placeAmong(ordered: readonly string[], stage: string, margin: Margin): number {
  let best = ordered.length;
  let bestFit = Number.NEGATIVE_INFINITY;
  for (let at = ordered.length; at >= 0; at -= 1) {
    const agreement = ordered.reduce(
      (total, other, i) => total + Math.sign(i < at ? margin(other, stage) : margin(stage, other)),
      0,
    );
    if (agreement > bestFit) {
      best = at;
      bestFit = agreement;
    }
  }
  return best;
}
