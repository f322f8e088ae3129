import { finished, open, small } from './lab.ts';
import { expect, test } from './test.ts';

test.describe('when files cannot be loaded', () => {
  test.use({ expectedNoise: [/ERR_FAILED|Failed to load|net::/] });

  test('a missing engine is explained, and tried again', async ({ page, context }) => {
    await context.route(/worker.*\.js/, (route) => route.abort());
    await open(page, small());
    const notices = page.getByRole('status', { name: 'Notices' });
    await expect(notices).toContainText('engine');
    await context.unroute(/worker.*\.js/);
    await notices.getByRole('button', { name: 'Try again' }).click();
    await finished(page);
    await expect(notices).toBeEmpty();
  });

  test('missing data are explained, and other data can be chosen', async ({ page, context }) => {
    await context.route(/digits\.bin/, (route) => route.abort());
    await open(page, small());
    const notices = page.getByRole('status', { name: 'Notices' });
    await expect(notices).toContainText('digits.bin');
    await page.getByRole('combobox', { name: 'Set' }).selectOption({ label: 'Circle' });
    await finished(page);
    await expect(notices).toBeEmpty();
  });
});
