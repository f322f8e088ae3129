import { dynamicsTitles, finished, hashOf, open, panel, small, tableOf } from './lab.ts';
import { expect, test } from './test.ts';

const points = small({ data: 'points' }).replace('data.n=16&', '');

test.describe('the fourth view', () => {
  test('has panels that carry their truth and explain themselves', async ({ page }) => {
    await open(page, points, 'view=dynamics');
    await finished(page);
    for (const title of dynamicsTitles) {
      await expect(panel(page, title).locator('.caption')).toContainText('seed 1');
      await panel(page, title)
        .getByRole('button', { name: `Explain ${title}` })
        .click();
      const dialog = page.getByRole('dialog', { name: `${title}: what am I looking at?` });
      await expect(dialog).toContainText(/\(\d{4}\)/);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
  });

  test('is computed when it is first looked at, even after the run, as it is during it', async ({
    page,
  }) => {
    await open(page, points, 'view=dynamics');
    await finished(page);
    await expect(panel(page, 'Function').locator('.caption')).toContainText('NTK ensemble');
    const during = await tableOf(page, 'Function');
    await open(page, points);
    await finished(page);
    for (let press = 0; press < 3; press++) await page.keyboard.press('v');
    await expect(panel(page, 'Function').locator('.subtitle')).toContainText('at step 20');
    await expect(panel(page, 'Function').locator('.caption')).toContainText('NTK ensemble');

    expect(await tableOf(page, 'Function')).toEqual(during);
  });

  test('lets samples be moved by pointer and by keyboard, in the picture and in the link', async ({
    page,
  }) => {
    await open(page, points, 'view=dynamics');
    await finished(page);
    const sample = panel(page, 'Function').getByRole('slider', { name: 'Sample 4' });
    await expect(sample).toHaveAttribute('aria-valuetext', 'x 0.200, y 0.990');
    await sample.focus();
    await page.keyboard.press('Shift+ArrowDown');
    await expect(sample).toHaveAttribute('aria-valuetext', 'x 0.200, y 0.890');
    await expect.poll(() => decodeURIComponent(hashOf(page))).toContain('0.2:0.89');

    const { x, y, width, height } = (await sample.boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + 20, y + height / 2 + 30, { steps: 4 });
    await page.mouse.up();
    await expect(sample).not.toHaveAttribute('aria-valuetext', 'x 0.200, y 0.890');
    await finished(page);
    const moved = /x ([\d.]+), y (−?[\d.]+)/.exec((await sample.getAttribute('aria-valuetext'))!)!;
    expect(Number(moved[1])).toBeGreaterThan(0.2);
    const { rows } = await tableOf(page, 'Function');
    expect(rows.filter((row) => row.at(-1) !== '–').map((row) => row.at(-1))).toContain(moved[2]);
  });
});
