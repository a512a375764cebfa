import { NearestFilter, RenderTarget, type RenderTargetOptions, type WebGPURenderer } from 'three/webgpu';

/** Where pictures are drawn to and read from; kept from one picture to the next of the same size. */
export class PictureTarget<Values extends Uint8Array | Float32Array> {
  readonly #three: WebGPURenderer;
  readonly #options: RenderTargetOptions;
  #target: RenderTarget;

  /** @param options type and colour space of what is drawn */
  constructor(three: WebGPURenderer, options: Pick<RenderTargetOptions, 'type' | 'colorSpace'>) {
    this.#three = three;
    this.#options = { ...options, minFilter: NearestFilter, magFilter: NearestFilter };
    this.#target = new RenderTarget(1, 1, this.#options);
  }

  /** Draws at once; gives the values, `[height, width, 4]`, when they are there. */
  draw(width: number, height: number, action: () => void): Promise<Values> {
    if (this.#target.width !== width || this.#target.height !== height) {
      this.#target.dispose();
      this.#target = new RenderTarget(width, height, this.#options);
    }
    this.#three.setRenderTarget(this.#target);
    action();
    return this.#three.readRenderTargetPixelsAsync(
      this.#target,
      0,
      0,
      width,
      height,
    ) as unknown as Promise<Values>;
  }

  dispose(): void {
    this.#target.dispose();
  }
}
