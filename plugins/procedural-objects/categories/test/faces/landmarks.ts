/** Rings by which the surface is addressed. */
export const ring = {
  crown: 0,
  brow: 5,
  eye: 6,
  ear: 7,
  noseBase: 9,
  upperLip: 10,
  mouth: 11,
  lowerLip: 12,
  chin: 14,
  throat: 17,
  end: 19,
} as const;

type Measure = 'eyeHeight' | 'noseLength' | 'mouthDrop' | 'upperLip' | 'lowerLip' | 'chinLength';

/** The heights of the features on the middle line of the face. */
export function landmarks({
  eyeHeight,
  noseLength,
  mouthDrop,
  upperLip,
  lowerLip,
  chinLength,
}: Readonly<Record<Measure, number>>) {
  const tip = eyeHeight + 0.03 - noseLength;
  const noseBase = tip - 0.032;
  const mouth = noseBase - mouthDrop;
  return {
    brow: eyeHeight + 0.1,
    nasion: eyeHeight + 0.03,
    tip,
    noseBase,
    upperLip: mouth + upperLip,
    mouth,
    lowerLip: mouth - lowerLip,
    chin: Math.min(-0.42 - chinLength, mouth - lowerLip - 0.09),
  };
}
