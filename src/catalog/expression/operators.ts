import { Misreading } from './Misreading.ts';

type Binary = (a: number, b: number) => number;

const truth = (value: boolean): number => (value ? 1 : 0);

/** Comparisons are 1 or 0, and what is not 0 is true. */
const binaries: Readonly<Record<string, Binary>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '<': (a, b) => truth(a < b),
  '>': (a, b) => truth(a > b),
  '<=': (a, b) => truth(a <= b),
  '>=': (a, b) => truth(a >= b),
  '==': (a, b) => truth(a === b),
  '!=': (a, b) => truth(a !== b),
  '&&': (a, b) => truth(a !== 0 && b !== 0),
  '||': (a, b) => truth(a !== 0 || b !== 0),
};

const unaries: Readonly<Record<string, (a: number) => number>> = {
  '-': (a) => -a,
  '+': (a) => a,
  '!': (a) => truth(a === 0),
};

/** What an operator between two numbers does; throws a Misreading if formulas have no such operator. */
export function binary(operator: string): Binary {
  const known = Object.hasOwn(binaries, operator) ? binaries[operator] : undefined;
  if (known) return known;
  throw operator === '^' || operator === '**'
    ? new Misreading(`“${operator}” is not known`, 'Write pow(a, b) for a to the power b.')
    : new Misreading(`“${operator}” is not known`, operatorsKnown);
}

/** What an operator before a number does; throws a Misreading if formulas have no such operator. */
export function unary(operator: string): (a: number) => number {
  const known = Object.hasOwn(unaries, operator) ? unaries[operator] : undefined;
  if (known) return known;
  throw new Misreading(`“${operator}” is not known`, operatorsKnown);
}

const operatorsKnown = `There are ${Object.keys(binaries).join(' ')} and !.`;
