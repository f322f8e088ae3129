import type { Page } from '@playwright/test';
import { finished, first, hashOf, open, panel, setNumber, small, stepsOf, tableOf } from './lab.ts';
import { expect, test } from './test.ts';

const state = (page: Page, words: RegExp) => page.getByRole('status').filter({ hasText: words });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const choose = (page: Page, setting: string, value: string): Promise<unknown> =>
  page.getByRole('combobox', { name: setting, exact: true }).selectOption(value);

/** A column of the training table as it is written, by step; of about twenty steps, and none at which it is empty. */
async function column(page: Page, name: string): Promise<ReadonlyMap<number, string>> {
  const { columns, rows } = await tableOf(page, 'Training');
  const place = columns.indexOf(name);
  expect(place, `${name} among ${columns.join(', ')}`).toBeGreaterThan(0);
  return new Map(
    rows.flatMap((cells) => {
      const text = cells[place] ?? '';
      return /\d/u.test(text) ? [[Number(cells[0]), text] as const] : [];
    }),
  );
}

const powers = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** "2.31×10⁻⁵" as a number. */
function numberOf(text: string | undefined): number {
  const plain = (text ?? '')
    .replace('×10', 'e')
    .replace('⁻', '-')
    .replace(/[⁰¹²³⁴-⁹]/gu, (digit) => String(powers.indexOf(digit)));
  const value = Number(plain);
  expect(value, text).not.toBeNaN();
  return value;
}

/** Opens a run that waits before its first step. */
async function openHeld(
  page: Page,
  settings: Readonly<Record<string, string | number>>,
  steps = 20,
): Promise<void> {
  await open(page, small({ ...settings, steps: 100_000 }));
  await button(page, 'Pause').click();
  await expect(state(page, /^Paused/)).toHaveCount(1);
  await setNumber(page, 'Steps', steps);
  await expect.poll(() => stepsOf(page)).toEqual([0, steps]);
  await expect(state(page, /^Paused/)).toHaveCount(1);
}

async function takeSteps(page: Page, from: number, to: number): Promise<void> {
  for (let step = from + 1; step <= to; step++) {
    await button(page, 'One step').click();
    await expect.poll(async () => (await stepsOf(page))[0]).toBe(step);
  }
}

