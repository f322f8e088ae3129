import type { Param, Value } from '../../nn/Settings.ts';
import { briefNumber } from './readNumber.ts';

/** A value as its control shows it. */
export function shownValue(param: Param, value: Value): string {
  switch (param.kind) {
    case 'number':
      return briefNumber(Number(value));
    case 'choice':
      return param.options.find((option) => option.value === value)?.label ?? String(value);
    case 'switch':
      return value === true ? 'on' : 'off';
    case 'text':
      return String(value);
  }
}
