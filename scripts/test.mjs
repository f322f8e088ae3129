/**
 * Installs what is missing, runs every check of the project, each to its end, and prints as its
 * last line how many passed and failed: every unit and end-to-end test counts as one, and so does
 * each other stage. Exits with 1 where anything failed.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { ensureBrowser } from './browser.mjs';
import { checkNode } from './checkNode.mjs';
import { ensureDependencies } from './ensureDependencies.mjs';
import { testStages } from './testStages.mjs';

/** @param {unknown} error */
const report = (error) => {
  console.error(error instanceof Error ? error.message : error);
};

checkNode();
try {
  await ensureDependencies();
} catch (error) {
  report(error);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
// Without a browser the end-to-end stage fails of itself, and the others still tell something.
await ensureBrowser().catch(report);

// What an earlier run left must not be tested or counted as this one's.
for (const folder of ['../dist', '../test-results']) {
  rmSync(new URL(folder, import.meta.url), { recursive: true, force: true });
}
mkdirSync(new URL('../test-results', import.meta.url));

const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const summary = [];
for (const group of testStages) {
  console.log(`\n== ${group.map(([name]) => name).join(', ')}`);
  const start = performance.now();
  const results = await Promise.all(
    group.map(async ([name, run]) => {
      const counts = await run().catch((error) => {
        report(error);
        return { passed: 0, failed: 1, skipped: 0 };
      });
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const line = `${counts.failed === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds} s)`;
      console.log(line);
      return { ...counts, line };
    }),
  );
  for (const { passed, failed, skipped, line } of results) {
    summary.push(line);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
}

console.log(`\n${summary.join('\n')}\n`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
