import { z } from 'zod';
import { partOption } from '../../core/backgrounds/part.ts';

export const landscapeOptions = z.strictObject({ part: partOption });

export type LandscapeOptions = z.infer<typeof landscapeOptions>;
