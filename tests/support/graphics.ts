import koffi from 'koffi';

/**
 * Lets Mesa draw without a screen. Jest gives tests a copy of the environment, which native code does not see,
 * so the real one is set.
 */
export function allowDrawingWithoutScreen(): void {
  if (process.platform !== 'linux') return;
  koffi.load(null).func('int setenv(const char *, const char *, int)')('EGL_PLATFORM', 'surfaceless', 0);
}
