import type { Page } from '@playwright/test';
import { finished, open, panel, small } from './lab.ts';
import { expect, test } from './test.ts';

const hashOf = (page: Page): URLSearchParams =>
  new URLSearchParams(new URL(page.url()).hash.slice(1));

const two = small({ arms: 2, sw2: 1.5, sb2: 0.1, 'b.sw2': 2.5, 'b.sb2': 0.2 });

test.describe('the phase plane', () => {
  test('moves an arm by keyboard, and the link and the run follow', async ({ page }) => {
    await open(page, two, 'view=initialization');
    await finished(page);
    const point = panel(page, 'Phase plane').getByRole('slider', { name: /^B/ });
    await point.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowUp');

    await expect.poll(() => hashOf(page).get('b.sw2')).toBe('2.51');
    expect(hashOf(page).get('b.sb2')).toBe('1');
    await finished(page);
    await expect(point).toBeFocused();
    await expect(point).toHaveAttribute('aria-valuetext', /^σ_w² 2\.51, σ_b² 1\.0: ordered/);
  });

  test('moves an arm by dragging, as one entry of the history', async ({ page }) => {
    await open(page, two, 'view=initialization');
    await finished(page);
    const point = panel(page, 'Phase plane').getByRole('slider', { name: /^A/ });
    const box = (await point.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 20, y, { steps: 4 });
    await page.mouse.move(x - 40, y + 30, { steps: 4 });
    await page.mouse.up();

    await expect.poll(() => Number(hashOf(page).get('sw2'))).toBeLessThan(1.3);
    expect(Number(hashOf(page).get('sb2'))).toBeLessThan(0.05);
    expect(hashOf(page).get('b.sw2')).toBe('2.5');
    await finished(page);
    const after = (await point.boundingBox())!;
    expect(Math.abs(after.x - box.x + 40)).toBeLessThan(3);
    await page.goBack();
    await expect.poll(() => hashOf(page).get('b.sw2')).toBe('2.5');
    await expect(point).toHaveAttribute('aria-valuetext', /^σ_w² 1\.50, σ_b² 0\.10/);
  });
});
