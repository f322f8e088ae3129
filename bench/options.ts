import { parseArgs } from 'node:util';
import { backendIds, type BackendId } from '../src/spec/Result.ts';

/** The parts of the benchmark that `--only` may name. */
export const suites = [
  'ntk',
  'step',
  'networks',
  'architectures',
  'limit',
  'eigh',
  'gram',
  'first-kernel',
  'transfer',
] as const;

/** One part of the benchmark. */
export type Suite = (typeof suites)[number];

/** What the command line asks for. */
export interface Options {
  readonly only: readonly Suite[];
  /** How often each thing is measured, after a warm-up. */
  readonly repeat: number;
  readonly quick: boolean;
  /** Backends that were asked for by name; none means WASM, and each GPU backend that is not software. */
  readonly backends: readonly BackendId[];
  /** A folder for the results. */
  readonly out: string;
}

/** How to call the benchmark. */
export const usage = `npm run bench -- [options]
  --only ${suites.join('|')}   only these parts; may be repeated
  --repeat 9                   how often each thing is measured, at least 7
  --quick                      small sizes only
  --backend ${backendIds.join('|')}   on this backend, software or not; may be repeated
  --out bench/results          where latest.json and .md go; partial.json and .md if not all is measured`;

/** Whether everything is measured that is measured where nothing else is asked for. */
export const isWhole = ({ only, quick, backends }: Options): boolean =>
  only.length === suites.length && !quick && backends.length === 0;

/** Reads the command line. Throws a sentence about what it does not understand. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true, default: [] },
      repeat: { type: 'string', default: '9' },
      quick: { type: 'boolean', default: false },
      backend: { type: 'string', multiple: true, default: [] },
      out: { type: 'string', default: 'bench/results' },
    },
  });
  const repeat = Number(values.repeat);
  if (!Number.isInteger(repeat) || repeat < 7) {
    throw new Error(`--repeat takes a whole number of at least 7, not ${values.repeat}.`);
  }
  const only = listed('--only', values.only, suites);
  return {
    only: only.length > 0 ? only : suites,
    repeat,
    quick: values.quick,
    backends: listed('--backend', values.backend, backendIds),
    out: values.out,
  };
}

function listed<T extends string>(
  option: string,
  given: readonly string[],
  known: readonly T[],
): readonly T[] {
  return given
    .flatMap((value) => value.split(','))
    .map((value) => {
      const found = known.find((candidate) => candidate === value);
      if (found === undefined) {
        throw new Error(`${option} knows ${known.join(', ')}, but not ${value}.`);
      }
      return found;
    });
}
