interface TextChunk {
  readonly data: readonly string[];
  readonly shape: number[];
  readonly stride: number[];
}

/**
 * Zarr's `vlen-utf8` codec in both directions: a count, then each text's length and UTF-8 bytes, lengths as
 * little-endian 32-bit integers.
 */
export class TextEncoding {
  readonly kind = 'array_to_bytes';
  readonly #shape: number[];

  constructor(shape: number[]) {
    this.#shape = shape;
  }

  static fromConfig(_configuration: unknown, meta: { shape: number[] }): TextEncoding {
    return new TextEncoding(meta.shape);
  }

  encode(chunk: TextChunk): Uint8Array {
    const texts = chunk.data.map((text) => Buffer.from(text ?? '', 'utf8'));
    const bytes = Buffer.alloc(4 + texts.reduce((size, text) => size + 4 + text.length, 0));
    let position = bytes.writeUInt32LE(texts.length, 0);
    for (const text of texts) {
      position = bytes.writeUInt32LE(text.length, position);
      position += text.copy(bytes, position);
    }
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  decode(bytes: Uint8Array): TextChunk {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let position = 4;
    const data = Array.from({ length: buffer.readUInt32LE(0) }, () => {
      const start = position + 4;
      position = start + buffer.readUInt32LE(position);
      return buffer.toString('utf8', start, position);
    });
    const stride = this.#shape.map((_, axis) =>
      this.#shape.slice(axis + 1).reduce((size, length) => size * length, 1),
    );
    return { data, shape: this.#shape, stride };
  }
}
