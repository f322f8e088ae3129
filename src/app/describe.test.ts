import { describe as family, expect, it } from 'vitest';
import { fromLink } from '../state/link/fromLink.ts';
import { describe } from './describe.ts';
import { fileNameOf } from './fileNameOf.ts';

const words = (link: string): string => {
  const { experiment, problems } = fromLink(link);
  expect(problems).toEqual([]);
  return describe(experiment);
};

family('the description of an experiment', () => {
  it.each([
    ['', 'Digits 3 and 8 · Gaussian against orthogonal · tanh, depth 8, width 192'],
    ['v=1', 'Digits 3 and 8 · Gaussian weights · tanh, depth 3, width 192'],
    [
      'v=1&data.classes=all&init=he-normal',
      'Digits, all ten · He, normal weights · tanh, depth 3, width 192',
    ],
    [
      'v=1&data=circle&arms=3&net.width=64&b.net.width=256&c.net.width=1024',
      'Circle, cos kθ · width 64 against 256 against 1024 · tanh, depth 3',
    ],
    ['v=1&data=moons&arms=2&b.act=relu', 'Two moons · tanh against ReLU · depth 3, width 192'],
    [
      'v=1&arms=2&b.init=orthogonal&b.net.width=64&b.act=leaky',
      'Digits 3 and 8 · Gaussian, width 192, tanh against orthogonal, width 64, leaky ReLU · depth 3',
    ],
    [
      'v=1&data.classes=all&loss=softmax&opt=adam&batch=16&arms=2&b.init=orthogonal',
      'Digits, all ten · Gaussian against orthogonal · tanh, depth 3, width 192 · softmax cross-entropy, Adam, batch 16',
    ],
    [
      'v=1&arms=2&b.opt=momentum',
      'Digits 3 and 8 · gradient descent against momentum · tanh, depth 3, width 192',
    ],
    [
      'v=1&arms=2&b.mirror=on',
      'Digits 3 and 8 · not mirrored against mirrored · tanh, depth 3, width 192',
    ],
    [
      'v=1&arms=2&b.initLast=zero',
      'Digits 3 and 8 · readout as hidden layers against readout ZerO · tanh, depth 3, width 192',
    ],
    [
      'v=1&arms=2&b.init=zero&b.mirror=on&b.initFirst=constant',
      'Digits 3 and 8 · Gaussian against ZerO, first layer constant, mirrored · tanh, depth 3, width 192',
    ],
    [
      'v=1&arms=2&b.batch=2',
      'Digits 3 and 8 · all samples against batch 2 · tanh, depth 3, width 192',
    ],
    [
      'v=1&arms=2&b.rate.changes=5:1',
      'Digits 3 and 8 · one rate throughout against rate later 5:1 · tanh, depth 3, width 192',
    ],
    ['v=1&arms=2', 'Digits 3 and 8 · Gaussian weights · tanh, depth 3, width 192'],
  ])('of %s is: %s', (link, sentence) => {
    expect(words(link)).toBe(sentence);
  });
});

family('the name of a file', () => {
  it('is the description in small letters', () => {
    expect(fileNameOf(words(''))).toBe(
      'digits-3-and-8-gaussian-against-orthogonal-tanh-depth-8-width-192.npz',
    );
  });

  it('is never empty', () => {
    expect(fileNameOf('σ² · ∞')).toMatch(/^[a-z0-9-]+\.npz$/u);
    expect(fileNameOf('···')).toBe('tangent-lab.npz');
  });
});
