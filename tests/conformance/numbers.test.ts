import { describe, expect, it } from 'vitest';
import { facts } from './facts.ts';
import { type Block, type LessonText, lessonsOf } from './lesson-text.ts';
import { classics, type Network, networkNumbers } from './network-numbers.ts';
import { accountedFor, strayNumbers, withoutComma } from './stray-numbers.ts';

interface Manifest {
  readonly layers: Network['layers'];
  readonly input: { readonly shape: readonly number[] };
  readonly accuracy: readonly { readonly pictures: number; readonly top1: number }[];
}
const manifests = Object.values(
  import.meta.glob<Manifest>('/content/networks/*.json', { eager: true, import: 'default' }),
);
const embedded = manifests.map(({ layers, input }): Network => ({ layers, input: input.shape }));
/** How many pictures an embedded network classified rightly. */
const right = manifests.flatMap(({ accuracy }) => accuracy.map(({ pictures, top1 }) => Math.round(pictures * top1)));
const ofNetworks = [...[...classics, ...embedded].map(networkNumbers), new Set(right)];
const ofFacts = new Set(facts.map(({ number }) => number));

const WHAT_TO_DO = [
  'Core computes none of these numbers from what the lesson says. Print each by <Value of="…">, or write its equality out',
  '("32 × 3 × 5 × 5 = 2,400"), or put the shape it counts into the same section. If it is a fact and no result, add it',
  'with its source to tests/conformance/facts.ts. If it is wrong, mend it.',
].join(' ');

const lessons = [...lessonsOf('en'), ...lessonsOf('zh')];
const blocksOf = ({ sections }: LessonText): readonly Block[] => sections.flatMap(({ blocks }) => blocks);
const line = (text: string): Block => ({ text, formulas: [] });

/** Titles, and the right option of a prediction: the others are meant to be wrong. */
function attributesOf({ sections, frontMatter }: LessonText): Block[] {
  const titles = sections.flatMap(({ tags }) => tags.map(({ attributes }) => attributes['title'] ?? ''));
  const options = sections.flatMap(({ tags }) =>
    tags.map(({ attributes }) => {
      const all = [...(attributes['options'] ?? '').matchAll(/(['"])((?:(?!\1).)*)\1/g)].map((match) => match[2] ?? '');
      return all[Number(attributes['answer'])] ?? '';
    }),
  );
  const head = frontMatter.match(/^(?:title|summary): .*$|^objectives:\n(?: {2}- .*\n)*/gm) ?? [];
  return [...titles, ...options, ...head].map(line);
}

describe.each(lessons)('the numbers of $file', (lesson) => {
  /** An equality accounts for a number in the whole lesson, a shape in its own section. */
  const equal = accountedFor(blocksOf(lesson).map((block) => ({ ...block, text: withoutShapes(block.text) })));

  it('are those that core computes, or facts with a source', () => {
    const stray = lesson.sections.flatMap(({ blocks, title }) => {
      const known = [...ofNetworks, ofFacts, equal, accountedFor(blocks)];
      return blocks.flatMap((block) => strayNumbers(block, known).map((number) => `${number} (${title})`));
    });
    const whole = [...ofNetworks, ofFacts, accountedFor(blocksOf(lesson))];
    const inAttributes = attributesOf(lesson).flatMap((block) => strayNumbers(block, whole));
    expect([...stray, ...inAttributes], WHAT_TO_DO).toEqual([]);
  });

  it('have commas at their thousands', () => {
    expect(blocksOf(lesson).flatMap(withoutComma)).toEqual([]);
  });
});

/** Shapes without blanks go, products with blanks stay: they are sides of equalities. */
const withoutShapes = (text: string): string => text.replaceAll(/\d[\d,]*(?:×\d[\d,]*)+/g, 'x');

it('has a use for every fact, and knows of it once', () => {
  const unused = facts.filter(({ number, lesson }) => {
    const written = new Intl.NumberFormat('en').format(number);
    return lessons
      .filter(({ slug }) => slug === lesson)
      .some((one) => !blocksOf(one).some(({ text }) => text.includes(written)));
  });
  expect(unused.map(({ what }) => what)).toEqual([]);
  expect(ofFacts.size).toBe(facts.length);
});

describe('the numbers that core computes', () => {
  it('hold the published totals of the classics', () => {
    const [alexNet, vgg13, vgg16, resNet18] = classics.map(networkNumbers);
    expect([61_100_840, 61_090_496, 10_344, 714_188_480, 58_621_952].map((one) => alexNet?.has(one))).not.toContain(
      false,
    );
    expect([133_047_848, 11_308_466_176, 102_760_448].map((one) => vgg13?.has(one))).not.toContain(false);
    expect([138_357_544, 15_470_264_320].map((one) => vgg16?.has(one))).not.toContain(false);
    expect([11_689_512, 1_814_073_344].map((one) => resNet18?.has(one))).not.toContain(false);
  });
});

describe('the reading of numbers', () => {
  const stray = (text: string, formulas: readonly string[] = []) => {
    const block = { text, formulas };
    return strayNumbers(block, [...ofNetworks, ofFacts, accountedFor([block])]);
  };

  it('finds a number that nothing gives', () => {
    expect(stray('AlexNet has 61,100,841 parameters.')).toEqual(['61,100,841']);
    expect(stray('AlexNet有61,100,841个参数，不是61,100,840个。')).toEqual(['61,100,841']);
    expect(stray('A picture of 3×224×224 holds 150,582 numbers.')).toEqual(['150,582']);
    expect(stray('32 × 3 × 5 × 5 = 2,401 weights')).toEqual(['2,401']);
    expect(stray('Here', ['3 \\times 5 \\times 5 \\times 31 = 2{,}326'])).toEqual(['2,326']);
    expect(stray('It takes 123456 steps.')).toEqual(['123456']);
  });

  it('accepts what an equality, a shape, a network or a source gives', () => {
    expect(stray('32 × 3 × 5 × 5 = 2,400 weights, and 2,400 + 32 = 2,432 with the biases')).toEqual([]);
    expect(stray('The map is 7×31×31, which are 6,727 values.')).toEqual([]);
    expect(stray('A bank of 10×7×11×11 has 8,470 weights, 8,480 parameters.')).toEqual([]);
    expect(stray('On 10×9×9 the bank 10×7×11×11 makes 686,070 multiply-adds.')).toEqual([]);
    expect(stray('Dense, 77 → 33: 2,541 weights, 2,574 with biases.')).toEqual([]);
    expect(stray('AlexNet has 61,100,840 parameters, and ImageNet 1,281,167 pictures.')).toEqual([]);
    expect(stray('In 2012, after 10,000 pictures, the loss was 0.8438; 6000万个参数')).toEqual([]);
  });

  it('asks for the comma in running text', () => {
    expect(withoutComma(line('1024 values in 2012, or 1,024'))).toEqual(['1024']);
  });
});
