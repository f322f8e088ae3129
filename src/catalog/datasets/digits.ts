import { matrix, type Matrix } from '../../math/matrix.ts';
import type { Dataset } from '../../nn/Dataset.ts';
import { wordIn, type ChoiceParam } from '../../nn/Settings.ts';
import { classTargets } from './classTargets.ts';
import { countParams, countsIn } from './countParams.ts';
import { digitsFile, ink, pixelsPerImage, readDigits, side, type Digits } from './digitsFile.ts';
import { digitScalings, scalingParam } from './digitScalings.ts';
import { split } from './split.ts';

const ten = Array.from({ length: 10 }, (_, digit) => digit);

const classesParam: ChoiceParam = {
  kind: 'choice',
  key: 'classes',
  label: 'Digits',
  default: '3,8',
  options: [
    { value: 'all', label: 'all ten' },
    ...ten.flatMap((a) =>
      ten.slice(a + 1).map((b) => ({ value: `${a},${b}`, label: `${a} and ${b}` })),
    ),
  ],
  explain: 'Two digits give one output with targets −1 and +1, all ten give ten outputs.',
};

/** The 1,797 handwritten digits of 8×8 pixels that scikit-learn ships, in classes as even as there are images. */
export const digits: Dataset = {
  id: 'digits',
  label: 'Digits',
  explain: 'Real handwritten digits, 8×8 pixels in 17 shades of grey.',
  params: [classesParam, ...countParams(2), scalingParam],
  files: [digitsFile],
  draw: (settings, stream, files) => {
    const all = readDigits(files);
    const chosen = classesOf(wordIn(settings, 'classes'));
    const { training, test } = split(all.labels, chosen, countsIn(settings), stream.fork('inputs'));
    const scaling = digitScalings[wordIn(settings, 'standardization')]!;
    const raw = greys(all, training.places);
    return {
      ...scaling.apply({ x: raw, xTest: greys(all, test.places) }),
      y: classTargets(training.labels, chosen.length),
      yTest: classTargets(test.labels, chosen.length),
      labels: training.labels,
      labelsTest: test.labels,
      classes: chosen.map(String),
      images: { side, pixels: Float32Array.from(raw.data) },
      order: 'by class',
      standardization: scaling.words,
    };
  },
  dimensions: (settings) => ({
    inputs: pixelsPerImage,
    outputs: wordIn(settings, 'classes') === 'all' ? ten.length : 1,
    grid: { rows: side, columns: side, channels: 1 },
  }),
  manyOutputs: { key: 'classes', counts: { all: ten.length } },
  credit:
    'Optical Recognition of Handwritten Digits, E. Alpaydin & C. Kaynak, UCI Machine Learning Repository, CC BY 4.0, doi 10.24432/C50P49; the 1,797 images that scikit-learn ships.',
};

const classesOf = (word: string): readonly number[] =>
  word === 'all' ? ten : word.split(',').map(Number);

/** The images at `places` as grey values 0 … 1, one a row. */
const greys = ({ pixels }: Digits, places: readonly number[]): Matrix =>
  matrix(
    places.length,
    pixelsPerImage,
    Float64Array.from(
      places.flatMap((place) =>
        Array.from(pixels.subarray(place * pixelsPerImage, (place + 1) * pixelsPerImage)),
      ),
      (value) => value / ink,
    ),
  );
