import { finished, open, panel, small, tableOf } from './lab.ts';
import { expect, test } from './test.ts';

test.describe('ten digits', () => {
  const ten = { 'data.classes': 'all', 'data.n': 20 };

  test('have a kernel of their mean output', async ({ page }) => {
    await open(page, small(ten));
    await finished(page);
    expect((await tableOf(page, 'Spectrum')).rows).toHaveLength(20);
    const training = await tableOf(page, 'Training');
    const [first, last] = [training.rows[0]!, training.rows.at(-1)!].map((row) =>
      Number(row[training.columns.findIndex((name) => name.endsWith('train'))]),
    );
    expect(last).toBeLessThan(first!);
  });

  test('have a full kernel of all outputs where it is asked for', async ({ page }) => {
    await open(page, small({ ...ten, kernel: 'full' }));
    await finished(page);
    expect((await tableOf(page, 'Spectrum')).rows).toHaveLength(200);
    await expect(panel(page, 'Kernel')).toContainText('10 outputs');
  });

  test('have no full kernel where it would be too large, and the page says so', async ({
    page,
  }) => {
    await open(page, small({ ...ten, 'data.n': 128, kernel: 'full' }));
    await expect(page.getByRole('status', { name: 'Notices' })).toContainText('1280 rows');
    await finished(page);
    expect((await tableOf(page, 'Spectrum')).rows).toHaveLength(128);
  });
});

test('weights that are all zero have a kernel that is zero, and the page says why', async ({
  page,
}) => {
  await open(
    page,
    small({ init: 'constant', 'init.c': 0, bias: 'off', arms: 2, 'b.init': 'gaussian' }),
  );
  await finished(page);
  const notices = page.getByRole('status', { name: 'Notices' });
  await expect(notices).toContainText('zero');
  await notices.getByRole('button', { name: 'Use Gaussian weights' }).click();
  await finished(page);
  await expect(notices).not.toContainText('zero');
});
