import { existsSync, writeFileSync } from 'node:fs';
import workerpool from 'workerpool';

workerpool.worker({
  double: async (numbers) => numbers.map((number) => 2 * number),
  process: async () => process.pid,
  fail: async (name, message) => {
    throw Object.assign(new Error(message), { name });
  },
  die: async () => process.kill(process.pid, 'SIGKILL'),
  dieOnce: async (file) => {
    if (existsSync(file)) return 'alive';
    writeFileSync(file, '');
    process.kill(process.pid, 'SIGKILL');
    return new Promise(() => undefined);
  },
});
