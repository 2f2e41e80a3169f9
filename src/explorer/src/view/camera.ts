/** A rectangle in CSS pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

// How far the map may be stretched to fill its area: t-SNE's axes mean nothing, but shapes should stay what they are.
const MAX_STRETCH = 1.5;
const MAX_ZOOM = 60;

/** Where a map of 0 to 1 lies on the screen: at zoom 1 the whole of it fits into an area. */
export class Camera {
  private area: Area = { left: 0, top: 0, width: 1, height: 1 };
  private x = 0.5;
  private y = 0.5;

  /** From 1 to 60. */
  zoom = 1;

  /** Sets the area that the whole map fits into, and keeps its middle. */
  setArea(area: Area): void {
    this.area = area;
  }

  /** Pixels for the map's width, at the present zoom. */
  get width(): number {
    return this.zoom * Math.min(this.area.width, this.area.height * MAX_STRETCH);
  }

  /** Pixels for the map's height, at the present zoom. */
  get height(): number {
    return this.zoom * Math.min(this.area.height, this.area.width * MAX_STRETCH);
  }

  /** The x of a pixel for a place on the map. */
  screenX(x: number): number {
    return this.area.left + this.area.width / 2 + (x - this.x) * this.width;
  }

  /** The y of a pixel for a place on the map, whose y grows upwards. */
  screenY(y: number): number {
    return this.area.top + this.area.height / 2 - (y - this.y) * this.height;
  }

  /** The place on the map of a pixel. */
  toMap(screenX: number, screenY: number): [x: number, y: number] {
    return [
      this.x + (screenX - this.area.left - this.area.width / 2) / this.width,
      this.y - (screenY - this.area.top - this.area.height / 2) / this.height,
    ];
  }

  /** Zooms by a factor; the place under a pixel stays there. */
  zoomAt(screenX: number, screenY: number, factor: number): void {
    const [x, y] = this.toMap(screenX, screenY);
    this.zoom = Math.min(Math.max(this.zoom * factor, 1), MAX_ZOOM);
    const [newX, newY] = this.toMap(screenX, screenY);
    this.moveTo(this.x + x - newX, this.y + y - newY);
  }

  /** Zooms by a factor around the middle. */
  zoomBy(factor: number): void {
    this.zoomAt(this.area.left + this.area.width / 2, this.area.top + this.area.height / 2, factor);
  }

  /** Moves the map with the pointer, in pixels. */
  panBy(dx: number, dy: number): void {
    this.moveTo(this.x - dx / this.width, this.y + dy / this.height);
  }

  /** Shows the whole map. */
  reset(): void {
    [this.zoom, this.x, this.y] = [1, 0.5, 0.5];
  }

  /**
   * Moves a place into the area if it is outside of it.
   * @returns Whether the map moved.
   */
  reveal(x: number, y: number): boolean {
    const { left, top, width, height } = this.area;
    const [screenX, screenY] = [this.screenX(x), this.screenY(y)];
    if (screenX >= left && screenX <= left + width && screenY >= top && screenY <= top + height) {
      return false;
    }

    this.moveTo(x, y);
    return true;
  }

  // Half of the visible part may show what lies beyond the map, so that its edge can be in the middle when it is zoomed.
  private moveTo(x: number, y: number): void {
    const slack = 0.5 - 0.5 / this.zoom;
    const bound = (value: number) => Math.min(Math.max(value, 0.5 - slack), 0.5 + slack);
    [this.x, this.y] = [bound(x), bound(y)];
  }
}
