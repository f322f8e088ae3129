import {
  boolean,
  check,
  finite,
  maxValue,
  minValue,
  number,
  picklist,
  pipe,
  rawTransform,
  string,
  transform,
  type GenericSchema,
} from 'valibot';
import type { ChoiceParam, NumberParam, Param, TextParam, Value } from '../nn/Settings.ts';

/**
 * What a parameter may be, as a schema. Its messages go on where "net.width=9999 is" stops: "above 4096, the most it
 * may be".
 */
export function schemaOf(param: Param): GenericSchema<unknown, Value> {
  switch (param.kind) {
    case 'number':
      return numberSchema(param);
    case 'choice':
      return picklist(
        param.options.map(({ value }) => value),
        `not among ${known(param)}`,
      );
    case 'switch':
      return boolean('neither on nor off');
    case 'text':
      return textSchema(param);
  }
}

/** The same schema for the text of a link or an input field. */
export function textSchemaOf(param: Param): GenericSchema<unknown, Value> {
  return pipe(
    string(),
    transform((text) => meant(param, text.trim())),
    schemaOf(param),
  );
}

const numberSchema = ({ min, max, integer = false }: NumberParam): GenericSchema<unknown, number> =>
  pipe(
    number('not a number'),
    finite('too large for a number'),
    check((value) => !integer || Number.isInteger(value), 'not a whole number'),
    minValue(min, `below ${min}, the least it may be`),
    maxValue(max, `above ${max}, the most it may be`),
    // A link has no −0.
    transform((value) => value + 0),
  );

const textSchema = ({
  default: usual,
  maxLength,
  read,
}: TextParam): GenericSchema<unknown, string> =>
  pipe(
    string('not a text'),
    transform((text) => text.replace(unwritable, ' ').trim()),
    check((text) => text.length > 0 || usual === '', 'empty'),
    check((text) => text.length <= maxLength, `longer than ${maxLength} characters`),
    rawTransform(({ dataset, addIssue, NEVER }) => {
      const reading = read?.(dataset.value) ?? { valid: true, value: dataset.value };
      if (reading.valid) return reading.value;
      addIssue({ message: reading.why });
      return NEVER;
    }),
  );

/** What a single line of a link cannot hold as it is: white space of any kind but single blanks, and halves of characters. */
const unwritable = /[\s\p{Cc}\p{Surrogate}]+/gu;

/** Number() would also take '', '0x10' and ' 1 '. */
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

const switches = new Map([
  ['on', true],
  ['true', true],
  ['1', true],
  ['off', false],
  ['false', false],
  ['0', false],
]);

function meant(param: Param, text: string): unknown {
  switch (param.kind) {
    case 'number':
      return decimal.test(text) ? Number(text) : text;
    case 'choice':
    case 'text':
      return text;
    case 'switch':
      return switches.get(text.toLowerCase());
  }
}

const mostListed = 12;

// Some values hold a comma.
const known = ({ options }: ChoiceParam): string =>
  options.length > mostListed
    ? `the ${options.length} known values (${words(options.slice(0, 3))} | …)`
    : words(options);

const words = (options: ChoiceParam['options']): string =>
  options.map(({ value }) => value).join(' | ');
