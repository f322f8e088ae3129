import type { Page } from '@playwright/test';
import { finished, hashOf, open, panel, setNumber, small, stepsOf, tableOf } from './lab.ts';
import { expect, test } from './test.ts';

const state = (page: Page, words: RegExp) => page.getByRole('status').filter({ hasText: words });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const choose = (page: Page, setting: string, value: string): Promise<unknown> =>
  page.getByRole('combobox', { name: setting, exact: true }).selectOption(value);

/** The numbers of a column of the training table, by step; steps at which it has none are left out. */
async function column(page: Page, name: string): Promise<ReadonlyMap<number, number>> {
  const { columns, rows } = await tableOf(page, 'Training');
  const place = columns.indexOf(name);
  expect(place, `${name} among ${columns.join(', ')}`).toBeGreaterThan(0);
  return new Map(
    rows
      .filter((cells) => /\d/u.test(cells[place] ?? ''))
      .map((cells) => [
        Number(cells[0]),
        Number(cells[place]?.replace('−', '-').replace(/·10\^?/u, 'e')),
      ]),
  );
}

const lossColumn = 'A train';

/** Waits until training is somewhere between two steps, and has it wait there. */
async function pausedAfter(page: Page, step: number): Promise<void> {
  await expect.poll(async () => (await stepsOf(page))[0]).toBeGreaterThan(step);
  await button(page, 'Pause').click();
  await expect(state(page, /^Paused/)).toHaveCount(1);
}

