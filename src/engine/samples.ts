import type { Dataset, Samples } from '../nn/Dataset.ts';
import { dataStream } from '../spec/layerOf.ts';
import type { Chosen } from '../spec/resolve.ts';
import type { DataResult } from '../spec/Result.ts';
import { EngineFailure } from './EngineFailure.ts';
import type { Environment } from './Environment.ts';

/** Fetches what the data set needs and draws from it. Throws an EngineFailure 'bad-data' with the reason in words. */
export async function drawSamples(
  { entry, settings }: Chosen<Dataset>,
  seed: number,
  environment: Environment,
): Promise<Samples> {
  const files = await Promise.all(
    entry.files.map(async (name) => [name, await fetched(name, environment)] as const),
  );
  try {
    return entry.draw(settings, dataStream(seed), new Map(files));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new EngineFailure(
      {
        kind: 'bad-data',
        sentence: error.message,
        action: 'Choose fewer samples or other settings of the data set.',
      },
      { cause: error },
    );
  }
}

async function fetched(name: string, environment: Environment): Promise<Uint8Array> {
  try {
    return await environment.fetchFile(name);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EngineFailure(
      {
        kind: 'bad-data',
        sentence: `The file ${name} could not be read (${reason}).`,
        action: 'Check the connection and run again, or choose a data set that needs no file.',
      },
      { cause: error },
    );
  }
}

/** Samples as a result; its arrays are copies, free to be transferred. */
export function dataResult(samples: Samples): DataResult {
  const { x, y, xTest, yTest, labels, labelsTest, classes, images, position } = samples;
  return {
    kind: 'data',
    n: x.rows,
    nTest: xTest.rows,
    inputs: x.cols,
    outputs: y.cols,
    x: x.data.slice(),
    y: y.data.slice(),
    xTest: xTest.data.slice(),
    yTest: yTest.data.slice(),
    ...(labels && { labels: labels.slice() }),
    ...(labelsTest && { labelsTest: labelsTest.slice() }),
    ...(classes && { classes }),
    ...(images && { images: { side: images.side, pixels: images.pixels.slice() } }),
    ...(position && { position: position.slice() }),
    order: samples.order,
    standardization: samples.standardization,
  };
}
