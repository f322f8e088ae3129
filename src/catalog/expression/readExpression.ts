import jsep from 'jsep';
import { compiled } from './compiled.ts';
import type { Reading } from './Expression.ts';
import { Misreading } from './Misreading.ts';
import { openParenthesis } from './openParenthesis.ts';

/**
 * Reads a formula such as `sqrt(2/fanIn)*normal()`: numbers, fanIn, fanOut, pi, the known functions, + − * / %, comparisons,
 * && || ! and the conditional a ? b : c. Never throws, and never runs text as code. Places in problems count from 1.
 */
export function readExpression(text: string): Reading {
  try {
    const place = openParenthesis(text);
    if (place !== undefined)
      throw new Misreading(
        `The parenthesis at character ${place + 1} has no partner`,
        text[place] === '(' ? 'Close it with “)”.' : 'Remove it, or open one before.',
      );
    return { ok: true, expression: compiled(parsed(text), text) };
  } catch (error) {
    if (error instanceof Misreading) return { ok: false, problem: error.message };
    throw error;
  }
}

function parsed(text: string): jsep.Expression {
  try {
    return jsep(text);
  } catch (error) {
    const at = error instanceof Error && 'index' in error ? Number(error.index) : 0;
    const rest = text.slice(at).trim();
    throw new Misreading(
      rest === ''
        ? 'The formula breaks off at its end'
        : `The formula cannot be read from character ${at + 1} on, “${rest.slice(0, 12)}”`,
      rest.startsWith('=') ? 'Write only what a weight is, without “=”.' : 'Complete or remove it.',
    );
  }
}