test.describe('training', () => {
  test('tells ten digits apart with softmax and Adam', async ({ page }) => {
    await open(page, small({ 'data.classes': 'all', 'data.n': 40, steps: 120 }));
    await finished(page);
    await choose(page, 'Loss', 'softmax');
    await choose(page, 'Optimizer', 'adam');
    await setNumber(page, 'Rate η', 0.01);
    await expect.poll(() => hashOf(page)).toContain('rate=0.01&rate.unit=plain');
    expect(hashOf(page)).toContain('loss=softmax&opt=adam');
    await finished(page);

    const losses = await column(page, lossColumn);
    expect(losses.get(0)).toBeGreaterThan(1);
    expect(losses.get(120)).toBeLessThan(0.5 * losses.get(0)!);
    await expect(page.getByRole('group', { name: 'Rate in' })).toContainText('no limit with Adam');
    await expect(page).toHaveTitle(/softmax cross-entropy, Adam/u);
  });

  test('tells two digits apart by logistic regression, and says where softmax does not fit', async ({
    page,
  }) => {
    await open(page, small({ steps: 60, loss: 'logistic' }));
    await finished(page);
    const losses = await column(page, lossColumn);
    expect(losses.get(60)).toBeLessThan(losses.get(0)!);
    await expect(page.getByRole('combobox', { name: 'Rate in' })).toContainText('8n/λₘₐₓ');

    await choose(page, 'Loss', 'softmax');
    await expect(page.getByRole('region', { name: 'Training settings' })).toContainText(
      'Choose the logistic loss, or all classes.',
    );
  });

  test('goes through mini-batches in an order that the link repeats', async ({ page, context }) => {
    await open(page, small({ batch: 4, steps: 40, rate: 0.2 }));
    await finished(page);
    const losses = [...(await column(page, lossColumn))];
    const fresh = await context.newPage();
    await open(fresh, hashOf(page));
    await finished(fresh);
    expect([...(await column(fresh, lossColumn))]).toEqual(losses);

    await setNumber(page, 'Batch', 0);
    await finished(page);
    expect([...(await column(page, lossColumn))]).not.toEqual(losses);
  });

  test('stops early, and marks the best step', async ({ page }) => {
    await open(page, small({ steps: 4000, 'stop.patience': 5, rate: 0.9, 'data.n': 12 }));
    await finished(page);
    const [shown, last] = await stepsOf(page);
    expect(last).toBeLessThan(4000);
    expect(shown).toBe(last);
    const test = [...(await column(page, 'A test'))];
    const [best] = test.reduce((least, point) => (point[1] < least[1] ? point : least));
    expect(best).toBe(last - 5);

    await expect(panel(page, 'Training')).toContainText(
      new RegExp(`best[^.]*${best}|${best}`, 'u'),
    );
  });

  test('goes on at another rate in mid-run, marks the curve, and is repeated by its link', async ({
    page,
    context,
  }) => {
    await open(page, small({ steps: 2000, snapshots: 10, rate: 0.9 }));
    await pausedAfter(page, 5);
    const before = await column(page, lossColumn);
    const [at] = await stepsOf(page);
    await setNumber(page, 'Rate η', 0.1);
    await expect.poll(() => hashOf(page)).toContain(`rate.changes=${at}:0.1`);
    expect(await stepsOf(page), 'no new run').toEqual([at, 2000]);
    expect(await column(page, lossColumn)).toEqual(before);
    await button(page, 'Run').click();
    await expect(panel(page, 'Training')).toContainText(/η/u);
    await finished(page);

    const losses = await column(page, lossColumn);
    for (const [step, loss] of before) expect(losses.get(step)).toBe(loss);
    const fresh = await context.newPage();
    await open(fresh, hashOf(page));
    await finished(fresh);
    const again = await column(fresh, lossColumn);
    expect(again.get(2000)).toBe(losses.get(2000));
    await expect(
      fresh.getByRole('textbox', { name: 'Rate η', exact: true }),
      'the rate at the end',
    ).toHaveValue('0.1');

    await page.goBack();
    await expect.poll(() => hashOf(page)).not.toContain('rate.changes');
    await finished(page);
    expect((await column(page, lossColumn)).get(2000)).not.toBe(losses.get(2000));
  });

  test('starts anew when the rate is set after its end', async ({ page }) => {
    await open(page, small({ rate: 0.9, 'rate.changes': '10:0.1' }));
    await finished(page);
    await setNumber(page, 'Rate η', 0.5);
    await expect.poll(() => hashOf(page)).toMatch(/rate=0\.5|^(?!.*rate)/u);
    expect(hashOf(page)).not.toContain('rate.changes');
    await finished(page);
  });

  test('that diverges names its rate and the limit', async ({ page }) => {
    await open(page, small({ steps: 300, rate: 4, opt: 'momentum' }));
    await finished(page);
    const notice = page.getByRole('status', { name: 'Notices' });

    await expect(notice).toContainText(/η = [\d.]+/u);
    await expect(notice).toContainText(/\(1 \+ β\)·2n\/λmax = [\d.]+/u);
  });

  test('keeps its data while it is paused, looked back at and played', async ({ page }) => {
    await open(page, small({ steps: 3000, snapshots: 6 }));
    await pausedAfter(page, 20);
    const before = await column(page, lossColumn);
    await page.getByLabel('Step that is shown').press('Home');
    await page.getByLabel('Speed of playing').selectOption('4');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('p');
    const [at] = await stepsOf(page);
    await expect.poll(async () => (await stepsOf(page))[0]).toBeGreaterThan(at);
    await expect(button(page, 'Play recorded steps')).toBeVisible();
    expect(await column(page, lossColumn)).toEqual(before);

    await button(page, 'Run').click();
    await finished(page);
    const all = await column(page, lossColumn);
    for (const [step, loss] of before) expect(all.get(step)).toBe(loss);
    await button(page, 'Play recorded steps').click();
    await expect.poll(async () => (await stepsOf(page))[0]).toBeLessThan(3000);
    await expect.poll(async () => (await stepsOf(page))[0]).toBe(3000);
    expect(await column(page, lossColumn)).toEqual(all);
  });

  test('is played without motion for those who want none', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page, small({ steps: 20, snapshots: 4 }));
    await finished(page);
    for (const step of [0, 5, 10]) {
      await button(page, 'Play recorded steps').click();
      await expect.poll(async () => (await stepsOf(page))[0]).toBe(step);
    }
  });
});

test('all settings fit one screen', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page);
  await finished(page);
  const excess = await page
    .getByRole('complementary', { name: 'Settings' })
    .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
  expect(excess).toBeLessThanOrEqual(0);
});
