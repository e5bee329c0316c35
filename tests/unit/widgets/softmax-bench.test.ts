import { expect, it } from 'vitest';
import { initialState } from '../../../src/state/codec.ts';
import {
  derive,
  doubled,
  fields,
  probabilityOf,
  type State,
  describe as sentence,
} from '../../../src/widgets/softmax-bench/model.ts';
import words from '../../../src/widgets/softmax-bench/words.ts';

const state = (patch: Partial<State> = {}): State => ({ ...initialState(fields), ...patch });
const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 9));

it('divides each exponential by the sum', () => {
  const { probabilities, sum, exponentials } = derive(state({ scores: [Math.log(1), Math.log(2), Math.log(5), 0, 0] }));
  expect(sum).toBeCloseTo(8, 12);
  expect(exponentials).toEqual(near([1, 2, 5]));
  expect(probabilities).toEqual(near([1 / 8, 2 / 8, 5 / 8]));
});

it('keeps the probabilities under a shift, and changes the exponentials', () => {
  const [before, after] = [derive(state()), derive(state({ shift: -2 }))];
  expect(after.probabilities).toEqual(near(before.probabilities));
  expect(after.sum).toBeCloseTo(before.sum * Math.exp(-2), 9);
});

it('takes half the temperature for doubled scores', () => {
  const twice = doubled(state().scores);
  expect(derive(state({ scores: twice ?? [] })).probabilities).toEqual(
    near(derive(state({ temperature: 0.5 })).probabilities),
  );
  expect(doubled([6, 1])).toBeUndefined();
});

it('is the sigmoid of the difference with two classes', () => {
  const { pair, probabilities } = derive(state({ classes: 2, scores: [3, 1, 0, 0, 0] }));
  expect(pair?.difference).toBe(2);
  expect(pair?.sigmoid).toBeCloseTo(probabilities[0] ?? 0, 12);
});

/** The slope of `loss` for each score, by small differences. */
function slopes(from: State, loss: (state: State) => number): number[] {
  const h = 1e-5;
  const moved = (index: number, by: number) =>
    from.scores.map((score, place) => (place === index ? score + by : score));
  return Array.from({ length: from.classes }, (_, index) => {
    const [up, down] = [loss({ ...from, scores: moved(index, h) }), loss({ ...from, scores: moved(index, -h) })];
    return (up - down) / (2 * h);
  });
}

it.each([1, 0.5, 3])(
  'shows the true gradient of the loss at temperature %d, also after a second softmax',
  (temperature) => {
    const from = state({ temperature, label: 1, loss: true, twice: true, classes: 4 });
    const { loss, twice } = derive(from);
    const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 6));
    expect(loss.gradient).toEqual(close(slopes(from, (at) => derive(at).loss.value)));
    expect(twice?.loss.gradient).toEqual(close(slopes(from, (at) => derive(at).twice?.loss.value ?? Number.NaN)));
  },
);

it('keeps the label inside the classes there are', () => {
  expect(derive(state({ classes: 2, label: 4 })).label).toBe(1);
});

it('speaks the loss only where it is shown', () => {
  expect(sentence(derive(state()), words.en)).toBe('Probabilities: cat 0.705, dog 0.259, bird 0.035.');
  expect(sentence(derive(state({ loss: true })), words.zh)).toContain('损失是0.349');
});

it.each([
  ['-10,10,0', '(2.061 × 10⁻⁹)'],
  ['-3,1,-1', '0.01588'],
  ['0.69,1,-1', '0.3925'],
  ['3,1,0', '0.844'],
])(
  'writes the probability of the first of the scores %s so that its −ln is the loss that is shown',
  (scores, shown) => {
    const { loss } = derive(state({ scores: scores.split(',').map(Number) }));
    expect(probabilityOf(loss.value)).toBe(shown);
  },
);

it('can subtract any largest score', () => {
  const { scores, shift } = fields;
  expect([shift.min, shift.max]).toEqual([-scores.max, -scores.min]);
});
