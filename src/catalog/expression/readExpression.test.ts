import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scope } from './Expression.ts';
import { readExpression } from './readExpression.ts';

/** Draws that are known: normals 1, 2, 3, … and uniforms 0.1, 0.2, …. */
function scope(): Scope {
  let [normals, uniforms] = [0, 0];
  return { fanIn: 50, fanOut: 8, normal: () => ++normals, uniform: () => 0.1 * ++uniforms };
}

function valueOf(text: string): number {
  const reading = readExpression(text);
  if (!reading.ok) throw new Error(reading.problem);
  return reading.expression(scope());
}

const problemOf = (text: string): string => {
  const reading = readExpression(text);
  return reading.ok ? 'none' : reading.problem;
};

describe('a formula', () => {
  it.each([
    ['sqrt(2/fanIn)*normal()', 0.2],
    ['1 + 2 * 3 - 4 / 8', 6.5],
    ['-(2 - 5) % 2', 1],
    ['fanIn / fanOut', 6.25],
    ['2e-3', 0.002],
    ['pow(2, 10) + pow(4, 0.5)', 1026],
    ['abs(-3) + sign(-2) + max(1, 7, 2) + min(3, 2)', 11],
    ['cos(pi) + sin(0) + tan(0) + exp(0) + log(1)', 0],
    ['normal() - normal()', -1],
    ['normal() * 10 + uniform() * 10', 11],
    ['fanIn > 10 ? 1 : 2', 1],
    ['fanIn <= 10 ? 1 : fanOut == 8 ? 3 : 4', 3],
    ['(1 < 2) + (2 != 2) + !0 + (1 && 0) + (0 || 5)', 3],
  ])('%s is %d', (text, value) => {
    expect(valueOf(text)).toBeCloseTo(value, 12);
  });

  it.each([0, 1e-9, 0.3, -2, 15, 25, -400])('has the tanh of the platform at %d', (x) => {
    expect(valueOf(`tanh(${x})`)).toBeCloseTo(Math.tanh(x), 15);
  });

  it('draws from left to right, and only on the branch that is taken', () => {
    expect(valueOf('(1 ? normal() : normal() * 100) + 10 * normal()')).toBe(21);
  });

  it.each([
    [
      'sqrt(2/fanin)*normal()',
      /^“fanin” at character 8 is not known\. There are fanIn, fanOut, pi/,
    ],
    ['constructor', /^“constructor” at character 1 is not known/],
    ['toString()', /^“toString” at character 1 is not known/],
    ['normal', /^normal at character 1 is a function\. Write normal\(\)\.$/],
    ['fanIn()', /^fanIn is a number, not a function/],
    ['sqrt()', /^sqrt takes 1 number, not 0/],
    ['pow(2)', /^pow takes 2 numbers, not 1/],
    ['normal(2)', /^normal takes no numbers, not 1\. Write normal\(\)\.$/],
    ['min()', /^min takes at least 1 number, not 0/],
    ['sqrt(2/fanIn*normal()', /^The parenthesis at character 5 has no partner\. Close it/],
    ['normal())', /^The parenthesis at character 9 has no partner\. Remove it/],
    ['2 *', /^The formula breaks off at its end/],
    ['2 $ # 3', /cannot be read from character|not known|several/],
    [
      'w = normal()',
      /^The formula cannot be read from character 3 on, “= normal\(\)”\. Write only/,
    ],
    ['2 normal()', /^These are several formulas in a row\. Join them/],
    ['normal(); normal()', /^These are several formulas/],
    ['', /^These are several formulas|breaks off/],
    ['2 ^ 3', /Write pow\(a, b\)/],
    ['2 ** 3', /Write pow\(a, b\)/],
    ['1 | 2', /^“\|” is not known\. There are \+ -/],
    ['~1', /^“~” is not known/],
    ['fanIn.constructor', /^Dots, brackets/],
    ['[1, 2]', /^Dots, brackets/],
    ['this', /^Dots, brackets/],
    ['"2"', /^"2" is no number/],
    ['true', /^true is no number/],
    ['normal()()', /^Only functions by their names/],
  ])('%s is refused in words', (text, problem) => {
    expect(problemOf(text)).toMatch(problem);
  });

  it('never throws, and gives a number or words, whatever the text', () => {
    const pieces = fc.oneof(
      fc.constantFrom(
        'normal()',
        'fanIn',
        'sqrt',
        '(',
        ')',
        '+',
        '*',
        '?',
        ':',
        ',',
        '1',
        '.',
        ' ',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));

    fc.assert(
      fc.property(texts, (text) => {
        const reading = readExpression(text);
        if (reading.ok) expect(typeof reading.expression(scope())).toBe('number');
        else expect(reading.problem).toMatch(/\.$/);
      }),
      { numRuns: 2000 },
    );
  });
});
