/** `npm run bench`: measures in a real Chromium what people wait for, and writes it down. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import project from '../package.json' with { type: 'json' };
import { ensureBrowser, launchOptions } from '../scripts/browser.mjs';
import { asMarkdown } from './asMarkdown.ts';
import { busyness, machineOf } from './machine.ts';
import { suiteOf } from './measurementOf.ts';
import { measureNumpy } from './measureNumpy.ts';
import { measureTasks } from './measureTasks.ts';
import { measureTransfers } from './measureTransfers.ts';
import { measureVisits } from './measureVisits.ts';
import { isWhole, parseOptions, usage, type Options, type Suite } from './options.ts';
import type { Report } from './Report.ts';
import { appSite, benchSite, type Site } from './sites.ts';
import { hasYardstick } from './Task.ts';
import { quickTasks, tasks } from './tasks.ts';

async function measureAll(options: Options): Promise<Report> {
  const wants = (...parts: readonly Suite[]): boolean =>
    parts.some((part) => options.only.includes(part));
  // A backend asked for by name may be a GPU in software; otherwise only a real one counts.
  const browser = await chromium.launch(
    launchOptions(options.backends.length > 0 ? 'software' : 'own'),
  );
  try {
    const machine = await machineOf(browser);
    const chosen = (options.quick ? quickTasks : tasks).filter((task) => wants(suiteOf(task)));
    const measured =
      chosen.length > 0
        ? await onSite(benchSite, async ({ url }) =>
            measureTasks(await browser.newPage(), url, chosen, options),
          )
        : { measurements: [], notes: [] };
    const numpy = measureNumpy(chosen.filter(hasYardstick), options.repeat);
    const [visits, transfers] = wants('first-kernel', 'transfer')
      ? await onSite(appSite, async (site) => [
          wants('first-kernel') ? await measureVisits(browser, site.url, options.repeat) : [],
          wants('transfer') ? await measureTransfers(browser, site) : [],
        ])
      : [[], []];
    return {
      date: new Date().toISOString().slice(0, 10),
      version: project.version,
      machine,
      measurements: [...measured.measurements, ...numpy.measurements, ...visits],
      transfers,
      notes: [...busyness(machine), ...measured.notes, ...numpy.notes],
    };
  } finally {
    await browser.close();
  }
}

async function onSite<T>(open: () => Promise<Site>, use: (site: Site) => Promise<T>): Promise<T> {
  const site = await open();
  try {
    return await use(site);
  } finally {
    await site.close();
  }
}

/** The options; ends the program with a sentence where there is something that it does not know. */
function read(given: readonly string[]): Options {
  try {
    return parseOptions(given);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(usage);
    process.exit(2);
  }
}

const [, , ...args] = process.argv;
if (args.includes('--help')) {
  console.log(usage);
} else {
  const options = read(args);
  await ensureBrowser();
  const report = await measureAll(options);
  const page = asMarkdown(report);
  // What was not measured would be missing from the latest results.
  const name = isWhole(options) ? 'latest' : 'partial';
  await mkdir(options.out, { recursive: true });
  await writeFile(join(options.out, `${name}.json`), `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFile(join(options.out, `${name}.md`), page);
  console.log(`\n${page}`);
}
