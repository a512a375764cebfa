import { SingleBar } from 'cli-progress';
import type { Progress, ProgressStep } from '../contracts/logging.ts';

const secondsBetweenLines = 5;

/** A bar on a terminal, a plain line every few seconds elsewhere; both on standard error. */
export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return {
    step: (name, total, unit) =>
      stream.isTTY ? bar(stream, name, total, unit) : lines(stream, name, total, unit),
  };
}

interface Tally {
  readonly done: number;
  readonly seconds: number;
}

/** Rate and time left, for instance `212 pictures/s, 14 s left`. */
export function describeRate({ done, seconds }: Tally, total: number, unit: string): string {
  if (seconds <= 0 || done <= 0) return '';
  const rate = done / seconds;
  const left = Math.max(0, total - done) / rate;
  return `${rate >= 10 ? Math.round(rate) : rate.toFixed(1)} ${unit}/s, ${describeDuration(left)} left`;
}

export function describeDuration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

function clock(): () => number {
  const started = performance.now();
  return () => (performance.now() - started) / 1000;
}

function bar(stream: NodeJS.WriteStream, name: string, total: number, unit: string): ProgressStep {
  let shown: SingleBar | undefined;
  let seconds = () => 0;
  let done = 0;
  return {
    advance: (by, note = '') => {
      if (!shown) {
        seconds = clock();
        shown = new SingleBar({
          stream,
          format: '{name} {bar} {value}/{total} {rate} {note}',
          hideCursor: true,
          barsize: 24,
        });
        shown.start(total, 0, { name, rate: '', note });
      }
      done += by;
      shown.update(Math.min(done, total), {
        rate: describeRate({ done, seconds: seconds() }, total, unit),
        note,
      });
    },
    finish: () => shown?.stop(),
  };
}

function lines(stream: NodeJS.WriteStream, name: string, total: number, unit: string): ProgressStep {
  let seconds: (() => number) | undefined;
  let next = 0;
  let done = 0;
  return {
    advance: (by, note) => {
      if (!seconds) {
        seconds = clock();
        stream.write(`${name}: ${total} ${unit}\n`);
        next = secondsBetweenLines;
      }
      done += by;
      if (seconds() < next || done >= total) return;
      next = seconds() + secondsBetweenLines;
      const rate = describeRate({ done, seconds: seconds() }, total, unit);
      stream.write(`${name}: ${done}/${total}, ${rate}${note ? `, ${note}` : ''}\n`);
    },
    finish: () => {
      if (seconds) stream.write(`${name}: done in ${describeDuration(seconds())}\n`);
    },
  };
}
