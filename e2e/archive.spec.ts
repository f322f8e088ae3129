import { readFile } from 'node:fs/promises';
import { finished, open, small } from './lab.ts';
import { readNpz, textOf } from './npz.ts';
import { expect, test } from './test.ts';

test('Download gives the whole experiment as a file for NumPy', async ({ page }) => {
  const link = small({ arms: 2, 'b.init': 'orthogonal' });
  await open(page, link);
  await finished(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^digits-3-and-8.*orthogonal.*\.npz$/);
  const arrays = readNpz(await readFile(await download.path()));

  expect(arrays.get('x')?.shape).toEqual([16, 64]);
  expect(arrays.get('y')?.shape).toEqual([16, 1]);
  expect(arrays.get('x_test')?.shape).toEqual([16, 64]);
  expect(arrays.get('y_test')?.shape).toEqual([16, 1]);
  for (const arm of ['A', 'B']) {
    expect(arrays.get(`${arm}/ntk_inf`)?.shape).toEqual([16, 16]);
    expect(arrays.get(`${arm}/nngp_inf`)?.shape).toEqual([16, 16]);
    const of = (name: string) => arrays.get(`${arm}/s0/${name}`);
    expect(of('weights/0/W')?.shape).toEqual([64, 32]);
    expect(of('weights/0/b')?.shape).toEqual([32]);
    expect(of('weights/3/W')?.shape).toEqual([32, 1]);
    expect(of('steps')?.values.at(-1)).toBe(20);
    expect(of('loss_train')?.shape).toEqual(of('steps')?.shape);
    expect(of('loss_predicted')?.shape).toEqual(of('steps')?.shape);
    for (const step of [0, 5, 10, 15, 20]) {
      expect(of(`ntk/${step}`)?.shape).toEqual([16, 16]);
      const trace = of(`ntk/${step}`)!.values.reduce(
        (sum, value, place) => (place % 17 === 0 ? sum + value : sum),
        0,
      );
      const eigenvalues = of(`eigenvalues/${step}`)!.values;
      expect(eigenvalues.reduce((sum, value) => sum + value, 0) / trace).toBeCloseTo(1, 5);
      expect(of(`f/${step}`)?.shape).toEqual([16, 1]);
      expect(of(`f_test/${step}`)?.shape).toEqual([16, 1]);
    }
  }
  const manifest: unknown = JSON.parse(textOf(arrays.get('manifest.json')!));
  expect(manifest).toMatchObject({ backend: { id: 'wasm' } });
  expect(JSON.stringify(manifest)).toContain('orthogonal');
  expect(JSON.stringify(manifest)).toContain('ntk_ms');
});

test('a download can be called off', async ({ page }) => {
  await open(page, small({ steps: 100000 }));
  await page.getByRole('button', { name: 'Download' }).click();
  await page.getByRole('button', { name: /^Cancel the download/ }).click();
  await expect(page.getByRole('button', { name: 'Download' })).toBeVisible();
});
