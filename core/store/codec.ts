/** Writes a value into a folder of its own and reads it back bit by bit the same. */
export interface Codec<Value> {
  /** Name and version of the format; belongs to the key. */
  readonly format: string;
  write(folder: string, value: Value): Promise<void>;
  read(folder: string): Promise<Value>;
}
