export type Rhythm = 'weekly' | 'fortnightly' | 'monthly';

/** The review rhythm that fits a median cycle in days; `null` when none is known. */
export function rhythmFor(medianCycle: number | null): Rhythm | null {
  if (medianCycle === null) return null;
  if (medianCycle <= 30) return 'weekly';
  return medianCycle <= 120 ? 'fortnightly' : 'monthly';
}
