import { readAddress, writeAddress } from "../space/address.ts";
import { isOfModel } from "../space/pointText.ts";
import type { Session } from "./session.ts";

// Browsers limit how often a page may change its address.
const DELAY_MS = 300;
const POINT = "beat";

/** Keeps the page's address at the present point, and goes where an address says. */
export class AddressBar {
  private timer = 0;

  /**
   * @param warn Called with what is wrong with an address, or null when nothing is.
   */
  constructor(private readonly session: Session, private readonly warn: (problem: string | null) => void) {
    this.read();
    window.addEventListener("hashchange", () => this.read());
    session.listen((change) => {
      if (change === "point" || change === "settings") {
        clearTimeout(this.timer);
        this.timer = window.setTimeout(() => this.write(), DELAY_MS);
      }
    });
  }

  /** The page's address with the present point. */
  get address(): string {
    const { beat, here, isExact, settings, space } = this.session;
    // Of several points of the map with the same knobs, the one that was meant.
    const point = isExact ? `&${POINT}=${here}` : "";
    return `${location.href.split("#")[0]}#${writeAddress(beat.point, space.facts.model.fingerprint, settings)}${point}`;
  }

  private write(): void {
    history.replaceState(null, "", this.address);
  }

  private pointIn(hash: string): number | undefined {
    const point = Number(new URLSearchParams(hash.slice(1)).get(POINT) ?? Number.NaN);
    return Number.isInteger(point) && point >= 0 && point < this.session.space.map.length ? point : undefined;
  }

  private read(): void {
    try {
      const address = readAddress(location.hash);
      if (!address) {
        return;
      }

      const { model } = this.session.space.facts;
      const { name, fingerprint } = model;
      this.warn(isOfModel(address, model) ? null : `This link was made with another model (${address.model}); this page has ${name} (${fingerprint.slice(0, 12)}). `
        + "The same knobs lead to another beat here.");
      this.session.play(address.settings);
      this.session.moveTo(address.point, this.pointIn(location.hash));
    } catch (error) {
      this.warn(`The link is damaged. ${error instanceof RangeError ? error.message : String(error)}`);
    }
  }
}
