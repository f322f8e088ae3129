import type { Page } from '@playwright/test';
import { finished, initializationTitles, open, panel, small, tableOf } from './lab.ts';
import { expect, test } from './test.ts';

const queryOf = (page: Page): string => new URL(page.url()).search;

const choiceOf = (page: Page, title: string) =>
  page.getByRole('combobox', { name: `${title}: what is shown` });

/** Four starts of a deep network on digits. */
const four = small({
  'net.depth': 5,
  arms: 4,
  'b.init': 'orthogonal',
  'c.init': 'he-normal',
  'd.init': 'constant',
});

test.describe('the third view', () => {
  test('has panels that carry their truth and explain themselves', async ({ page }) => {
    await open(page, four, 'view=initialization');
    await finished(page);
    for (const title of initializationTitles) {
      const frame = panel(page, title);
      await frame.getByRole('button', { name: `Explain ${title}` }).click();
      const dialog = page.getByRole('dialog', { name: `${title}: what am I looking at?` });
      await expect(dialog).toContainText(/\(\d{4}\)/);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
    for (const title of ['Weights', 'Jacobian'] as const)
      await expect(panel(page, title).locator('.caption')).toContainText('seed 1');
  });

  test('shows other pictures of the same results, by keyboard too, and keeps the choice', async ({
    page,
  }) => {
    await open(page, four, 'view=initialization&jacobian=depth');
    await finished(page);
    await expect(choiceOf(page, 'Jacobian')).toHaveValue('depth');
    await expect(panel(page, 'Jacobian').locator('.jacobian-extreme').first()).toBeAttached();

    await choiceOf(page, 'Weights').focus();
    await page.keyboard.press('s');
    await expect(choiceOf(page, 'Weights')).toHaveValue('singular');
    await expect(panel(page, 'Weights').getByText('rank 1').first()).toBeVisible();
    expect(queryOf(page)).toBe('?view=initialization&jacobian=depth&weights=singular');

    await page.reload();
    await finished(page);
    await expect(choiceOf(page, 'Weights')).toHaveValue('singular');
    await page.getByRole('button', { name: 'Enlarge Weights', exact: true }).click();
    await choiceOf(page, 'Weights').selectOption('tail exponent');
    await expect(panel(page, 'Weights').getByText('these exponents mean nothing')).toBeVisible();
  });

  test('says what is wrong with an option that there is not', async ({ page }) => {
    await open(page, small(), 'view=initialization&weights=violin');
    await expect(page.getByRole('status', { name: 'Notices' })).toContainText(
      '?weights=violin is not among histogram | log | singular | tail and is ignored.',
    );
    await expect(choiceOf(page, 'Weights')).toHaveValue('histogram');
  });

  test('is computed when it is first looked at, even after the run', async ({ page }) => {
    await open(page, small());
    await finished(page);
    await page.keyboard.press('v');
    await page.keyboard.press('v');
    await expect(panel(page, 'Weights').locator('.weights-outline').first()).toBeVisible();
    await expect(panel(page, 'Jacobian').locator('.jacobian-outline').first()).toBeVisible();
  });

  test('tells isometric starts from others in its tables', async ({ page }) => {
    await open(page, four, 'view=initialization');
    await finished(page);
    await expect(panel(page, 'Jacobian').locator('.jacobian-outline')).toHaveCount(4);
    const weights = await tableOf(page, 'Weights');
    expect(weights.rows).toHaveLength(4 * 6);
    const rank = weights.columns.indexOf('rank');
    const rankOf = (layer: string) => weights.rows.find(([name]) => name === layer)?.[rank];
    expect(rankOf('A 3')).toBe('32');
    expect(rankOf('D 3')).toBe('1 of 32');

    const largest = weights.columns.indexOf('largest singular value');
    const orthogonal = weights.rows.find(([name]) => name === 'B 3')!;
    expect(orthogonal[largest]).toBe(orthogonal[largest + 1]);
  });
});
