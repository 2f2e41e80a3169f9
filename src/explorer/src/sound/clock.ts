// Milliseconds between ticks.
const INTERVAL = 25;

// Runs in the worker.
const SOURCE = `
  let timer;
  onmessage = ({ data }) => {
    clearInterval(timer);
    timer = data > 0 ? setInterval(() => postMessage(0), data) : 0;
  };`;

/** Ticks every 25 ms, also in a background tab, where a page's own timers are throttled to one a second and workers' are not. */
export class Clock {
  private readonly worker: Worker;

  /** @param onTick Called at each tick. */
  constructor(onTick: () => void) {
    // From a Blob, because a page that was opened from a folder may not load a worker's file.
    const address = URL.createObjectURL(new Blob([SOURCE], { type: "text/javascript" }));
    this.worker = new Worker(address);
    this.worker.onmessage = onTick;
    URL.revokeObjectURL(address);
  }

  /** Starts the ticks; once more is the same. */
  start(): void {
    this.worker.postMessage(INTERVAL);
  }

  /** Ends the ticks. */
  stop(): void {
    this.worker.postMessage(0);
  }
}
