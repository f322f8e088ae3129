import type { Layer } from './Layer.ts';
import type { Ops, Rates, Trained } from './Ops.ts';
import { positionsOf } from './Grid.ts';
import type { Window } from './Window.ts';

/** One operation of a network as it runs on one sample: plain data, enough to run it again. */
export interface Instruction {
  /** The operation's name in `Ops`, or 'input'. */
  readonly op: string;
  /** The instructions whose results it takes, by their places. */
  readonly of: readonly number[];
  /** Its result for one sample is positions×features. */
  readonly positions: number;
  readonly features: number;
  /** What else the operation is told, in the order of `Ops`. */
  readonly constants?: readonly (number | Window)[];
  /** Present for an affine map. */
  readonly map?: MapFacts;
}

/** An affine map's arrays by their places among the network's parameters, and its factors. */
export interface MapFacts {
  readonly weight: number;
  /** Absent without a bias. */
  readonly bias?: number;
  readonly weightScale: number;
  readonly biasScale: number;
  readonly trained: Trained;
  /** As in `AffineWeights`. */
  readonly rates?: Rates;
}

interface Traced {
  readonly place: number;
  readonly positions: number;
  readonly features: number;
}

/** All that a network does to one sample of d inputs, in order; the last instruction's result is the output. */
export const trace = (layer: Layer, inputs: number): readonly Instruction[] =>
  traceChain([layer], inputs).steps;

/** What layers one after another do to one sample. */
export interface ChainTrace {
  readonly steps: readonly Instruction[];
  /** For each layer the place of the instruction whose result it hands on. */
  readonly ends: readonly number[];
  /** The places of what each activation takes in and hands on: the same one if it is linear. */
  readonly activations: readonly { readonly input: number; readonly output: number }[];
}

/** All that layers do, one after another, to one sample of d inputs. */
export function traceChain(chain: readonly Layer[], inputs: number): ChainTrace {
  const done: Instruction[] = [];
  const record = (instruction: Instruction): Traced => {
    done.push(instruction);
    const { positions, features } = instruction;
    return { place: done.length - 1, positions, features };
  };
  const shapes = chain.flatMap((layer) => layer.shapes);
  const activations: { readonly input: number; readonly output: number }[] = [];
  const ops: Ops<Traced> = {
    ...tracingOps(record),
    activated: (input, output) => activations.push({ input: input.place, output: output.place }),
  };
  let parameters = 0;
  const next = (): Traced => {
    const { shape } = shapes[parameters] ?? { shape: [] };
    return { place: parameters++, positions: 1, features: shape.at(-1) ?? 1 };
  };
  let value = record({ op: 'input', of: [], positions: 1, features: inputs });
  const ends = chain.map((layer) => (value = layer.apply(ops, next, value)).place);
  return { steps: done, ends, activations };
}

/** The affine maps of a trace, in order, each with the positions that share it and its inputs and outputs. */
export const mapsOf = (
  instructions: readonly Instruction[],
): readonly (MapFacts & { positions: number; fanIn: number; fanOut: number })[] =>
  instructions.flatMap(({ map, of: [from = 0], positions, features }) =>
    map ? [{ ...map, positions, fanIn: instructions[from]?.features ?? 0, fanOut: features }] : [],
  );

type Record = (instruction: Instruction) => Traced;

function tracingOps(record: Record): Ops<Traced> {
  /** The result has the shape of the first operand. */
  const like =
    (op: string) =>
    (...operands: readonly (Traced | number)[]): Traced => {
      const values = operands.filter((operand) => typeof operand !== 'number');
      const constants = operands.filter((operand) => typeof operand === 'number');
      const [{ positions, features } = { positions: 1, features: 1 }] = values;
      return record({
        op,
        of: values.map(({ place }) => place),
        positions,
        features,
        ...(constants.length > 0 && { constants }),
      });
    };
  return {
    add: like('add'),
    subtract: like('subtract'),
    multiply: like('multiply'),
    scale: like('scale'),
    shift: like('shift'),
    relu: like('relu'),
    leakyRelu: like('leakyRelu'),
    step: like('step'),
    tanh: like('tanh'),
    erf: like('erf'),
    exp: like('exp'),
    expm1: like('expm1'),
    sin: like('sin'),
    cos: like('cos'),
    sigmoid: like('sigmoid'),
    softplus: like('softplus'),
    weighRows: like('weighRows'),
    affine: ({ place, positions }, { weight, bias, weightScale, biasScale, trained, rates }) =>
      record({
        op: 'affine',
        of: [place],
        positions,
        features: weight.features,
        map: {
          weight: weight.place,
          ...(bias && { bias: bias.place }),
          weightScale,
          biasScale: bias ? biasScale : 0,
          trained: trained ?? { weight: true, bias: bias !== undefined },
          ...(rates && { rates }),
        },
      }),
    regroup: ({ place, positions, features }, columns) =>
      record({
        op: 'regroup',
        of: [place],
        positions: (positions * features) / columns,
        features: columns,
        constants: [columns],
      }),
    patches: ({ place, features }, window) =>
      record({
        op: 'patches',
        of: [place],
        positions: positionsOf(window),
        features: features * window.taps.length,
        constants: [window],
      }),
    average: ({ place, positions, features }, over) =>
      record({
        op: 'average',
        of: [place],
        positions: positions / over,
        features,
        constants: [over],
      }),
    columns: ({ place, positions }, from, to) =>
      record({ op: 'columns', of: [place], positions, features: to - from, constants: [from, to] }),
    join: (parts) =>
      record({
        op: 'join',
        of: parts.map(({ place }) => place),
        positions: parts[0]?.positions ?? 1,
        features: parts.reduce((sum, { features }) => sum + features, 0),
      }),
  };
}
