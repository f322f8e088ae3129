import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backendIds, type BackendId } from '../../src/spec/Result.ts';

/** What a person asks for on the command line. */
export interface ComputeOptions {
  readonly kind: 'compute';
  /** The part of a link behind '#'. */
  readonly link: string;
  readonly out: string;
  readonly backend: BackendId;
}

/** Shown on `--help` and beside what is wrong. */
export const usage = `Usage: npm run compute -- '<link>' --out run.npz [--backend wasm|cpu|webgpu|webgl]

  <link>     an address of the page, or its part behind '#'; '' is the default experiment
  --out      the file to write, in a folder that exists
  --backend  wasm (default) and cpu run in Node, webgpu and webgl in a headless Chromium`;

/** Reads the command line; `wrong` with a sentence where it cannot be followed. */
export function optionsOf(
  words: readonly string[],
):
  | ComputeOptions
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        backend: { type: 'string', default: 'wasm' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    const [link] = positionals;
    const { out } = values;
    const backend = backendIds.find((id) => id === values.backend);
    if (link === undefined) return wrong('A link is missing.');
    if (positionals.length > 1)
      return wrong(`One link is enough, not ${positionals.length}: put it in quotes.`);
    if (out === undefined || out === '') return wrong('The file to write is missing: --out.');
    if (!backend)
      return wrong(`There is no backend ${values.backend}; known are ${backendIds.join(', ')}.`);
    const path = resolve(out);
    if (!existsSync(dirname(path))) return wrong(`There is no folder ${dirname(path)}.`);
    if (existsSync(path) && statSync(path).isDirectory()) return wrong(`${path} is a folder.`);
    return { kind: 'compute', link: hashOf(link), out: path, backend };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

const wrong = (sentence: string) => ({ kind: 'wrong', sentence }) as const;

/** The part of a whole address behind '#', or the text itself where it is only that part. */
function hashOf(link: string): string {
  const place = link.indexOf('#');
  if (place >= 0) return link.slice(place + 1);
  return /^[a-z]+:\/\//i.test(link) ? '' : link;
}
