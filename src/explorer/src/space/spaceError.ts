/** A part of the page's data that is missing or damaged; the message names it. */
export class SpaceError extends Error {
  /**
   * @param part The part, such as "facts" or "map".
   * @param problem What is wrong with it, as the end of a sentence.
   */
  constructor(readonly part: string, problem: string) {
    super(`${part}: ${problem}`);
    this.name = "SpaceError";
  }
}
