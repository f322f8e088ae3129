import type { Page } from '@playwright/test';
import { finished, hashOf, open, panel, setNumber, small, stepsOf, tableOf } from './lab.ts';
import { expect, test } from './test.ts';

const state = (page: Page, words: RegExp) => page.getByRole('status').filter({ hasText: words });
const pause = (page: Page) => page.getByRole('button', { name: 'Pause' });
const run = (page: Page) => page.getByRole('button', { name: 'Run', exact: true });

const endless = { steps: 100_000 };

test.describe('a run', () => {
  test('is interrupted at once by a change, and nothing of it comes late', async ({
    page,
    context,
  }) => {
    await open(page, small({ ...endless, 'net.width': 1024, 'net.depth': 6 }));
    await expect(panel(page, 'Kernel')).toContainText('width 1024');
    await expect.poll(async () => (await stepsOf(page))[0]).toBeGreaterThan(0);
    await setNumber(page, 'Width', 24);
    await expect(panel(page, 'Kernel')).toContainText('width 24');
    await pause(page).click();
    await expect(state(page, /^Paused/)).toHaveCount(1);
    const [, last] = await stepsOf(page);
    expect(last).toBe(100_000);
    await page.getByLabel('Step that is shown').press('Home');
    const spectrum = await tableOf(page, 'Spectrum');
    const training = await tableOf(page, 'Training');

    const fresh = await context.newPage();
    await open(fresh, hashOf(page));
    await expect.poll(async () => (await stepsOf(fresh))[0]).toBeGreaterThan(0);
    await pause(fresh).click();
    await fresh.getByLabel('Step that is shown').press('Home');

    expect(spectrum.rows).toHaveLength(16);
    expect(await tableOf(fresh, 'Spectrum')).toEqual(spectrum);
    expect((await tableOf(fresh, 'Training')).rows[0]).toEqual(training.rows[0]);
  });

  test('pauses, goes step by step, and goes on to its end', async ({ page }) => {
    await open(page, small({ steps: 2000 }));
    await pause(page).click();
    await expect(state(page, /^Paused/)).toHaveCount(1);
    const [from] = await stepsOf(page);
    for (const more of [1, 2]) {
      await page.getByRole('button', { name: 'One step' }).click();
      await expect.poll(async () => (await stepsOf(page))[0]).toBe(from + more);
    }
    await expect(state(page, /^Paused/)).toHaveCount(1);
    const rows = (await tableOf(page, 'Kernel change')).rows.map(([step]) => Number(step));
    expect(rows, 'a single step is measured').toContain(from + 2);

    await run(page).click();
    await finished(page);
    expect(await stepsOf(page)).toEqual([2000, 2000]);
  });

  test('stops where it is, and starts again', async ({ page }) => {
    await open(page, small(endless));
    await expect.poll(async () => (await stepsOf(page))[0]).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect(state(page, /^Stopped/)).toHaveCount(1);
    const [at] = await stepsOf(page);
    expect(at).toBeLessThan(100_000);
    expect((await tableOf(page, 'Training')).rows.length).toBeGreaterThan(0);
    expect((await stepsOf(page))[0], 'no further step').toBe(at);

    await page.getByRole('button', { name: 'Restart' }).click();
    await expect(state(page, /^Running/)).toHaveCount(1);
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect(state(page, /^Stopped/)).toHaveCount(1);
  });

  test('can be looked back at', async ({ page }) => {
    await open(page, small());
    await finished(page);
    const slider = page.getByLabel('Step that is shown');
    const last = await tableOf(page, 'Spectrum');
    await slider.press('Home');
    await expect.poll(() => stepsOf(page)).toEqual([0, 20]);
    await expect(panel(page, 'Spectrum')).toContainText('eigenvalues of Θ₀');
    const first = await tableOf(page, 'Spectrum');
    expect(first.columns).not.toEqual(last.columns);
    await slider.press('End');
    expect(await tableOf(page, 'Spectrum')).toEqual(last);
  });

  test('that diverges says why, with its numbers, and the other network goes on', async ({
    page,
  }) => {
    await open(page, small({ steps: 200, rate: 3, arms: 2, 'b.rate': 0.5 }));
    await finished(page);

    const notice = page.getByRole('status', { name: 'Notices' });
    await expect(notice).toContainText(/A diverged (at|by) step \d+/);
    await expect(notice).toContainText(/η = [\d.]+/);
    await expect(notice).toContainText(/2n\/λmax = [\d.]+/);
    await expect(panel(page, 'Training')).toContainText(/A diverged/);
    const { columns, rows } = await tableOf(page, 'Training');
    const lastOf = (column: string): string => rows.at(-1)?.[columns.indexOf(column)] ?? '';
    expect(lastOf('step')).toBe('200');
    expect(lastOf('B train')).toMatch(/^\d/);
    expect(lastOf('A train'), 'nothing is shown of what diverged').not.toMatch(/\d/);

    await notice.getByRole('button', { name: 'Use 0.9 of the limit' }).click();
    await expect.poll(() => hashOf(page)).toContain('rate=0.9');
    await finished(page);
    await expect(notice).not.toContainText('diverged');
  });
});
