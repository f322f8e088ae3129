import { describe, expect, it } from 'vitest';
import { canonical } from '../spec/canonical.ts';
import type { NewRate } from '../spec/protocol.ts';
import { rateBook } from './rateBook.ts';

const experiment = canonical({ shared: {}, arms: [{ 'rate.changes': '40:0.1' }, {}] });
const rate = (value: number): NewRate => ({ arm: 'A', value, unit: 'limit' });

function opened() {
  const answers: (readonly [value: number | undefined, step: number | undefined])[] = [];
  const book = rateBook(experiment, ([first], step) => answers.push([first?.value, step]));
  return { answers, book };
}

describe('the rates of a run', () => {
  it('are as planned where nothing is asked for', () => {
    const { book } = opened();

    expect(book.rateOf('A', 0)).toEqual({ until: 40 });
    expect(book.rateOf('B', 39)).toEqual({ until: 40 });
    expect(book.rateOf('A', 40)).toEqual({ value: 0.1, unit: 'limit' });
    expect(book.rateOf('C', 40)).toBeUndefined();
  });

  it('hold from the step at which training waits', () => {
    const { book, answers } = opened();
    book.reached(10);
    book.ask([rate(0.3)]);
    book.ask([rate(0.2)]);

    expect(answers).toEqual([
      [0.3, 10],
      [0.2, 10],
    ]);
    expect(book.rateOf('A', 10)).toEqual({ value: 0.2, unit: 'limit', until: 40 });
    expect(book.rateOf('B', 10), 'of the arms that were named').toEqual({ until: 40 });
  });

  it('hold from the end of a round that is under way', () => {
    const { book, answers } = opened();
    book.reached(10);
    book.left();
    book.ask([rate(0.3)]);
    expect(answers).toEqual([]);
    expect(book.rateOf('B', 10)).toEqual({ until: 40 });
    book.reached(17);

    expect(answers).toEqual([[0.3, 17]]);
    expect(book.rateOf('A', 17)).toMatchObject({ value: 0.3 });
    expect(book.rateOf('A', 12), 'what was before stays').toEqual({ until: 17 });
  });

  it('hold from where training waits, whoever has asked for rates meanwhile', () => {
    const { book, answers } = opened();
    book.reached(10);
    book.rateOf('A', 10);
    book.ask([rate(0.3)]);

    expect(answers).toEqual([[0.3, 10]]);
  });

  it('leave what is planned for later', () => {
    const { book } = opened();
    book.reached(10);
    book.ask([rate(0.3)]);

    expect(book.rateOf('A', 40)).toMatchObject({ value: 0.1 });
  });

  it('hold from no step where training does not go on', () => {
    const { book, answers } = opened();
    book.reached(10);
    book.left();
    book.ask([rate(0.3)]);
    book.end();
    book.ask([rate(0.2)]);

    expect(answers).toEqual([
      [0.3, undefined],
      [0.2, undefined],
    ]);
  });

  it('are another experiment before the first step', () => {
    const { book, answers } = opened();
    book.ask([rate(0.3)]);
    book.reached(0);

    expect(answers).toEqual([[0.3, undefined]]);
    expect(book.rateOf('A', 0)).toEqual({ until: 40 });
  });
});
