import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../../spec/defaults.ts';
import { armValues } from '../../spec/values.ts';
import { fromLink } from './fromLink.ts';
import { toLink } from './toLink.ts';

const problemsOf = (link: string): readonly string[] => fromLink(link).problems;
const rewritten = (link: string): string => toLink(fromLink(link).experiment);

describe('the link of an experiment', () => {
  it('says all of the default experiment that is not a default of its version', () => {
    expect(toLink(defaultExperiment)).toBe(
      'v=1&net.depth=8&sw2=1.05&sb2=0.00002&rate=0.6&arms=2&b.init=orthogonal',
    );
  });

  it('is in canonical order, whatever the order it came in', () => {
    expect(
      rewritten('b.act=relu&arms=2&act.slope=.30&seed=5&act=leaky&data.classes=4%2C9&v=1'),
    ).toBe('v=1&data.classes=4,9&seed=5&act=leaky&act.slope=0.3&arms=2&b.act=relu');
  });

  it('leaves out what a later arm’s own entry has by default', () => {
    expect(rewritten('v=1&arms=2&b.act=leaky&b.act.slope=0.1')).toBe('v=1&arms=2&b.act=leaky');
  });

  it('keeps what a later arm sets to A’s value', () => {
    const link = 'v=1&act=leaky&act.slope=0.3&arms=2&b.act.slope=0.3&b.sw2=1.5';

    expect(rewritten(link)).toBe(link);
  });
});

