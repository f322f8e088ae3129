import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runCommand } from './runCommand.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {string} path relative to the repository's root */
const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const unitReport = inRoot('test-results/unit-report.json');
const e2eReport = inRoot('test-results/e2e-report.json');

/**
 * @param {string} program a script of a package
 * @param {readonly string[]} args
 * @param {{ inOnePiece?: boolean }} [options]
 */
const runPackage = (program, args, options = {}) =>
  runCommand(process.execPath, [inRoot(`node_modules/${program}`), ...args], options);

/**
 * A stage that is one check, which passes where the program exits with 0. What it says comes in one
 * piece, since others run at the same time.
 *
 * @param {string} program
 * @param {readonly string[]} args
 */
const oneCheck =
  (program, ...args) =>
  /** @returns {Promise<Counts>} */
  async () => {
    const passed = (await runPackage(program, args, { inOnePiece: true })) === 0;
    return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
  };

/**
 * The counts, with one failure where no test failed and yet the runner did (an error outside a
 * test), or where no test ran.
 *
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
const withUnseenFailure = (counts, exitCode) => {
  const ranNone = counts.passed + counts.failed === 0;
  if (ranNone) console.error('No test ran, which counts as a failure.');
  return counts.failed === 0 && (ranNone || exitCode !== 0) ? { ...counts, failed: 1 } : counts;
};

const unit = async () => {
  const exitCode = await runPackage('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ]);
  const report = JSON.parse(readFileSync(unitReport, 'utf8'));
  /** @type {ReadonlyArray<{ status: string, assertionResults: readonly unknown[] }>} */
  const files = report.testResults;
  const unreadable = files.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return withUnseenFailure(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unreadable.length,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    exitCode,
  );
};

const endToEnd = async () => {
  if (!existsSync(inRoot('dist/index.html'))) throw new Error('There is no build to test.');
  const exitCode = await runPackage('@playwright/test/cli.js', ['test']);
  const { stats } = JSON.parse(readFileSync(e2eReport, 'utf8'));
  return withUnseenFailure(
    { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped },
    exitCode,
  );
};

/**
 * All checks of the project, in groups one after the other; those of a group run at the same time,
 * since each keeps one core busy. Each runs to its end and gives how many of it passed, failed and
 * were skipped. One throws where it could not run.
 *
 * @type {ReadonlyArray<ReadonlyArray<readonly [name: string, run: () => Promise<Counts>]>>}
 */
export const testStages = [
  [
    ['types', oneCheck('typescript/bin/tsc', '--build', '--noEmit')],
    ['lint', oneCheck('eslint/bin/eslint.js', '.', '--max-warnings=0')],
    ['format', oneCheck('prettier/bin/prettier.cjs', '.', '--check')],
    ['build', oneCheck('vite/bin/vite.js', 'build')],
  ],
  [['unit', unit]],
  [['end-to-end', endToEnd]],
];
