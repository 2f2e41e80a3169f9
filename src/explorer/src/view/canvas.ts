/**
 * Gives a canvas the size of its box in device pixels, and a context whose unit is a CSS pixel.
 * @returns Null while the canvas is not shown.
 */
export function fitCanvas(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const { width, height } = canvas.getBoundingClientRect();
  const ratio = window.devicePixelRatio;
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  const context = canvas.getContext("2d");
  if (w === 0 || h === 0 || !context) {
    return null;
  }

  if (canvas.width !== w || canvas.height !== h) {
    [canvas.width, canvas.height] = [w, h];
  }

  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

/** How much larger than at its smallest the page is shown: its sizes follow the window's. */
export function pageScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 14;
}
