import { allTables, finished, hashOf, open, setNumber, small, tableOf } from './lab.ts';
import { expect, test } from './test.ts';

const link = small({ act: 'relu', arms: 2, 'b.init': 'orthogonal' });

test.describe('a link', () => {
  test('opens the same experiment again, to the last figure', async ({ page, context }) => {
    await open(page, link);
    await finished(page);
    const first = await allTables(page);

    const other = await context.newPage();
    await open(other, link);
    await finished(other);

    expect(await allTables(other)).toEqual(first);
    expect(first.every(({ rows }) => rows.length > 0)).toBe(true);
    expect(hashOf(other)).toBe(link);
  });

  test('can be taken along after a change and leads to what was on screen', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, link);
    await setNumber(page, 'Width', 24);
    await expect.poll(() => hashOf(page)).toContain('net.width=24');
    await finished(page);
    const before = await tableOf(page, 'Kernel');

    await page.getByRole('button', { name: 'Share' }).click();
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());

    expect(copied).toBe(page.url());
    const other = await context.newPage();
    await other.goto(copied);
    await finished(other);
    expect(await tableOf(other, 'Kernel')).toEqual(before);
  });

  test('is undone and redone by back and forward', async ({ page }) => {
    const width = page.getByRole('textbox', { name: 'Width', exact: true });
    const activation = page.getByRole('combobox', { name: 'Activation' });
    await open(page, link);
    await setNumber(page, 'Width', 48);
    await activation.selectOption({ label: 'erf' });
    await expect.poll(() => hashOf(page)).toContain('act=erf');

    await page.goBack();
    await expect(activation).toHaveValue('relu');
    await expect(width).toHaveValue('48');
    await page.goBack();
    await expect(width).toHaveValue('32');
    expect(hashOf(page)).toBe(link);
    await page.goForward();
    await expect(width).toHaveValue('48');
    await page.goForward();
    await expect(activation).toHaveValue('erf');
    await finished(page);
  });

  test('that is broken explains itself and keeps what could be read', async ({ page }) => {
    const broken = `${small({ 'net.depth': 2, act: 'maxout', sw2: -1, colour: 'red' })}&%zz`;
    await open(page, broken, 'training=violin');

    const notices = page.getByRole('status', { name: 'Notices' });
    await expect(notices.getByRole('listitem')).toHaveCount(5);
    await expect(notices).toContainText('?training=violin');
    await expect(notices).toContainText('act=maxout');
    await expect(notices).toContainText('sw2=-1');
    await expect(notices).toContainText('colour');
    await expect(notices).toContainText('%zz');
    await expect(page.getByRole('textbox', { name: 'Depth', exact: true })).toHaveValue('2');
    await expect(page.getByRole('combobox', { name: 'Activation' })).toHaveValue('tanh');
    await finished(page);
    expect(hashOf(page), 'the link stays as it came').toBe(broken);

    await notices.getByRole('button', { name: 'Dismiss' }).click();
    await expect(notices.getByRole('listitem')).toHaveCount(0);
    await setNumber(page, 'Depth', 1);
    await expect.poll(() => hashOf(page)).toBe(small({ 'net.depth': 1 }));
  });

  for (const nonsense of ['%', '&&=&=', 'v=99&data=%E0%A4%A', 'undefined', 'x'.repeat(5000)]) {
    test(`of nonsense (${nonsense.slice(0, 20)}) still opens a lab`, async ({ page }) => {
      await open(page, nonsense);

      await expect(
        page.getByRole('status', { name: 'Notices' }).getByRole('listitem'),
      ).not.toHaveCount(0);
      await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
    });
  }
});
