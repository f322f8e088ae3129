import { spawn } from 'node:child_process';

/**
 * Runs a command with this terminal's input and output in the repository's root; `inOnePiece` keeps
 * its output until it ends, so that commands at the same time do not write into each other. Gives
 * its exit code; 1 where a signal ended it or it could not start. A signal that ends this process
 * ends the command too.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean, inOnePiece?: boolean }} [options]
 * @returns {Promise<number>}
 */
export const runCommand = (command, args, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, [...args], {
      cwd: new URL('..', import.meta.url),
      stdio: options.inOnePiece ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...options.env },
      shell: options.shell ?? false,
    });
    /** @type {Buffer[]} */
    const kept = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (/** @type {Buffer} */ piece) => kept.push(piece));
    }
    /** @param {NodeJS.Signals} signal */
    const passOn = (signal) => {
      child.kill(signal);
      process.exitCode = 1;
    };
    process.once('SIGTERM', passOn).once('SIGINT', passOn);
    /** @param {number} code */
    const end = (code) => {
      process.off('SIGTERM', passOn).off('SIGINT', passOn);
      process.stdout.write(Buffer.concat(kept));
      resolve(code);
    };
    child.once('error', (error) => {
      console.error(`${command} could not start: ${error.message}`);
      end(1);
    });
    // Unlike 'exit' this waits for the last of the output.
    child.once('close', (code) => {
      end(code ?? 1);
    });
  });
