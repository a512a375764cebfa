import type { Color } from 'three';
import type { Identity } from '../../../identity/identity.ts';
import { beards, hairs, type Kind, kinds } from './kinds.ts';
import { landmarks } from './landmarks.ts';

/** A head about 1 unit high: chin at -0.5, crown at 0.5, eyes near 0, face towards +z. */
export type FaceParameters = ReturnType<typeof faceParameters>;

export function faceParameters(identity: Identity) {
  const kind = identity.kind(kinds);
  const [shapes, features, colours] = [
    headShape(identity, kind),
    faceFeatures(identity),
    faceColours(identity, kind),
  ];
  return {
    ...shapes,
    ...features,
    ...colours,
    at: landmarks({ ...shapes, ...features }),
    browThickness: identity.number('browThickness', 0.008, 0.026, kind.brow),
    hair: identity.choice('hair', hairs, kind.hair),
    hairThickness: identity.number('hairThickness', 0.8, 1.25),
    hairLength: identity.number('hairLength', 0.5, 0.95),
    hairline: identity.number('hairline', -0.3, 0.25),
    beard: identity.choice('beard', beards, kind.beard),
    beardThickness: identity.number('beardThickness', 0.8, 1.3),
    glasses: identity.flag('glasses', kind.glasses ? 1 : 0),
  };
}

function headShape(identity: Identity, { jaw, neck }: Kind) {
  return {
    /** Half widths. */
    skullWidth: identity.number('skullWidth', 0.32, 0.365),
    cheekWidth: identity.number('cheekWidth', 0.3, 0.345),
    jawWidth: identity.number('jawWidth', 0.22, 0.31, jaw),
    chinWidth: identity.number('chinWidth', 0.75, 1.25),
    neckWidth: identity.number('neckWidth', 0.155, 0.235, neck),
    /** How far the chin reaches down, and forward. */
    chinLength: identity.number('chinLength', -0.04, 0.05),
    chinDepth: identity.number('chinDepth', -0.025, 0.035),
    foreheadSlope: identity.number('foreheadSlope', -0.02, 0.05),
    skullDepth: identity.number('skullDepth', -0.04, 0.03),
    cheekFullness: identity.number('cheekFullness', -0.01, 0.045),
    cheekbones: identity.number('cheekbones', 0, 0.03),
    browDepth: identity.number('browDepth', 0, 0.03),
  };
}

function faceFeatures(identity: Identity) {
  return {
    /** Of the pupils from the middle. */
    eyeSpacing: identity.number('eyeSpacing', 0.126, 0.152),
    eyeHeight: identity.number('eyeHeight', -0.01, 0.03),
    /** Radius of the eyeball, and how far the lids are open, in radians. */
    eyeSize: identity.number('eyeSize', 0.064, 0.077),
    eyeOpening: identity.number('eyeOpening', 0.32, 0.5),
    /** Lift of the outer corners, in radians. */
    eyeTilt: identity.number('eyeTilt', -0.08, 0.16),
    browHeight: identity.number('browHeight', 0.085, 0.12),
    browTilt: identity.number('browTilt', -0.012, 0.016),
    browArch: identity.number('browArch', 0.005, 0.03),
    noseLength: identity.number('noseLength', 0.17, 0.25),
    noseWidth: identity.number('noseWidth', 0.042, 0.075),
    noseDepth: identity.number('noseDepth', 0.075, 0.13),
    /** Hollow below 0, hook above. */
    noseBridge: identity.number('noseBridge', -0.02, 0.025),
    mouthWidth: identity.number('mouthWidth', 0.095, 0.14),
    /** Distance of the mouth from the nose. */
    mouthDrop: identity.number('mouthDrop', 0.06, 0.09),
    upperLip: identity.number('upperLip', 0.016, 0.036),
    lowerLip: identity.number('lowerLip', 0.026, 0.05),
    /** Lift of the corners of the mouth. */
    smile: identity.number('smile', -0.012, 0.03),
    earSize: identity.number('earSize', 0.105, 0.14),
    earAngle: identity.number('earAngle', 0.25, 0.7),
  };
}

function faceColours(identity: Identity, { skin, hairColour, lips, irises }: Kind) {
  const skinColour: Color = identity.colour('skinColour', skin);
  return {
    skinColour,
    hairColour: identity.colour('hairColour', hairColour),
    irisColour: identity.colour('irisColour', irises),
    lipRedness: identity.number('lipRedness', 0.1, 0.9, lips),
    blush: identity.number('blush', 0.1, 0.5),
  };
}
