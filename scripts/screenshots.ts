/** `npm run screenshots`: pictures of the built page in all its states, or with --readme the one of the README. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from '@playwright/test';
import { appSite } from '../bench/sites.ts';
import { ensureBrowser, launchOptions } from './browser.mjs';
import { indexed, palettePng } from './palettePng.ts';

const usage = `npm run screenshots -- [options]
  --out screenshots   a folder for the pictures
  --only four         only scenes whose name contains this
  --readme            make docs/tangent-lab.png instead`;

type Theme = 'light' | 'dark';

/** A state of the page worth looking at, and how to get there once it is open. */
interface Scene {
  readonly name: string;
  readonly link?: string;
  /** Of the view, as "view=network". */
  readonly query?: string;
  readonly narrow?: boolean;
  readonly reach: (page: Page) => Promise<void>;
}

const finished = async (page: Page): Promise<void> => {
  await page
    .getByRole('status')
    .filter({ hasText: /^Done/ })
    .waitFor({ state: 'attached', timeout: 120_000 });
};

/** A view that is loaded later has all its pictures. */
const drawn = async (page: Page): Promise<void> => {
  await finished(page);
  await page.locator('main svg[role=img]').nth(3).waitFor();
  await page.getByText('being computed').first().waitFor({ state: 'hidden', timeout: 60_000 });
};

const network = 'view=network';
const deep = 'v=1&net.depth=8&sw2=1.05&sb2=0.00002&rate=0.6';

const scenes: readonly Scene[] = [
  { name: 'default', reach: finished },
  { name: 'one', link: deep, reach: finished },
  {
    name: 'four',
    link: `${deep}&arms=4&b.init=orthogonal&c.act=relu&d.net.width=32`,
    reach: finished,
  },
  { name: 'ten-digits', link: 'v=1&data.classes=all&data.n=60', reach: finished },
  { name: 'circle', link: 'v=1&data=circle&act=erf&arms=2&b.sw2=3', reach: finished },
  {
    name: 'running',
    link: `${deep}&steps=2000&arms=2&b.init=orthogonal`,
    reach: async (page) => {
      const shown = page.getByLabel('Step that is shown');
      await page.waitForFunction(
        (slider) => Number((slider as HTMLInputElement | null)?.value) > 200,
        await shown.elementHandle(),
      );
    },
  },
  { name: 'failed', link: `${deep}&arms=2&b.rate=3`, reach: finished },
  {
    name: 'broken-link',
    link: `${deep}&act=maxout&data.n=a+lot&colour=red`,
    reach: finished,
  },
  {
    name: 'enlarged',
    reach: async (page) => {
      await finished(page);
      await page.keyboard.press('1');
    },
  },
  {
    name: 'explained',
    reach: async (page) => {
      await finished(page);
      await page.getByRole('button', { name: 'Explain Kernel', exact: true }).click();
    },
  },
  { name: 'narrow', narrow: true, reach: finished },
  { name: 'network', query: network, reach: drawn },
  {
    name: 'residual',
    query: network,
    link: 'v=1&net.depth=10&act=relu&sw2=2&sb2=0&arms=4&b.net=resntk&b.net.depth=10&c.net=tirer&d.net=preact',
    reach: drawn,
  },
  {
    name: 'convolution',
    link: 'v=1&data.n=24&net=conv&net.pool=gap&arms=2&b.init=orthogonal',
    reach: finished,
  },
  {
    name: 'convolution-network',
    query: network,
    link: 'v=1&data.n=24&net=conv&arms=2&b.net=convres',
    reach: drawn,
  },
  { name: 'initialization', query: 'view=initialization', reach: drawn },
  {
    name: 'initializers',
    query: 'view=initialization&jacobian=depth&signals=correlation',
    link: 'v=1&net.depth=10&steps=20&arms=4&b.init=orthogonal&c.init=constant&d.init=student',
    reach: drawn,
  },
  { name: 'dynamics', query: 'view=dynamics', reach: drawn },
  {
    name: 'points',
    query: 'view=dynamics',
    link: 'v=1&data=points&seeds=8&net.width=64&act=erf',
    reach: drawn,
  },
  { name: 'sequences', link: 'v=1&data=sequences&net=rnn&net.width=128', reach: finished },
];

interface Shot {
  readonly theme: Theme;
  readonly width: number;
  readonly height: number;
  readonly scale?: number;
}

/** A page in the state of a scene. */
async function reached(
  browser: Browser,
  url: string,
  scene: Scene,
  { theme, width, height, scale = 1 }: Shot,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const address = scene.query === undefined ? url : `${url}?${scene.query}`;
  await page.goto(scene.link === undefined ? address : `${address}#${scene.link}`);
  await scene.reach(page);
  return page;
}

const sizes = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
] as const;

async function all(browser: Browser, url: string, out: string, only: string): Promise<void> {
  await mkdir(out, { recursive: true });
  for (const scene of scenes.filter(({ name }) => name.includes(only))) {
    for (const theme of ['light', 'dark'] as const) {
      for (const size of scene.narrow ? [{ width: 390, height: 844 }] : sizes) {
        const path = join(out, `${scene.name}-${theme}-${size.width}.png`);
        const page = await reached(browser, url, scene, { ...size, theme });
        await page.screenshot({ path, fullPage: scene.narrow === true });
        await page.context().close();
        console.log(path);
      }
    }
  }
}

const mostBytes = 400_000;

const readmePicture = fileURLToPath(new URL('../docs/tangent-lab.png', import.meta.url));

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'screenshots' },
    only: { type: 'string', default: '' },
    readme: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(usage);
} else {
  await ensureBrowser();
  const site = await appSite();
  const browser = await chromium.launch(launchOptions());
  try {
    if (values.readme) {
      const shot = { theme: 'light', width: 1280, height: 720, scale: 2 } as const;
      const page = await reached(browser, site.url, scenes[0]!, shot);
      const picture = palettePng(await indexed(page, await page.screenshot()));
      if (picture.length > mostBytes)
        throw new Error(`The picture has ${picture.length} bytes, more than ${mostBytes}.`);
      await writeFile(readmePicture, picture);
      console.log(readmePicture);
    } else {
      await all(browser, site.url, values.out, values.only);
    }
  } finally {
    await browser.close();
    await site.close();
  }
}
