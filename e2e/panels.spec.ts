import { finished, firstMap, open, panel, panelTitles, small, tableOf } from './lab.ts';
import { expect, test } from './test.ts';

test.describe('every panel', () => {
  test.beforeEach(async ({ page }) => {
    await open(page, small({ arms: 2, 'b.init': 'orthogonal' }));
    await finished(page);
  });

  for (const title of panelTitles) {
    test(`${title}: carries its truth, explains itself, reads as a table`, async ({ page }) => {
      const frame = panel(page, title);
      await expect(frame.locator('.caption')).toContainText('seed 1');

      await frame.getByRole('button', { name: `Explain ${title}` }).click();
      const dialog = page.getByRole('dialog', { name: `${title}: what am I looking at?` });
      await expect(dialog).toContainText('Θ');
      await expect(dialog).toContainText(/\(\d{4}\)/);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();

      const { columns, rows } = await tableOf(page, title);
      expect(columns.length).toBeGreaterThan(1);
      expect(rows.length).toBeGreaterThan(3);
      const numbers = rows.flat().filter((cell) => /^[−-]?\d/.test(cell));
      expect(numbers.length, 'mostly numbers').toBeGreaterThan(rows.flat().length / 2);
    });

    test(`${title}: fills the page and goes back`, async ({ page }) => {
      const frame = panel(page, title);
      const before = (await frame.boundingBox())!;
      const enlarge = frame.getByRole('button', { name: `Enlarge ${title}` });
      await enlarge.click();
      await expect(enlarge).toHaveAttribute('aria-pressed', 'true');
      await expect
        .poll(async () => {
          const { width, height } = (await frame.boundingBox())!;
          return width * height;
        })
        .toBeGreaterThan(2 * before.width * before.height);
      for (const other of panelTitles.filter((name) => name !== title)) {
        await expect(panel(page, other)).toBeHidden();
      }
      await page.keyboard.press('Escape');
      await expect(enlarge).toHaveAttribute('aria-pressed', 'false');
      await expect.poll(() => frame.boundingBox()).toEqual(before);
    });
  }

  test('shows the pair of samples that the pointer is on', async ({ page }) => {
    const frame = panel(page, 'Kernel');
    await firstMap(page).hover({ position: { x: 3, y: 3 } });
    await expect(frame).toContainText('samples 0, 0');
    await expect(frame).toContainText(/A [\d.−]+ → [\d.−]+/);
  });
});
