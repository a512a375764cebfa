import { z } from 'zod';
import { BackgroundSource } from '../../core/contracts/background-source.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { createPhaseScrambledBackgrounds } from './phase-scrambled-backgrounds.ts';

export default definePlugin({
  extends: BackgroundSource,
  id: 'phase-scrambled-backgrounds',
  version: '1.0.0',
  summary:
    'pictures of another background source with random phases: its spectrum and colours without its forms',
  citation:
    'Prins (2007), The detection of phase-scrambled natural images, J. Vis. 7(9):132; Oppenheim & Lim (1981), The importance of phase in signals, Proc. IEEE 69, 529-541',
  options: z.strictObject({}),
  parts: { source: BackgroundSource },
  create: (_options, { source }) => createPhaseScrambledBackgrounds(source),
});
