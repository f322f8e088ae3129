import { finished, open, panel, small, tableOf, type Table } from './lab.ts';
import { expect, test } from './test.ts';

/** What stands in a column, first and last. */
function ends({ columns, rows }: Table, column: string): readonly [first: number, last: number] {
  const place = columns.indexOf(column);
  expect(place, `${column} among ${columns.join(', ')}`).toBeGreaterThan(0);
  return [Number(rows[0]?.[place]), Number(rows.at(-1)?.[place])];
}

const three = {
  arms: 3,
  act: 'relu',
  net: 'conv',
  'net.width': 16,
  'net.depth': 2,
  'b.net': 'resntk',
  'b.net.width': 32,
  'c.net': 'rnn',
  'c.net.width': 32,
};

test('networks that are not fully connected have kernels and limits, and learn', async ({
  page,
}) => {
  await open(page, small(three));
  await finished(page);
  await expect(page.getByRole('status', { name: 'Notices' })).toBeEmpty();
  const kernels = new Set((await tableOf(page, 'Kernel')).rows.map(([name = '']) => name));
  const training = await tableOf(page, 'Training');
  for (const arm of ['A', 'B', 'C']) {
    expect([...kernels]).toEqual(expect.arrayContaining([`${arm} Θ₀`, `${arm} Θ∞`]));
    const [first, last] = ends(training, `${arm} train`);
    expect(last, `the loss of ${arm}`).toBeLessThan(first);
  }

  await page.keyboard.press('v');
  const network = panel(page, 'Network');
  await expect(network).toBeVisible();
  const { rows } = await tableOf(page, 'Network');
  const uses = (arm: string) =>
    rows.filter(([layer = '']) => layer.startsWith(arm)).map((row) => Number(row[6]));
  expect(uses('C'), 'both maps of a recurrent layer at each of 8 steps').toEqual([8, 7, 1]);
  await expect(panel(page, 'Harmonics').locator('.caption')).toContainText(
    'A has none: the kernel of this network depends on where the numbers of an input stand',
  );
});

test('a hard threshold says why it has no NTK at infinite width', async ({ page }) => {
  await open(page, small({ act: 'step' }));
  await finished(page);
  const reason = 'no limit: A hard threshold has no NTK: its derivative is zero almost everywhere';
  await expect(panel(page, 'Kernel').locator('.caption')).toContainText(reason);
  const { rows } = await tableOf(page, 'Kernel');
  expect(rows.some(([name = '']) => name.includes('Θ∞'))).toBe(false);

  await page.keyboard.press('v');
  await expect(panel(page, 'Kernel profile').locator('.caption')).toContainText(reason);
  await expect(panel(page, 'Harmonics').locator('.caption')).toContainText(
    'none: a hard threshold',
  );
  const { columns, rows: layers } = await tableOf(page, 'Layers');
  const shares = layers.map((row) => parseFloat(row[columns.indexOf('share')] ?? ''));
  expect(shares, 'the readout alone learns').toEqual([0, 0, 0, 100]);
});
