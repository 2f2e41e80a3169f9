const [STRAIGHT, MAX, MIN_CLEAR] = [0.5, 0.75, 0.54];
const [EARLIEST, LATEST, WIDTH] = [0.4, 0.85, 0.06];
const [MIN_NOTES, MIN_SHARE] = [8, 0.9];

/**
 * Finds the swing of played 16ths by the product's rule: the median place of the second steps in their pairs, where at least eight notes
 * lie near it, nearly all others on the first steps, and it is later than straight playing would be.
 * @param places The places of all notes in their pairs of steps, from 0 to below 1.
 * @returns 0.5 (straight, or not clear) to 0.75.
 */
export function findSwing(places: readonly number[]): number {
  const second = places.filter((place) => place >= EARLIEST && place <= LATEST).sort((one, other) => one - other);
  if (second.length < MIN_NOTES) {
    return STRAIGHT;
  }

  const median = second[second.length >> 1];
  const isNear = (place: number) => Math.abs(place - median) <= WIDTH;
  const near = places.filter((place) => isNear(place) || place <= WIDTH || place >= 1 - WIDTH).length;
  const isClear = median >= MIN_CLEAR && near >= MIN_SHARE * places.length
    && second.filter(isNear).length >= Math.max(MIN_NOTES, MIN_SHARE * second.length);
  return isClear ? Math.min(median, MAX) : STRAIGHT;
}
