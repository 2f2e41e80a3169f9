import type { Camera } from "./camera.ts";
import type { Place } from "./mapView.ts";

/** What the hand does on the map. */
export interface MapHand {
  /** The pointer is over a pixel without a button; null when it left. */
  hover(at: { readonly x: number; readonly y: number } | null): void;
  /** A click or a drag is at a pixel. */
  travel(x: number, y: number, isFirst: boolean): void;
  /** A way is drawn; it has at least one place. */
  draw(path: readonly Place[], isDone: boolean): void;
  /** The camera moved. */
  moved(): void;
}

// Of the wheel's lines and pages in pixels, and of pixels in factors of two.
const WHEEL_UNITS = [1, 16, 400];
const WHEEL_PIXELS = 300;

/**
 * The hand on the map: a click or drag travels, Shift and drag (or the drawing mode) draws, the wheel and two fingers zoom, two fingers or
 * another button than the first move the map.
 */
export class MapGestures {
  /** Whether every drag draws. */
  isDrawing = false;
  private readonly pointers = new Map<number, { x: number; y: number }>();
  private path: Place[] = [];
  private mode: "none" | "travel" | "draw" | "pan" = "none";

  constructor(private readonly box: HTMLElement, private readonly camera: Camera, private readonly hand: MapHand) {
    box.addEventListener("pointerdown", (event) => this.down(event));
    box.addEventListener("pointermove", (event) => this.move(event));
    box.addEventListener("pointerup", (event) => this.up(event));
    box.addEventListener("pointercancel", (event) => this.up(event));
    box.addEventListener("pointerleave", () => hand.hover(null));
    box.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    box.addEventListener("contextmenu", (event) => event.preventDefault());
  }

  private down(event: PointerEvent): void {
    this.box.setPointerCapture(event.pointerId);
    const at = this.place(event);
    this.pointers.set(event.pointerId, at);
    this.hand.hover(null);
    if (this.pointers.size > 1 || event.button !== 0) {
      this.endPath();
      this.mode = "pan";
    } else if (event.shiftKey || this.isDrawing) {
      this.mode = "draw";
      this.path = [this.camera.toMap(at.x, at.y)];
      this.hand.draw(this.path, false);
    } else {
      this.mode = "travel";
      this.hand.travel(at.x, at.y, true);
    }
  }

  private move(event: PointerEvent): void {
    const at = this.place(event);
    const before = this.pointers.get(event.pointerId);
    if (!before) {
      this.hand.hover(at);
    } else if (this.mode === "travel") {
      this.hand.travel(at.x, at.y, false);
    } else if (this.mode === "draw") {
      this.path.push(this.camera.toMap(at.x, at.y));
      this.hand.draw(this.path, false);
    } else if (this.mode === "pan") {
      this.pan(event.pointerId, before, at);
    }

    if (before) {
      this.pointers.set(event.pointerId, at);
    }
  }

  // With two fingers, the place between them follows their middle, and their distance is the zoom.
  private pan(id: number, before: { x: number; y: number }, at: { x: number; y: number }): void {
    const other = [...this.pointers].find(([pointer]) => pointer !== id)?.[1];
    if (other) {
      const middle = (one: { x: number; y: number }) => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
      const [from, to] = [middle(before), middle(at)];
      this.camera.panBy(to.x - from.x, to.y - from.y);
      const apart = (one: { x: number; y: number }) => Math.max(Math.hypot(one.x - other.x, one.y - other.y), 1);
      this.camera.zoomAt(to.x, to.y, apart(at) / apart(before));
    } else {
      this.camera.panBy(at.x - before.x, at.y - before.y);
    }

    this.hand.moved();
  }

  private up(event: PointerEvent): void {
    this.pointers.delete(event.pointerId);
    this.endPath();
    if (this.pointers.size === 0) {
      this.mode = "none";
    }
  }

  private endPath(): void {
    if (this.mode === "draw") {
      this.mode = "none";
      this.hand.draw(this.path, true);
    }
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    const at = this.place(event);
    this.camera.zoomAt(at.x, at.y, 2 ** (-(event.deltaY * WHEEL_UNITS[event.deltaMode]) / WHEEL_PIXELS));
    this.hand.moved();
  }

  private place(event: MouseEvent): { x: number; y: number } {
    const { left, top } = this.box.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }
}
