import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { backendIds, type BackendId } from '../src/spec/Result.ts';
import { finished, open, small } from './lab.ts';
import { readNpz, type NpyArray } from './npz.ts';
import { expect, test } from './test.ts';

const link = small({
  act: 'sin',
  arms: 3,
  'b.act': 'erf',
  'c.act': 'tanh',
  'c.init': 'orthogonal',
  'net.depth': 2,
  steps: 6,
  snapshots: 2,
});

/** Positions and shared weights, small enough for a GPU in software. */
const positions = small({
  data: 'sequences',
  'data.length': 8,
  'data.n': 8,
  'data.test': 8,
  steps: 2,
  snapshots: 1,
  arms: 2,
  net: 'conv',
  'net.width': 8,
  'net.depth': 2,
  'b.net': 'rnn',
  'b.net.width': 8,
});

const names: Readonly<Record<BackendId, string>> = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WASM',
  cpu: 'CPU',
};

test.describe('a backend', () => {
  test('in software is passed over for WASM, and the page says so', async ({ page }) => {
    await open(page, small());
    await finished(page);
    const footer = page.getByRole('contentinfo');
    await footer
      .getByRole('button', { name: /^WASM .* (\d+) of \1 checks against float64 passed/ })
      .click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('WebGPU');
    await expect(dialog).toContainText('software');
    await expect(dialog).toContainText('Gram matrix');
  });

  test('gives what every other one gives, to 1e-5', async ({ page }) => {
    test.setTimeout(300_000);
    await agreeOn(page, link, 3 * 5);
  });

  test('gives the same of convolutional and recurrent networks', async ({ page }) => {
    test.setTimeout(300_000);
    await agreeOn(page, positions, 2 * 5);
  });
});

/** Compares kernels, losses and last outputs, at least so many arrays, on every backend with those on the CPU. */
async function agreeOn(page: Page, experiment: string, least: number): Promise<void> {
  const runs = new Map<BackendId, ReadonlyMap<string, NpyArray>>();
  for (const id of backendIds) runs.set(id, await archiveOn(page, experiment, id));
  const reference = runs.get('cpu')!;
  const compared = [...reference.keys()].filter((name) =>
    /\/(ntk\/\d+|loss_train|loss_test|f\/[1-9]\d*)$/.test(name),
  );
  expect(compared.length).toBeGreaterThanOrEqual(least);
  for (const id of backendIds) {
    for (const name of compared) {
      const error = distance(runs.get(id)!.get(name)!.values, reference.get(name)!.values);
      expect(error, `${name} on ${id} against cpu`).toBeLessThan(1e-5);
    }
  }
}

/** Opens the experiment on a backend, makes sure that this one runs, and reads the file that Download gives. */
async function archiveOn(
  page: Page,
  experiment: string,
  id: BackendId,
): Promise<ReadonlyMap<string, NpyArray>> {
  await open(page, experiment, `backend=${id}`);
  // A GPU in software is slow, the more so beside another run.
  await finished(page, 120_000);
  await expect(
    page.getByRole('contentinfo').getByRole('button', { name: new RegExp(`^${names[id]} `) }),
  ).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  return readNpz(await readFile(await download.path()));
}

/** ‖a − b‖ / ‖b‖. */
function distance(a: readonly number[], b: readonly number[]): number {
  expect(a).toHaveLength(b.length);
  return Math.hypot(...a.map((value, place) => value - b[place]!)) / Math.hypot(...b);
}
