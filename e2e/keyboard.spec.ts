import type { Locator, Page } from '@playwright/test';
import { finished, hashOf, open, panel, small } from './lab.ts';
import { expect, test } from './test.ts';

/** Presses Tab until an element has the focus; fails where it cannot be reached. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let press = 0; press < 120; press++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('Tab does not reach it');
}

test('a person with a keyboard alone can do everything', async ({ page }) => {
  await open(page, small());
  await finished(page);

  // Change a setting.
  const activation = page.getByRole('combobox', { name: 'Activation' });
  await tabTo(page, activation);
  await page.keyboard.press('r');
  await expect.poll(() => hashOf(page)).toContain('act=relu');
  await finished(page);

  // A panel's explanation takes the focus and gives it back.
  const explain = page.getByRole('button', { name: 'Explain Kernel', exact: true });
  await tabTo(page, explain);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(explain).toBeFocused();

  // Enlarge a panel by its button, and back.
  const enlarge = page.getByRole('button', { name: 'Enlarge Kernel', exact: true });
  await tabTo(page, enlarge);
  await page.keyboard.press('Enter');
  await expect(panel(page, 'Spectrum')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(panel(page, 'Spectrum')).toBeVisible();
  await expect(enlarge).toBeFocused();
});

test('keys run, pause, step, restart, enlarge and explain themselves', async ({ page }) => {
  await open(page, small({ steps: 100000 }));
  const status = (words: RegExp) => page.getByRole('status').filter({ hasText: words });
  await expect(status(/^Running/)).toHaveCount(1);
  await page.keyboard.press('Space');
  await expect(status(/^Paused/)).toHaveCount(1);
  const slider = page.getByLabel('Step that is shown');
  const before = await slider.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowRight');
  await expect(slider).not.toHaveAttribute('aria-valuetext', before ?? '');
  await page.keyboard.press('r');
  await expect(slider).toHaveAttribute('aria-valuetext', 'step 0 of 100000');
  await expect(status(/^Paused/), 'a pause outlasts a restart').toHaveCount(1);

  await page.keyboard.press('2');
  await expect(panel(page, 'Kernel')).toBeHidden();
  await page.keyboard.press('2');
  await expect(panel(page, 'Kernel')).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the skip link leads to the panels and leaves the address alone', async ({ page }) => {
  await open(page, small());
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  expect(hashOf(page)).toBe(small());
});
