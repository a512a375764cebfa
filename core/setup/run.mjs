import { spawn } from 'node:child_process';

const keptOutput = 100_000;

/**
 * Runs a program without a shell and keeps the end of what it prints. It is stopped when its time is over, and when
 * set-up itself ends.
 * @param {string} program
 * @param {string[]} parameters
 * @param {{ folder?: string, environment?: Record<string, string>, seconds?: number }} [options]
 * @returns {Promise<{ ok: boolean, output: string }>} `ok` only for exit code 0 within the time.
 */
export function run(program, parameters, { folder, environment, seconds } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      cwd: folder,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (text) => {
      output = (output + text).slice(-keptOutput);
    };
    const stop = () => child.kill();
    const overtime = () => {
      keep(`\nerror: ${program} took longer than ${seconds} seconds`);
      stop();
    };
    const timer = seconds === undefined ? undefined : setTimeout(overtime, seconds * 1000);
    const finish = (result) => {
      clearTimeout(timer);
      process.off('exit', stop);
      resolve(result);
    };
    process.on('exit', stop);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => finish({ ok: false, output: error.message }));
    child.on('close', (code) => finish({ ok: code === 0, output }));
  });
}

/**
 * What a program's output tells of why it failed, without addresses.
 * @param {string} output
 */
export function reasonIn(output) {
  const lines = output
    .split('\n')
    .map((line) => line.replace(/\w+:\/\/\S+/g, '(address)').trim())
    .filter((line) => line !== '');
  const error = lines.findLast((line) => /error\b.*\w|no space|denied/i.test(line));
  return (error ?? lines.at(-1) ?? 'no reason given').replace(/^error: /i, '').replace(/[.;:]+$/, '');
}