test.describe('training', () => {
  test('tells ten digits apart with softmax and Adam', async ({ page }) => {
    await openHeld(page, { 'data.classes': 'all', 'data.n': 40 }, 120);
    await choose(page, 'Loss', 'softmax');
    await choose(page, 'Optimizer', 'adam');
    await setNumber(page, 'Rate η', 0.01);
    await expect.poll(() => hashOf(page)).toContain('rate=0.01&rate.unit=plain');
    expect(hashOf(page)).toContain('loss=softmax&opt=adam');
    await button(page, 'Run').click();
    await finished(page);

    const losses = await column(page, 'train');
    expect(numberOf(losses.get(0))).toBeGreaterThan(1);
    expect(numberOf(losses.get(120))).toBeLessThan(0.5 * numberOf(losses.get(0)));
    await expect(page.getByRole('group', { name: 'Rate in' })).toContainText('no limit with Adam');
    await expect(page).toHaveTitle(/softmax cross-entropy, Adam/u);
  });

  test('tells two digits apart by logistic regression, and says where softmax does not fit', async ({
    page,
  }) => {
    await open(page, small({ steps: 60, loss: 'logistic' }));
    await finished(page);
    const losses = await column(page, 'train');
    expect(numberOf(losses.get(60))).toBeLessThan(numberOf(losses.get(0)));
    await expect(page.getByRole('combobox', { name: 'Rate in' })).toContainText('8n/λₘₐₓ');

    await choose(page, 'Loss', 'softmax');
    await expect(page.getByRole('region', { name: 'Training settings' })).toContainText(
      'Choose the logistic loss, or all classes.',
    );
  });

  test('goes through mini-batches in an order that the link repeats', async ({ page, context }) => {
    await open(page, small({ batch: 4, steps: 40, rate: 0.2 }));
    await finished(page);
    const losses = [...(await column(page, 'train'))];
    const fresh = await context.newPage();
    await open(fresh, hashOf(page));
    await finished(fresh);
    expect([...(await column(fresh, 'train'))]).toEqual(losses);

    await setNumber(page, 'Batch', 0);
    await finished(page);
    expect([...(await column(page, 'train'))]).not.toEqual(losses);
  });

  test('stops early, and marks the best step', async ({ page }) => {
    await open(page, small({ steps: 4000, 'stop.patience': 5, rate: 0.9, 'data.n': 12 }));
    await finished(page);
    const [shown, last] = await stepsOf(page);
    expect(last).toBeLessThan(4000);
    expect(shown).toBe(last);
    const losses = [...(await column(page, 'test')).values()].map(numberOf);

    const training = panel(page, 'Training');
    await expect(training).toContainText('no better test loss for 5 steps');
    const words = /least test loss ([\d.e-]+)/u.exec((await training.textContent()) ?? '')?.[1];
    expect(Number(words)).toBeLessThanOrEqual(1.005 * Math.min(...losses));
    expect(losses.at(-1)).toBeGreaterThan(Number(words));
  });

  test('goes on at another rate in mid-run, marks the curve, and is repeated by its link', async ({
    page,
    context,
  }) => {
    await openHeld(page, { rate: 0.9 });
    await takeSteps(page, 0, 6);
    const before = [...(await column(page, 'train'))];
    expect(before.map(([step]) => step)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    await setNumber(page, 'Rate η', 0.1);
    await expect.poll(() => hashOf(page)).toContain('rate.changes=6:0.1');
    expect(await stepsOf(page), 'no new run').toEqual([6, 20]);
    expect([...(await column(page, 'train'))]).toEqual(before);
    await button(page, 'Run').click();
    await finished(page);
    await expect(panel(page, 'Training')).toContainText(/η [\d.]+ → [\d.]+/u);

    const losses = [...(await column(page, 'train'))];
    expect(losses.slice(0, 7)).toEqual(before);
    expect(losses).toHaveLength(21);
    const fresh = await context.newPage();
    await open(fresh, hashOf(page));
    await finished(fresh);
    expect([...(await column(fresh, 'train'))]).toEqual(losses);
    await expect(
      fresh.getByRole('textbox', { name: 'Rate η', exact: true }),
      'the rate at the end',
    ).toHaveValue('0.1');
    await fresh.close();

    await page.goBack();
    await expect.poll(() => hashOf(page)).not.toContain('rate.changes');
    await expect.poll(() => stepsOf(page)).toEqual([20, 20]);
    await finished(page);
    const undone = [...(await column(page, 'train'))];
    expect(undone.slice(0, 7)).toEqual(before);
    expect(undone[20]).not.toEqual(losses[20]);
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
    await openHeld(page, {});
    await takeSteps(page, 0, 5);
    const before = [...(await column(page, 'train'))];
    expect(before).toHaveLength(6);
    await page.getByLabel('Step that is shown').press('Home');
    await expect.poll(() => stepsOf(page)).toEqual([0, 20]);
    await page.getByLabel('Speed of playing').selectOption('4');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('p');
    await expect.poll(async () => (await stepsOf(page))[0]).toBe(5);
    await expect(button(page, 'Play recorded steps')).toBeVisible();
    expect([...(await column(page, 'train'))]).toEqual(before);

    await button(page, 'Run').click();
    await finished(page);
    const all = [...(await column(page, 'train'))];
    expect(all.slice(0, 6)).toEqual(before);
    expect(all).toHaveLength(21);
    await page.getByLabel('Speed of playing').selectOption('0.5');
    await button(page, 'Play recorded steps').click();
    const isUnderWay = async (): Promise<boolean> => {
      const [shown] = await stepsOf(page);
      return shown > 0 && shown < 20;
    };
    await expect.poll(isUnderWay, { intervals: [50] }).toBe(true);
    await button(page, 'Stop playing').click();
    const [at] = await stepsOf(page);
    await expect(panel(page, 'Kernel')).toContainText(`Θ${at} − Θ0`);
    expect([...(await column(page, 'train'))]).toEqual(all);
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
  await open(page, first);
  await finished(page);
  const excess = await page
    .getByRole('complementary', { name: 'Settings' })
    .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
  expect(excess).toBeLessThanOrEqual(0);
});
