import { roundHalfEven } from "./roundHalfEven.ts";

// The velocities of the softest and the loudest hit.
const SOFTEST = 56;
const LOUDEST = 120;

const PROBABILITY_RANGE = 40;

/**
 * The velocity of a hit without a groove, 56 to 120: an accent by its place in the bar, and up to 40 by its probability.
 * @param step The step of the pattern, 0 to 31.
 * @param probability Anything outside 0 to 1 counts as 1.
 */
export function ruledVelocity(step: number, probability: number): number {
  const accent = step % 16 === 0 ? 24 : step % 4 === 0 ? 16 : step % 2 === 0 ? 8 : 0;
  const certain = probability >= 0 && probability <= 1 ? probability : 1;
  return SOFTEST + accent + roundHalfEven(Math.fround(PROBABILITY_RANGE * certain));
}

/**
 * The velocity of a hit with a groove.
 * @param ruled From {@link ruledVelocity}.
 * @param learnt The drummer's, 0 to 1.
 * @param amount How far it goes to the drummer's, 0 to 1.
 */
export function groovedVelocity(ruled: number, learnt: number, amount: number): number {
  const played = Math.fround(SOFTEST + Math.fround(learnt * (LOUDEST - SOFTEST)));
  return learnt >= 0 && learnt <= 1 ? roundHalfEven(ruled + amount * (played - ruled)) : ruled;
}
