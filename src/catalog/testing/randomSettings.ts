import type { Stream } from '../../math/rng.ts';
import type { Entry, Param, Settings, Value } from '../../nn/Settings.ts';

/**
 * Settings of an entry anywhere in their ranges, bounds included, small and large numbers alike where the scale is
 * logarithmic. `fixed` values are taken as they are.
 */
export const randomSettings = (entry: Entry, stream: Stream, fixed: Settings = {}): Settings => ({
  ...Object.fromEntries(entry.params.map((param) => [param.key, randomValue(param, stream)])),
  ...fixed,
});

/** The defaults of an entry, or `fixed` in their place. */
export const defaultSettings = (entry: Entry, fixed: Settings = {}): Settings => ({
  ...Object.fromEntries(entry.params.map((param) => [param.key, param.default])),
  ...fixed,
});

function randomValue(param: Param, stream: Stream): Value {
  switch (param.kind) {
    case 'switch':
      return stream.sign() > 0;
    case 'choice':
      return param.options[stream.integer(param.options.length)]!.value;
    case 'text':
      return param.default;
    case 'number': {
      const { min, max, scale, integer } = param;
      if (stream.integer(8) === 0) return stream.sign() > 0 ? min : max;
      const u = stream.uniform();
      const value = scale === 'log' ? min * (max / min) ** u : min + (max - min) * u;
      return integer === true ? Math.round(value) : value;
    }
  }
}
