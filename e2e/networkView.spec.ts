import type { Page } from '@playwright/test';
import {
  dynamicsTitles,
  finished,
  hashOf,
  initializationTitles,
  networkTitles,
  open,
  panel,
  panelTitles,
  small,
  tableOf,
  type PanelTitle,
} from './lab.ts';
import { expect, test } from './test.ts';

const queryOf = (page: Page): string => new URL(page.url()).search;

async function shows(
  page: Page,
  shown: readonly PanelTitle[],
  hidden: readonly PanelTitle[],
): Promise<void> {
  for (const title of shown) await expect(panel(page, title)).toBeVisible();
  for (const title of hidden) await expect(panel(page, title)).toBeHidden();
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** "41.2 %" as 41.2, "−1.4×10⁻⁵" as −1.4e−5. */
const numberOf = (cell = ''): number =>
  parseFloat(
    cell
      .replace('×10', 'e')
      .replace(/[−⁻]/g, '-')
      .replace(/[⁰-⁹¹²³]/g, (figure) => String(raised.indexOf(figure))),
  );

test.describe('the second view', () => {
  test('is reached by its switch and its key, outlasts a reload and leaves the experiment alone', async ({
    page,
  }) => {
    const link = small();
    await open(page, link);
    await finished(page);
    await shows(page, panelTitles, networkTitles);

    await page.getByText('Network', { exact: true }).first().click();
    await shows(page, networkTitles, panelTitles);
    expect(queryOf(page)).toBe('?view=network');
    expect(hashOf(page)).toBe(link);
    await page.reload();
    await finished(page);
    await shows(page, networkTitles, panelTitles);

    await page.keyboard.press('v');
    await shows(page, initializationTitles, [...panelTitles, ...networkTitles]);
    expect(queryOf(page)).toBe('?view=initialization');
    await page.keyboard.press('v');
    await shows(page, dynamicsTitles, [...panelTitles, ...initializationTitles]);
    expect(queryOf(page)).toBe('?view=dynamics');
    await page.keyboard.press('v');
    await shows(page, panelTitles, [...networkTitles, ...initializationTitles]);
    expect(queryOf(page)).toBe('');
    await page.keyboard.press('v');
    await shows(page, networkTitles, panelTitles);

    for (const [place, title] of networkTitles.entries()) {
      const others = networkTitles.filter((other) => other !== title);
      await page.keyboard.press(String(place + 1));
      await shows(page, [title], others);
      await page.keyboard.press(String(place + 1));
      await shows(page, networkTitles, panelTitles);
    }
  });

  test('has panels that carry their truth, explain themselves and can be enlarged', async ({
    page,
  }) => {
    await open(page, small({ arms: 2, 'b.init': 'orthogonal' }), 'view=network');
    await finished(page);
    for (const title of networkTitles) {
      const frame = panel(page, title);
      await expect(frame.locator('.caption')).toContainText('seed 1');
      await frame.getByRole('button', { name: `Explain ${title}` }).click();
      const dialog = page.getByRole('dialog', { name: `${title}: what am I looking at?` });
      await expect(dialog).toContainText(/[Θθ]/);
      await expect(dialog).toContainText(/\(\d{4}\)/);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();

      const before = (await frame.boundingBox())!;
      const enlarge = frame.getByRole('button', { name: `Enlarge ${title}` });
      await enlarge.click();
      await expect
        .poll(async () => {
          const { width, height } = (await frame.boundingBox())!;
          return width * height;
        })
        .toBeGreaterThan(2 * before.width * before.height);
      for (const other of networkTitles.filter((name) => name !== title))
        await expect(panel(page, other)).toBeHidden();
      await page.keyboard.press('Escape');
      await expect.poll(() => frame.boundingBox()).toEqual(before);
    }
  });

  test('has tables whose numbers add up', async ({ page }) => {
    await open(page, small({ arms: 2, 'b.init': 'orthogonal' }), 'view=network');
    await finished(page);

    for (const title of ['Network', 'Layers'] as const) {
      const { columns, rows } = await tableOf(page, title);
      const share = columns.findIndex((name) => name.startsWith('share'));
      for (const arm of ['A', 'B']) {
        const shares = rows
          .filter(([layer = '']) => layer.startsWith(arm))
          .map((row) => numberOf(row[share]));
        expect(shares, `${title} of ${arm}`).toHaveLength(4);
        const total = shares.reduce((sum, value) => sum + value, 0);
        expect(Math.abs(total - 100), `${title} of ${arm}`).toBeLessThan(1);
      }
    }
    const network = await tableOf(page, 'Network');
    const parameters = network.rows
      .filter(([layer = '']) => layer.startsWith('A'))
      .map((row) => Number(row[network.columns.indexOf('parameters')]?.replace(/\s/g, '')));
    expect(parameters).toEqual([64 * 32 + 32, 32 * 32 + 32, 32 * 32 + 32, 32 + 1]);

    const profile = await tableOf(page, 'Kernel profile');
    expect(profile.columns).toEqual(expect.arrayContaining(['A Θ₀', 'B Θ∞']));
    expect(profile.rows[0]?.slice(1).map(numberOf)).toEqual(profile.rows[0]?.slice(1).map(() => 1));
    expect(numberOf(profile.rows.at(-1)?.[0])).toBe(180);

    const harmonics = await tableOf(page, 'Harmonics');
    expect(harmonics.rows).toHaveLength(81);
    const onSphere = harmonics.rows.map((row) => numberOf(row[2]));
    expect(onSphere[1], 'low frequencies first').toBeGreaterThan(onSphere[9]!);
  });
});
