import { gzipSync } from 'node:zlib';
import { pageScripts } from '../bench/pageScripts.ts';
import { finished, first, open } from './lab.ts';
import { expect, test } from './test.ts';

test('the first view takes at most 150 kB of script, gzipped, before the worker', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname.slice(1)));
  await open(page);
  await finished(page);

  const read = async (path: string): Promise<string> =>
    (await page.request.get(`./${path}`)).text();
  const early = (await pageScripts(read)).filter((path) => asked.includes(path));
  expect(early.length).toBeGreaterThan(0);
  expect(early.filter((path) => path.includes('worker'))).toEqual([]);
  const sizes = await Promise.all(early.map(async (path) => gzipSync(await read(path)).length));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(150_000);
});

test('nothing is asked of any other server', async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(baseURL ?? ''))
      elsewhere.push(request.url());
  });
  await open(page, first);
  await finished(page);
  expect(elsewhere).toEqual([]);
});
