import type jsep from 'jsep';
import type { Expression } from './Expression.ts';
import { functions } from './functions.ts';
import { Misreading } from './Misreading.ts';
import { binary, unary } from './operators.ts';

/** The function of a syntax tree; throws a Misreading where the tree says more than formulas may. `text` is what it was read from. */
export function compiled(tree: jsep.Expression, text: string): Expression {
  const node = tree as jsep.CoreExpression;
  const inner = (part: jsep.Expression): Expression => compiled(part, text);
  switch (node.type) {
    case 'Literal': {
      const { value } = node;
      if (typeof value !== 'number')
        throw new Misreading(`${node.raw} is no number`, 'Write a number such as 0.5 or 1e-3.');
      return () => value;
    }
    case 'Identifier':
      return named(node.name, text);
    case 'CallExpression':
      return called(node, text);
    case 'UnaryExpression': {
      const operate = unary(node.operator);
      const argument = inner(node.argument);
      return (scope) => operate(argument(scope));
    }
    case 'BinaryExpression': {
      const operate = binary(node.operator);
      const [left, right] = [inner(node.left), inner(node.right)];
      return (scope) => operate(left(scope), right(scope));
    }
    case 'ConditionalExpression': {
      const [test, yes, no] = [node.test, node.consequent, node.alternate].map(inner) as [
        Expression,
        Expression,
        Expression,
      ];
      return (scope) => (test(scope) !== 0 ? yes(scope) : no(scope));
    }
    case 'Compound':
    case 'SequenceExpression':
      throw new Misreading(
        'These are several formulas in a row',
        'Join them with an operator such as *, for example 2 * normal().',
      );
    case 'MemberExpression':
    case 'ArrayExpression':
    case 'ThisExpression':
      throw new Misreading(
        'Dots, brackets and “this” have no meaning in a formula',
        `Use numbers and ${known}.`,
      );
  }
}

const numbers: Readonly<Record<string, Expression>> = {
  fanIn: ({ fanIn }) => fanIn,
  fanOut: ({ fanOut }) => fanOut,
  pi: () => Math.PI,
};

const draws: Readonly<Record<string, Expression>> = {
  normal: ({ normal }) => normal(),
  uniform: ({ uniform }) => uniform(),
};

const calls = [...Object.keys(draws), ...Object.keys(functions)];
const known = `${Object.keys(numbers).join(', ')}, ${calls.map((name) => `${name}()`).join(', ')}`;

function named(name: string, text: string): Expression {
  const value = Object.hasOwn(numbers, name) ? numbers[name] : undefined;
  if (value) return value;
  if (calls.includes(name))
    throw new Misreading(
      `${name} at character ${placeOf(name, text)} is a function`,
      `Write ${name}().`,
    );
  throw unknown(name, text);
}

function called({ callee, arguments: given }: jsep.CallExpression, text: string): Expression {
  const { name } = callee;
  if (callee.type !== 'Identifier' || typeof name !== 'string')
    throw new Misreading('Only functions by their names can be called', `There are ${known}.`);
  const draw = Object.hasOwn(draws, name) ? draws[name] : undefined;
  const { least, most, of } = Object.hasOwn(functions, name)
    ? functions[name]!
    : { least: 0, most: 0, of: undefined };
  if (!draw && !of)
    throw Object.hasOwn(numbers, name)
      ? new Misreading(`${name} is a number, not a function`, `Write ${name} without parentheses.`)
      : unknown(name, text);
  if (given.length < least || given.length > most)
    throw new Misreading(
      `${name} takes ${most === Infinity ? `at least ${least}` : least === 0 ? 'no' : least} ${least === 1 ? 'number' : 'numbers'}, not ${given.length}`,
      least === 0 ? `Write ${name}().` : 'Separate numbers by commas.',
    );
  if (draw) return draw;
  const values = given.map((part) => compiled(part, text));
  return (scope) => of!(...values.map((value) => value(scope)));
}

const unknown = (name: string, text: string): Misreading =>
  new Misreading(
    `“${name}” at character ${placeOf(name, text)} is not known`,
    `There are ${known}.`,
  );

/** Where a name first stands as a word of its own, counted from 1; syntax trees do not tell. */
function placeOf(name: string, text: string): number {
  const word = /[\p{L}\p{N}_$]/u;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = [text[at - 1] ?? ' ', text[at + name.length] ?? ' '];
    if (!around.some((character) => word.test(character))) return at + 1;
  }
  return 1;
}
