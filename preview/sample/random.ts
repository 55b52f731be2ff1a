/** Numbers that look random and are the same in every run: a small generator (mulberry32) with a seed. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** At least 0, less than 1. */
  share(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(share: number): boolean {
    return this.share() < share;
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.share() * (to - from + 1));
  }

  pick<T>(from: readonly T[]): T {
    const found = from[Math.floor(this.share() * from.length)];
    if (found === undefined) throw new Error('There is nothing to pick from.');
    return found;
  }

  /** Around `median`, mostly within a factor of `spread`: durations and amounts are like that. */
  around(median: number, spread: number): number {
    const bell = this.share() + this.share() + this.share() + this.share() - 2;
    return median * spread ** (bell * 1.4);
  }
}
