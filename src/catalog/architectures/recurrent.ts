import type { Architecture } from '../../nn/Architecture.ts';
import type { Grid } from '../../nn/Grid.ts';
import { randomStart } from '../../nn/randomStart.ts';
import { recurrence, type Cell } from '../../nn/recurrence.ts';
import { serial } from '../../nn/serial.ts';
import { numberIn, wordIn, type NumberParam } from '../../nn/Settings.ts';
import { depthParam, widthParam } from './sizeParams.ts';
import { trainChoice, mapAt } from './trainChoice.ts';

const variance = (key: string, label: string, standard: number, explain: string): NumberParam => ({
  kind: 'number',
  key,
  label,
  default: standard,
  min: 0,
  max: 100,
  slider: [0, 4],
  explain,
});

/** Elman layers that read a sample step by step, with a readout of the last state or of all of them. */
export const recurrent: Architecture = {
  id: 'rnn',
  label: 'Recurrent',
  explain:
    'Reads each sample step by step, pictures row by row, with the same weights at every step; σ_w² is the variance from state to state.',
  source: 'Elman (1990); Alemohammad, Wang, Balestriero & Baraniuk (2021)',
  params: [
    widthParam('Units', 64, 2048, 'Units of each layer. The more, the closer to the limit.'),
    depthParam('Layers', 1, 5, 'Recurrent layers, one above the other.'),
    variance('su2', 'σ_u²', 1, 'Variance from the inputs, or the layer below, times fan-in.'),
    variance(
      'sh2',
      'σ_h²',
      0,
      'Variance of the state before the first step, another one for each sample.',
    ),
    variance('sv2', 'σ_v²', 1, 'Variance of the readout, times fan-in.'),
    {
      kind: 'choice',
      key: 'states',
      label: 'Readout',
      default: 'last',
      options: [
        { value: 'last', label: 'last state' },
        { value: 'all', label: 'average of readouts' },
      ],
      explain:
        'The state after the last step, or the average over √T of a readout of its own from each step (Alemohammad et al., 2021).',
    },
    trainChoice('all'),
  ],
  build: (settings, { affine, activation, grid, inputs, outputs }) => {
    const width = numberIn(settings, 'width');
    const steps = inSteps(grid);
    const startVariance = numberIn(settings, 'sh2');
    const cells = Array.from({ length: numberIn(settings, 'depth') }, (_, layer): Cell => {
      const inner = mapAt(settings, 'inner');
      return {
        ...(startVariance > 0 && { start: randomStart(inputs, width, startVariance) }),
        fromBefore: affine({ fanIn: width, fanOut: width, bias: false, ...inner }),
        fromBelow: affine({
          fanIn: layer === 0 ? steps.channels : width,
          fanOut: width,
          weightVariance: numberIn(settings, 'su2'),
          ...(layer === 0 ? mapAt(settings, 'first') : inner),
        }),
      };
    });
    const states = wordIn(settings, 'states') === 'all' ? 'all' : 'last';
    return serial(
      recurrence({ grid: steps, cells, activation, states }),
      affine({
        fanIn: states === 'all' ? steps.columns * width : width,
        fanOut: outputs,
        channels: width,
        weightVariance: numberIn(settings, 'sv2'),
        bias: false,
        ...mapAt(settings, 'readout'),
      }),
    );
  },
};

/** A picture is read row by row. */
const inSteps = ({ rows, columns, channels }: Grid): Grid =>
  rows === 1
    ? { rows, columns, channels }
    : { rows: 1, columns: rows, channels: columns * channels };
