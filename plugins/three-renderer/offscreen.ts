/** What three.js asks of a browser page, without a page: pictures go to render targets only. */

/** Gives three.js its next frame when it is asked to, not when a screen is refreshed. */
export class ManualFrames {
  #next: (() => void) | undefined;

  requestAnimationFrame(callback: () => void): number {
    this.#next = callback;
    return 1;
  }

  cancelAnimationFrame(): void {
    this.#next = undefined;
  }

  /** Starts a frame, so that what changed since the last one is taken over. */
  advance(): void {
    this.#next?.();
  }
}

/** A canvas of one pixel that is never drawn on. */
export function createUnusedCanvas(): HTMLCanvasElement {
  const canvas = {
    width: 1,
    height: 1,
    style: {},
    addEventListener() {},
    removeEventListener() {},
    setAttribute() {},
    getContext: () => null,
  };
  return canvas as unknown as HTMLCanvasElement;
}
