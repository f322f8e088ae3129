import type { Locator, Page } from '@playwright/test';
import { defaultExperiment } from '../src/spec/defaults.ts';
import { toLink } from '../src/state/link/toLink.ts';
import { expect } from './test.ts';

/** The panels by their titles, in their order on the page. */
export const panelTitles = ['Kernel', 'Spectrum', 'Training', 'Kernel change'] as const;

/** The panels of the second view, which `?view=network` opens. */
export const networkTitles = ['Network', 'Layers', 'Kernel profile', 'Harmonics'] as const;

/** The panels of the third view, which `?view=initialization` opens. */
export const initializationTitles = ['Weights', 'Jacobian', 'Signals', 'Phase plane'] as const;

/** The panels of the fourth view, which `?view=dynamics` opens. */
export const dynamicsTitles = ['Function', 'Modes', 'Stability', 'Lazy or rich'] as const;

/** The title of a panel. */
export type PanelTitle =
  | (typeof panelTitles)[number]
  | (typeof networkTitles)[number]
  | (typeof initializationTitles)[number]
  | (typeof dynamicsTitles)[number];

const moderate = {
  v: '1',
  'data.n': '16',
  'data.test': '16',
  steps: '20',
  snapshots: '4',
  'net.width': '32',
};

/** The link of a run that is over in a moment, with settings of one's own: `small({ act: 'relu' })`. */
export const small = (settings: Readonly<Record<string, string | number>> = {}): string =>
  Object.entries({ ...moderate, ...settings })
    .map(([key, value]) => `${key}=${value}`)
    .join('&');

/** The first experiment but for its length: for what does not hang on how long it trains. */
export const first = toLink({
  ...defaultExperiment,
  shared: { ...defaultExperiment.shared, steps: 20, snapshots: 4 },
});

/** Opens the page with a link and, outside of it, a query such as `backend=cpu`. */
export async function open(page: Page, link = '', query = ''): Promise<void> {
  await page.goto(`./${query && `?${query}`}${link && `#${link}`}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Tangent Lab' })).toBeVisible();
}

/** Resolves when the run has taken its last step, within so many milliseconds. */
export const finished = (page: Page, timeout = 40_000): Promise<void> =>
  expect(page.getByRole('status').filter({ hasText: /^Done/ })).toHaveCount(1, { timeout });

/** Resolves when the first kernel is on screen, whatever there is still to be computed. */
export const begun = (page: Page): Promise<void> => expect(firstMap(page)).toBeVisible();

/** The first kernel as a picture; pictures have no words of their own. */
export const firstMap = (page: Page): Locator =>
  panel(page, 'Kernel').locator('.kernel-map canvas').first();

/** A panel as people see it, from its title to its caption. */
export const panel = (page: Page, title: PanelTitle): Locator =>
  page.getByRole('main').getByRole('region', { name: title, exact: true });

/** The step that is shown and the last one of the run. */
export async function stepsOf(page: Page): Promise<readonly [shown: number, last: number]> {
  const words = await page.getByLabel('Step that is shown').getAttribute('aria-valuetext');
  const [, shown, last] = /^step (\d+) of (\d+)$/.exec(words ?? '') ?? [];
  return [Number(shown), Number(last)];
}

/** A table of numbers as it stands on the page. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Opens a panel's table, reads it and closes it again. */
export async function tableOf(page: Page, title: PanelTitle): Promise<Table> {
  await panel(page, title)
    .getByRole('button', { name: `${title} as a table` })
    .click();
  const dialog = page.getByRole('dialog', { name: `${title} as a table` });
  const table = await dialog.getByRole('table').evaluate((element: HTMLTableElement) => {
    const [head, ...rows] = Array.from(element.rows, (row) =>
      Array.from(row.cells, (cell) => cell.textContent),
    );
    return { columns: head ?? [], rows };
  });
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  return table;
}

/** The tables of all panels. */
export async function allTables(page: Page): Promise<readonly Table[]> {
  const tables: Table[] = [];
  for (const title of panelTitles) tables.push(await tableOf(page, title));
  return tables;
}

/** Types a value into the number field of a setting and takes it with Enter. */
export async function setNumber(page: Page, setting: string, value: number): Promise<void> {
  const field = page.getByRole('textbox', { name: setting, exact: true });
  await field.fill(String(value));
  await field.press('Enter');
}

/** The part of the address that holds the experiment, without '#'. */
export const hashOf = (page: Page): string => new URL(page.url()).hash.slice(1);
