import {
  begun,
  dynamicsTitles,
  finished,
  initializationTitles,
  networkTitles,
  open,
  panel,
  panelTitles,
  small,
} from './lab.ts';
import { expect, test } from './test.ts';

for (const [width, height] of [
  [360, 720],
  [768, 1024],
  [1280, 720],
  [1920, 1080],
] as const) {
  test(`nothing scrolls sideways at ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await begun(page);
    const excess = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(excess).toBeLessThanOrEqual(0);
    for (const title of panelTitles) {
      const box = (await panel(page, title).boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
    }
  });
}

const laterViews = [
  ['network', networkTitles],
  ['initialization', initializationTitles],
  ['dynamics', dynamicsTitles],
] as const;

for (const [[width, height], [view, titles]] of (
  [
    [360, 720],
    [1280, 720],
    [1920, 1080],
  ] as const
).flatMap((size) => laterViews.map((later) => [size, later] as const))) {
  test(`nothing of the view ${view} scrolls sideways at ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, small({ arms: 2, 'b.init': 'orthogonal' }), `view=${view}`);
    await finished(page);
    const excess = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(excess).toBeLessThanOrEqual(0);
    for (const title of titles) {
      const box = (await panel(page, title).boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      const plot = (await panel(page, title).locator('.plot').boundingBox())!;
      expect(plot.height, `room for ${title}`).toBeGreaterThan(150);
    }
  });
}

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
] as const) {
  test(`all four pictures are seen at once at ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await finished(page);
    const excess = await page.evaluate(() => {
      const { scrollHeight, clientHeight } = document.documentElement;
      return scrollHeight - clientHeight;
    });
    expect(excess).toBeLessThanOrEqual(0);
    for (const title of panelTitles) {
      await expect(panel(page, title)).toBeInViewport({ ratio: 1 });
      const plot = (await panel(page, title).locator('.plot').boundingBox())!;
      expect(plot.height, `room for ${title}`).toBeGreaterThan(150);
    }
    await expect(page.getByRole('contentinfo')).toBeInViewport({ ratio: 1 });
  });
}

for (const settings of [
  '',
  'v=1&net=conv',
  'v=1&net=convres',
  'v=1&net=resntk',
  'v=1&net=rnn&data=sequences',
  'v=1&init=custom&mirror=on',
]) {
  test(`all controls are seen at once at 1280×720 with ${settings || 'the first experiment'}`, async ({
    page,
  }) => {
    await open(page, settings);
    await begun(page);
    const excess = await page
      .getByRole('complementary', { name: 'Settings' })
      .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
    expect(excess).toBeLessThanOrEqual(0);
  });
}

test('a narrow page can be scrolled down to everything', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await begun(page);
  for (const title of panelTitles) {
    await panel(page, title).scrollIntoViewIfNeeded();
    await expect(panel(page, title)).toBeInViewport({ ratio: 0.5 });
  }
});
