import type { PictureFormat } from '../../core/contracts/pictures.ts';
import type { RandomStream } from '../../core/contracts/random.ts';
import { InputError } from '../../core/errors/errors.ts';
import {
  type CellKind,
  drawEnvelope,
  drawFrequency,
  drawOrientation,
  lowestFrequency,
} from './distributions.ts';

export interface V1Neuroid {
  readonly kind: CellKind;
  /** Cycles per degree. */
  readonly frequency: number;
  /** Frequencies drawn before that the pictures cannot show. */
  readonly redrawn: number;
  /** Direction in which the carrier varies, degrees, clockwise on the screen from rightwards. */
  readonly orientation: number;
  /** Degrees. */
  readonly phase: number;
  /** Centre of the receptive field, degrees right and up of the picture's centre. */
  readonly x: number;
  readonly y: number;
  /** Standard deviations of the envelope along and across the carrier's direction, degrees. */
  readonly along: number;
  readonly across: number;
  /** Exponent and semi-saturation contrast of the normalisation. */
  readonly exponent: number;
  readonly semiSaturation: number;
  /** Spikes per second to the best full-contrast grating, were it to drive the cell to its limit, and to nothing. */
  readonly peakRate: number;
  readonly spontaneousRate: number;
}

/** De Valois' foveal cells lie within this eccentricity, in degrees; the picture's centre is fixated. */
const fovealEccentricity = 2;
const peakRates = [80, 320] as const;
const spontaneousRates = [1, 6] as const;

/** Draws one neuroid whose receptive field lies on pictures of the format. */
export function drawNeuroid(complexShare: number, format: PictureFormat, stream: RandomStream): V1Neuroid {
  const kind = stream.uniform() < complexShare ? 'complex' : 'simple';
  const height = (format.degrees * format.height) / format.width;
  const x = stream.uniform(-0.5, 0.5) * format.degrees;
  const y = stream.uniform(-0.5, 0.5) * height;
  const phase = stream.uniform(0, 360);
  const orientation = drawOrientation(stream);
  const envelope = drawEnvelope(stream);
  const exponent = stream.uniform(1.6, 2.4);
  const semiSaturation = stream.uniform(0.2, 0.4);
  const peakRate = logUniform(...peakRates, stream);
  const spontaneousRate = logUniform(...spontaneousRates, stream);
  const field = Math.hypot(x, y) < fovealEccentricity ? 'foveal' : 'parafoveal';
  const highest = nyquistFrequency(format);
  let frequency = drawFrequency(kind, field, stream);
  let redrawn = 0;
  for (; frequency > highest; redrawn++) frequency = drawFrequency(kind, field, stream);
  const along = envelope.along / frequency;
  const across = envelope.across / frequency;
  return {
    kind,
    frequency,
    redrawn,
    orientation,
    phase,
    x,
    y,
    along,
    across,
    exponent,
    semiSaturation,
    peakRate,
    spontaneousRate,
  };
}

/**
 * A cell beside another: of its own kind, phase and envelope, alike in place, orientation and frequency, as cells of a
 * column are.
 */
export function drawNeighbour(
  of: V1Neuroid,
  complexShare: number,
  format: PictureFormat,
  stream: RandomStream,
): V1Neuroid {
  const own = drawNeuroid(complexShare, format, stream);
  const frequency = Math.min(of.frequency * 2 ** stream.normal(0, 0.25), nyquistFrequency(format));
  return {
    ...own,
    frequency,
    redrawn: 0,
    orientation: of.orientation + stream.normal(0, 10),
    x: of.x + stream.normal(0, 0.1),
    y: of.y + stream.normal(0, 0.1),
    along: (own.along * own.frequency) / frequency,
    across: (own.across * own.frequency) / frequency,
  };
}

function logUniform(low: number, high: number, stream: RandomStream): number {
  return low * (high / low) ** stream.uniform();
}

/** Highest frequency that the pictures can show, cycles per degree. */
function nyquistFrequency({ width, degrees }: PictureFormat): number {
  return width / degrees / 2;
}

/** Throws InputError when pictures are too coarse for V1. */
export function requireResolution(format: PictureFormat): void {
  const least = 8 * lowestFrequency;
  if (nyquistFrequency(format) >= least / 2) return;
  throw new InputError(
    `v1-gabor needs pictures of at least ${least.toFixed(1)} pixels per degree, got ${(
      format.width / format.degrees
    ).toFixed(2)} (${format.width} pixels over ${format.degrees} degrees)`,
  );
}
