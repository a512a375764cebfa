import type { RegionResponses } from '../../core/contracts/evidence.ts';
import type { Matrix } from '../../core/contracts/linear-algebra.ts';
import { digest } from '../../core/store/key.ts';

/** 16 hexadecimal digits that change with any bit of mean responses and truth. */
export function digestOf({ neuroidIds, means, truth }: RegionResponses): string {
  const parts = [neuroidIds.join(), digest(bytesOf(means)), truth ? digest(bytesOf(truth)) : ''];
  return digest(parts.join('\n')).slice(0, 16);
}

function bytesOf({ data }: Matrix): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
