import { expect, it } from 'vitest';
import { clause } from './clause.ts';

it.each([
  ['Constant weights repeat.', 'constant weights repeat'],
  ['ZerO draws nothing.', 'ZerO draws nothing'],
  ['ReLU has a kink', 'ReLU has a kink'],
  ['A sum. And another.', 'a sum. And another'],
])('a sentence within another: %s', (sentence, words) => {
  expect(clause(sentence)).toBe(words);
});
