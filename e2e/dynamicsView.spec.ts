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
    const place = async (): Promise<readonly [x: number, y: number]> => {
      const text = (await sample.getAttribute('aria-valuetext'))!.replaceAll('−', '-');
      const [, x, y] = /x (\S+), y (\S+)/.exec(text)!;
      return [Number(x), Number(y)];
    };
    await expect(sample).toHaveAttribute('aria-valuetext', 'x 0.200, y 0.990');

    // By pointer while nothing computes: a new run may change the axes, and the sample moves from under the pointer.
    const { x, y, width, height } = (await sample.boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + 20, y + height / 2 + 30, { steps: 4 });
    await page.mouse.up();
    await expect(sample).not.toHaveAttribute('aria-valuetext', 'x 0.200, y 0.990');
    await expect.poll(() => decodeURIComponent(hashOf(page))).not.toContain('0.2:0.99');
    const [right, below] = await place();
    expect(right).toBeGreaterThan(0.2);
    expect(below).toBeLessThan(0.99);

    await sample.focus();
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(async () => (await place())[1]).toBeCloseTo(below - 0.1, 2);
    expect((await place())[0]).toBe(right);
    await expect
      .poll(async () => {
        const { rows } = await tableOf(page, 'Function');
        return rows.filter((row) => row.at(-1) !== '–').map((row) => Number(row.at(-1)));
      })
      .toContainEqual((await place())[1]);
  });
});
