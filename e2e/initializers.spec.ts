import type { Page } from '@playwright/test';
import { finished, hashOf, open, panel, small, tableOf } from './lab.ts';
import { expect, test } from './test.ts';

const initializer = (page: Page) => page.getByRole('region', { name: 'Initializer settings' });
const row = (page: Page, name: string) =>
  initializer(page).getByRole('group', { name, exact: true });
const notices = (page: Page) => page.getByRole('status', { name: 'Notices' });

test('an initializer can be chosen and set with the keyboard alone', async ({ page }) => {
  await open(page, small());
  await finished(page);
  const weights = row(page, 'Weights').getByRole('combobox');
  await weights.focus();
  await page.keyboard.type('Student');
  await expect(weights).toHaveValue('student');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const degrees = row(page, 'Degrees ν').getByRole('textbox');
  await expect(degrees).toBeFocused();
  await page.keyboard.type('1.5');
  await page.keyboard.press('Enter');
  await expect.poll(() => hashOf(page)).toContain('init=student&init.nu=1.5');
  await finished(page);
  await expect(panel(page, 'Kernel').locator('.caption')).toContainText('no limit');
});

test('a formula with a mistake is explained where it stands, and can be mended', async ({
  page,
}) => {
  await open(page, small({ init: 'custom', arms: 2, 'b.init': 'gaussian' }));
  await finished(page);
  const formula = row(page, 'Weight =').getByRole('textbox');
  await formula.fill('sqrt(2/fanIn*normal()');
  await formula.press('Enter');
  const words = 'The parenthesis at character 5 has no partner. Close it with “)”.';
  await expect(initializer(page).locator('.complaint')).toContainText(words);
  await expect(notices(page)).toContainText(words);
  await expect(formula).toHaveAttribute('aria-invalid', 'true');
  await finished(page);
  const kernels = (await tableOf(page, 'Kernel')).rows.map(([name = '']) => name);
  expect(kernels.filter((name) => name.startsWith('A Θ₀'))).toEqual([]);
  expect(kernels.some((name) => name.startsWith('B Θ₀'))).toBe(true);

  await formula.fill('sqrt(3/fanIn)*uniform()');
  await formula.press('Enter');
  await expect(initializer(page).locator('.complaint')).toHaveCount(0);
  await finished(page);
  await expect(notices(page)).toBeEmpty();
  expect(hashOf(page)).toContain('init.expr=sqrt(3/fanIn)*uniform()');
  await expect(panel(page, 'Kernel').locator('.caption')).toContainText(
    'measured over 4,096 draws',
  );

  await page.reload();
  await expect(formula).toHaveValue('sqrt(3/fanIn)*uniform()');
});

test('the first layer can be drawn in its own way, and as the others again', async ({ page }) => {
  await open(page, small({ arms: 2, 'b.initFirst': 'constant' }));
  await finished(page);
  const caption = panel(page, 'Kernel').locator('.caption');
  await expect(caption).toContainText('identical');
  await page.getByRole('radio', { name: 'B first layer constant' }).check({ force: true });
  await expect(row(page, 'Constant c')).toBeVisible();
  await row(page, 'First layer')
    .getByRole('button', { name: /back to A's value/ })
    .click();
  await expect(row(page, 'First layer')).toHaveCount(0);
  await expect.poll(() => hashOf(page)).not.toContain('initFirst');
  await finished(page);
  await expect(caption).not.toContainText('identical');

  await initializer(page)
    .getByRole('button', { name: / more$/ })
    .click();
  await row(page, 'Readout').getByRole('combobox').selectOption({ label: 'ZerO' });
  await expect.poll(() => hashOf(page)).toContain('b.initLast=zero');
});

test('a mirrored network starts from zero with the kernel of one copy', async ({ page }) => {
  await open(page, small({ arms: 2, 'b.mirror': 'on' }));
  await finished(page);
  const training = await tableOf(page, 'Training');
  const start = (arm: string): number =>
    Number(training.rows[0]?.[training.columns.indexOf(`${arm} train`)]);
  expect(start('A')).not.toBeCloseTo(0.5, 3);
  expect(start('B'), 'half the mean square of targets ±1').toBeCloseTo(0.5, 6);

  const spectrum = await tableOf(page, 'Spectrum');
  const eigenvalues = (arm: string): readonly number[] =>
    spectrum.rows.map((cells) => Number(cells[spectrum.columns.indexOf(`${arm} step 0`)]));
  const [plain, mirrored] = [eigenvalues('A'), eigenvalues('B')];
  expect(plain[0]).toBeGreaterThan(0);
  // Small ones are down in the noise of float32.
  mirrored
    .slice(0, 4)
    .forEach((value, k) => expect(Math.abs(value / plain[k]! - 1)).toBeLessThan(1e-3));
});
