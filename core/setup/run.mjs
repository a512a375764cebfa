import { spawn } from 'node:child_process';

const keptOutput = 100_000;

/**
 * Runs a program without a shell and keeps the end of what it prints.
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
      timeout: seconds === undefined ? undefined : seconds * 1000,
      killSignal: 'SIGKILL',
    });
    let output = '';
    const keep = (text) => {
      output = (output + text).slice(-keptOutput);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
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
  const error = lines.find((line) => /error\b.*\w|no space|denied/i.test(line));
  return (error ?? lines.at(-1) ?? 'no reason given').replace(/^ERROR: /, '');
}
