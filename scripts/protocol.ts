/** `npm run protocol`: how far networks move as they train, by width; see docs/compute.md. */
import { parseArgs } from 'node:util';
import { asTable } from './protocol/asTable.ts';
import { measured, type ProtocolOptions, type Trained } from './protocol/measured.ts';
import { slopes } from './protocol/slopes.ts';

const usage = `Usage: npm run protocol -- [--widths 128,256,512,1024] [--steps 4000] [--seeds 3]

  Trains networks of three hidden layers in NTK parameterization, Gaussian and orthogonal, and fits how far their kernels and
  weights move to a power of the width. The whole takes about a quarter of an hour.`;

/** Throws a sentence. */
function read(words: readonly string[]): ProtocolOptions | undefined {
  const { values } = parseArgs({
    args: [...words],
    options: {
      widths: { type: 'string', default: '128,256,512,1024' },
      steps: { type: 'string', default: '4000' },
      seeds: { type: 'string', default: '3' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return undefined;
  const whole = (name: string, text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1)
      throw new Error(`--${name} is "${text}"; it has to be a whole number from 1.`);
    return value;
  };
  const widths = values.widths.split(',').map((text) => whole('widths', text));
  if (new Set(widths).size < 2) throw new Error('--widths needs two widths at least.');
  return { widths, steps: whole('steps', values.steps), seeds: whole('seeds', values.seeds) };
}

try {
  const options = read(process.argv.slice(2));
  if (options) {
    const networks: Trained[] = [];
    for await (const network of measured(options)) {
      networks.push(network);
      const { start, width, seed, kernel } = network;
      console.error(`width ${width}, ${start} ${seed + 1}: ‖ΔΘ‖/‖Θ‖ = ${kernel.toPrecision(3)}`);
    }
    console.log(asTable(slopes(networks)));
  } else console.log(usage);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 1;
}
