import { writeFile } from 'node:fs/promises';
import { fromLink } from '../src/state/link/fromLink.ts';
import { computeInBrowser } from './compute/computeInBrowser.ts';
import { computeInNode } from './compute/computeInNode.ts';
import { optionsOf, usage, type ComputeOptions } from './compute/options.ts';
import { manifestIn, summary, wrongBackend } from './compute/summary.ts';

/** Runs an experiment without the page and writes what it finds to an .npz file; see docs/compute.md. */
async function compute({ link, out, backend }: ComputeOptions): Promise<number> {
  const { experiment, problems } = fromLink(link);
  problems.forEach((problem) => console.error(problem));
  const run = backend === 'wasm' || backend === 'cpu' ? computeInNode : computeInBrowser;
  const bytes = await run(experiment, backend, showProgress);
  const manifest = manifestIn(bytes);
  const objection = wrongBackend(manifest, backend);
  if (objection !== undefined) {
    console.error(objection);
    return 1;
  }
  await writeFile(out, bytes);
  manifest.failures.forEach(({ sentence, action }) => console.error(`${sentence} ${action}`));
  console.log(summary(manifest, out, bytes.length));
  return 0;
}

/** Tenths of the run on stderr, each once. */
function showProgress(done: number): void {
  const tenth = Math.floor(10 * done);
  if (tenth > shown) console.error(`${10 * tenth} %`);
  shown = Math.max(shown, tenth);
}
let shown = 0;

const options = optionsOf(process.argv.slice(2));
if (options.kind === 'help') {
  console.log(usage);
} else if (options.kind === 'wrong') {
  console.error(`${options.sentence}\n\n${usage}`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await compute(options);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
