import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { finished, first, open, panel, small } from './lab.ts';
import { expect, test } from './test.ts';

/** What axe finds that keeps people out, as sentences. */
async function grave(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

const four = small({
  arms: 4,
  'b.init': 'orthogonal',
  'c.act': 'relu',
  'd.init': 'constant',
  'd.init.c': 0,
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing grave in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('on the default page, in its dialogs, and with a panel enlarged', async ({ page }) => {
      await open(page, first);
      await finished(page);
      expect(await grave(page)).toEqual([]);
      for (const button of ['Explain Kernel', 'Spectrum as a table', /checks against float64/]) {
        await page.getByRole('button', { name: button }).first().click();
        await expect(page.getByRole('dialog')).toBeVisible();
        expect(await grave(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await grave(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Enlarge Kernel', exact: true }).click();
      await expect(panel(page, 'Training')).toBeHidden();
      expect(await grave(page)).toEqual([]);
    });

    test('with four networks, a failure and problems of a link', async ({ page }) => {
      await open(page, `${four}&nonsense=1`);
      await finished(page);
      await expect(page.getByRole('status', { name: 'Notices' })).toContainText('nonsense');
      await page.getByRole('radio', { name: /^B/ }).check({ force: true });
      await page.getByRole('textbox', { name: 'Width', exact: true }).fill('none');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toBeVisible();
      expect(await grave(page)).toEqual([]);
    });

    test('on the second view, in its dialogs, and with a panel enlarged', async ({ page }) => {
      await open(page, four, 'view=network');
      await finished(page);
      await expect(panel(page, 'Layers').locator('canvas').first()).toBeVisible();
      expect(await grave(page)).toEqual([]);
      for (const button of ['Explain Harmonics', 'Network as a table']) {
        await page.getByRole('button', { name: button }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        expect(await grave(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
      await page.getByRole('button', { name: 'Enlarge Layers', exact: true }).click();
      await expect(panel(page, 'Network')).toBeHidden();
      expect(await grave(page)).toEqual([]);
    });

    test('on the third view, in its dialogs, and with a panel enlarged', async ({ page }) => {
      await open(page, four, 'view=initialization');
      await finished(page);
      await expect(panel(page, 'Weights').locator('.weights-outline').first()).toBeVisible();
      expect(await grave(page)).toEqual([]);
      for (const button of ['Explain Jacobian', 'Weights as a table']) {
        await page.getByRole('button', { name: button }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        expect(await grave(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
      await page.getByRole('button', { name: 'Enlarge Weights', exact: true }).click();
      await expect(panel(page, 'Jacobian')).toBeHidden();
      expect(await grave(page)).toEqual([]);
    });

    test('on the fourth view, in its dialogs', async ({ page }) => {
      await open(page, small({ data: 'points' }), 'view=dynamics');
      await finished(page);
      await expect(panel(page, 'Function').locator('.function-handle').first()).toBeVisible();
      expect(await grave(page)).toEqual([]);
      for (const button of ['Explain Function', 'Function as a table']) {
        await page.getByRole('button', { name: button }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        expect(await grave(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
    });

    test('on a narrow screen', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 800 });
      await open(page, small());
      await finished(page);
      await page.getByText('Settings', { exact: true }).click();
      expect(await grave(page)).toEqual([]);
    });
  });
}