describe('reading a link', () => {
  it.each(['', '#', '  ', '&', '#&&'])('finds the default experiment in %j', (link) => {
    expect(fromLink(link)).toEqual({ experiment: defaultExperiment, problems: [] });
  });

  it.each([
    ['#v=1&net.width=64', 'a hash'],
    ['https://lab.example/page/?backend=wasm#v=1&net.width=64', 'a whole address'],
    ['v%3D1%26net.width%3D64', 'a hash that a mail program has escaped'],
    ['v=1&amp;net.width=64', 'a hash that has been HTML'],
    ['%76=1&net%2Ewidth=%36%34', 'needless escapes'],
    [' v = 1 & net.width = 64 ', 'spaces'],
    ['&v=1&&net.width=64&', 'stray separators'],
    ['net.width=64', 'a hash without a version'],
  ])('takes %j: %s', (link) => {
    expect(problemsOf(link)).toEqual([]);
    expect(rewritten(link)).toBe('v=1&net.width=64');
  });

  it.each([
    [
      'v=2&sw2=2',
      'v=1&sw2=2',
      'v=2 is newer than this page, which knows links up to version 1; what it understands is used.',
    ],
    ['v=one&sw2=2', 'v=1&sw2=2', 'v=one is no version of a link; it is read as version 1.'],
    ['v=0', 'v=1', 'v=0 is no version of a link; it is read as version 1.'],
    ['v=1&sw2', 'v=1', '“sw2” is not of the form key=value and is ignored.'],
    ['v=1&=2', 'v=1', '“=2” is not of the form key=value and is ignored.'],
    ['v=1&sw2=%zz', 'v=1', '“sw2=%zz” has a broken %-escape and is ignored.'],
    ['v=1&sw2=2&sw2=3', 'v=1&sw2=2', 'sw2 is given twice; the first value, 2, is used.'],
    ['v=1&colour=red', 'v=1', 'colour is no known setting and is ignored.'],
    [
      'v=1&net.width=9999',
      'v=1',
      'net.width=9999 is above 4096, the most it may be; 192 is used instead.',
    ],
    ['v=1&steps=-1', 'v=1', 'steps=-1 is below 0, the least it may be; 240 is used instead.'],
    ['v=1&net.depth=2.5', 'v=1', 'net.depth=2.5 is not a whole number; 3 is used instead.'],
    ['v=1&sb2=little', 'v=1', 'sb2=little is not a number; 0.1 is used instead.'],
    ['v=1&bias=maybe', 'v=1', 'bias=maybe is neither on nor off; on is used instead.'],
    [
      'v=1&act=swish',
      'v=1',
      'act=swish is not among the 14 known values (tanh | relu | leaky | …); tanh is used instead.',
    ],
    [
      'v=1&act.slope=0.3',
      'v=1',
      'act.slope is ignored: it belongs to leaky ReLU, and tanh is chosen.',
    ],
    [
      'v=1&data=moons&data.classes=3,8',
      'v=1&data=moons',
      'data.classes is ignored: it belongs to Digits, and Two moons is chosen.',
    ],
    [
      'v=1&arms=2&b.sw2=-1',
      'v=1&arms=2',
      'b.sw2=-1 is below 0, the least it may be; A’s value is used instead.',
    ],
    [
      'v=1&arms=2&b.act=leaky&b.act.slope=7',
      'v=1&arms=2&b.act=leaky',
      'b.act.slope=7 is above 1, the most it may be; 0.1 is used instead.',
    ],
    [
      'v=1&arms=2&b.seed=3',
      'v=1&arms=2',
      'b.seed is ignored: all networks share the data and the run.',
    ],
    [
      'v=1&arms=2&b.data.n=3',
      'v=1&arms=2',
      'b.data.n is ignored: all networks share the data and the run.',
    ],
    [
      'v=1&arms=2&b.act.slope=.3',
      'v=1&arms=2',
      'b.act.slope is ignored: it belongs to leaky ReLU, and tanh is chosen.',
    ],
    ['v=1&b.sw2=2', 'v=1&arms=2&b.sw2=2', 'arms is missing, but b.sw2 is set; arms=2 is used.'],
    [
      'v=1&arms=2&d.sw2=2',
      'v=1&arms=4&d.sw2=2',
      'arms=2 is too few, because d.sw2 is set; 4 is used instead.',
    ],
    ['v=1&arms=7', 'v=1', 'arms=7 is above 4, the most it may be; 1 is used instead.'],
    ['v=1&e.sw2=2', 'v=1', 'e.sw2 is no known setting and is ignored.'],
    [
      'v=1&kernel=full&data.classes=all&data.n=500',
      'v=1&data.classes=all&data.n=500',
      'kernel=full would have 5000 rows (n = 500 times K = 10 outputs), more than 1024; kernel=mean is used instead.',
    ],
    ['v=1&__proto__=1', 'v=1', '__proto__ is no known setting and is ignored.'],
    [
      'v=1&act=constructor',
      'v=1',
      'act=constructor is not among the 14 known values (tanh | relu | leaky | …); tanh is used instead.',
    ],
  ])('says what is wrong with %s and uses the rest', (link, used, problem) => {
    expect(problemsOf(link)).toEqual([problem]);
    expect(rewritten(link)).toBe(used);
  });

  it('finds nothing to use in what is no link at all', () => {
    expect(fromLink('#section-2')).toEqual({
      experiment: defaultExperiment,
      problems: ['“section-2” is not of the form key=value and is ignored.'],
    });
  });

  it('names every problem of a link that has several', () => {
    expect(problemsOf('v=3&sw2=x&colour=red&b.sb2=2')).toHaveLength(4);
  });

  it('names a problem once that occurs twice', () => {
    expect(problemsOf('v=1&sw2=2&sw2=3&sw2=4')).toHaveLength(1);
  });

  it('quotes no more than the beginning of what is long, and lists no more than a dozen', () => {
    const endless = Array.from({ length: 500 }, (_, i) => `k${i}=${'x'.repeat(500)}`).join('&');
    const problems = problemsOf(`v=${'9'.repeat(500)}&act=${'x'.repeat(500)}&${endless}`);

    expect(problems).toHaveLength(12);
    expect(Math.max(...problems.map(({ length }) => length))).toBeLessThan(200);
    expect(problems.at(-1)).toBe('And 491 further problems of this kind.');
  });

  it('gives later arms A’s values for what they do not set', () => {
    const { experiment } = fromLink('v=1&act=leaky&act.slope=0.7&sw2=3&arms=2&b.init=uniform');

    expect(armValues(experiment, 1)).toEqual({
      ...armValues(experiment, 0),
      init: 'uniform',
      'init.range': Math.sqrt(3),
    });
  });

  it('knows the initializers of the first layer and of the readout apart', () => {
    const link = 'v=1&init=he-normal&initFirst=constant&initFirst.c=2&arms=2&b.initLast=zero';
    const { experiment, problems } = fromLink(link);

    expect(problems).toEqual([]);
    expect(toLink(experiment)).toBe(link);
    expect(armValues(experiment, 1)).toMatchObject({ initFirst: 'constant', 'initFirst.c': 2 });
    expect(problemsOf('v=1&initFirst.c=2')).toEqual([
      'initFirst.c is ignored: it belongs to truncated Gaussian, constant, and as hidden layers is chosen.',
    ]);
  });

  it('holds a formula as a person wrote it', () => {
    const link = 'v=1&init=custom&init.expr=sqrt(2/fanIn)*(uniform()%20%2B%20normal())';
    const { experiment, problems } = fromLink(link);

    expect(problems).toEqual([]);
    expect(armValues(experiment, 0)['init.expr']).toBe('sqrt(2/fanIn)*(uniform() + normal())');
    expect(toLink(experiment)).toBe(link);
    expect(problemsOf(`v=1&init=custom&init.expr=${'x'.repeat(201)}`)).toEqual([
      `init.expr=${'x'.repeat(40)}… is longer than 200 characters; sqrt(2/fanIn)*normal() is used instead.`,
    ]);
  });
});
