import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { equalities, evaluate, plainMath } from './equalities.ts';
import { type LessonText, lessonsOf, type Tag } from './lesson-text.ts';

/** The last four of the seven sections have the same names in every lesson. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  en: ['By hand', 'In a real network', 'In PyTorch', 'Pitfalls'],
  zh: ['手算', '在真实网络里', 'PyTorch写法', '易错点'],
};
/** Either shows the lesson's operation in a running network. */
const RUNNING = ['Network', 'FieldMeasure'];
const COMPONENTS = ['Widget', 'Predict', 'Exercise', ...RUNNING, 'Value', 'Pitfall', 'SideNote'];
/** Attributes that hold words; of the options of a prediction the number is compared. */
const WORDS = ['title'];

const english = lessonsOf('en');
const chinese = lessonsOf('zh');
const all = [...english, ...chinese];
const tagsOf = (lesson: LessonText, name?: string) =>
  lesson.sections
    .flatMap((section) => section.tags)
    .filter((tag) => COMPONENTS.includes(tag.name) && (!name || tag.name === name));
const blocksOf = (lesson: LessonText) => lesson.sections.flatMap((section) => section.blocks);
const optionsOf = (tag: Tag) =>
  [...(tag.attributes['options'] ?? '').matchAll(/(['"])((?:(?!\1).)*)\1/g)].map((match) => match[2] ?? '');

/** What must be the same in every language. */
const shape = (tag: Tag) => ({
  name: tag.name,
  ...Object.fromEntries(
    Object.entries(tag.attributes)
      .filter(([name]) => !WORDS.includes(name))
      .map(([name, value]) => [name, name === 'options' ? String(optionsOf(tag).length) : value]),
  ),
});
const withoutComments = (code: string) =>
  code
    .split('\n')
    .map((line) => line.replace(/ *#.*$/, ''))
    .join('\n');

/** All words of a lesson that a reader sees, with the front matter's and the attributes'. */
const wordsOf = (lesson: LessonText) => [
  ...blocksOf(lesson).map((block) => block.text),
  ...tagsOf(lesson).flatMap((tag) => [...WORDS.map((name) => tag.attributes[name] ?? ''), ...optionsOf(tag)]),
  ...(lesson.frontMatter.match(/^(?:title|summary): .*$|^ {2}- (?!title).*$/gm) ?? []).map((line) =>
    line.replace(/^ *(?:- |title: |summary: )/, ''),
  ),
];

describe('the languages agree', () => {
  it('has the same lessons in both', () => {
    expect(english.length).toBeGreaterThan(0);
    expect(chinese.map(({ slug }) => slug)).toEqual(english.map(({ slug }) => slug));
  });

  it.each(english)('$slug: place, parts, code', (lesson) => {
    const other = chinese.find(({ slug }) => slug === lesson.slug);
    expect(other).toBeDefined();
    if (!other) return;
    const place = ({ order, part, minutes, prerequisites }: LessonText) => ({ order, part, minutes, prerequisites });
    expect(place(other)).toEqual(place(lesson));
    expect(tagsOf(other).map(shape)).toEqual(tagsOf(lesson).map(shape));
    const code = (one: LessonText) =>
      one.sections.flatMap((section) => section.code).map(({ lines }) => withoutComments(lines));
    expect(code(other)).toEqual(code(lesson));
    const formulas = (one: LessonText) =>
      blocksOf(one).flatMap((block) => block.formulas.filter((tex) => tex.includes('\\htmlClass')));
    expect(formulas(other).length).toBe(formulas(lesson).length);
    const urls = (one: LessonText) => one.frontMatter.match(/url: .*/g);
    expect(urls(other)).toEqual(urls(lesson));
  });
});

describe.each(all)('$file', (lesson) => {
  it('stands at its own place, after its prerequisites', () => {
    const siblings = all.filter(({ locale, slug }) => locale === lesson.locale && slug !== lesson.slug);
    expect(siblings.map(({ order }) => order)).not.toContain(lesson.order);
    for (const before of lesson.prerequisites)
      expect(siblings.filter(({ slug, order }) => slug === before && order < lesson.order)).toHaveLength(1);
  });

  it('has the seven sections in order', () => {
    const [question, idea, figures, byHand, network, code, pitfalls] = lesson.sections;
    expect(lesson.sections).toHaveLength(7);
    expect(lesson.sections.slice(3).map(({ title }) => title)).toEqual(ENDINGS[lesson.locale]);
    expect(lesson.opens).toBe(true);
    expect(question?.title).toMatch(/[?？]$/);
    expect(question?.tags.some(({ name }) => name === 'Widget')).toBe(true);
    expect(idea?.blocks.flatMap(({ formulas }) => formulas).length).toBeGreaterThan(3);
    expect(figures?.tags.some(({ name }) => name === 'Widget')).toBe(true);
    expect(byHand?.tags.filter(({ name }) => name === 'Exercise').length).toBeGreaterThanOrEqual(2);
    expect(network?.tags.some(({ name }) => RUNNING.includes(name))).toBe(true);
    expect(code?.code.some(({ language, lines }) => language === 'python' && /# .*\d/.test(lines))).toBe(true);
    expect(pitfalls?.tags.filter(({ name }) => name === 'Pitfall').length).toBeGreaterThanOrEqual(2);
    expect(lesson.frontMatter).toMatch(/^sources:\n {2}- title: /m);
  });

  it('numbers its figures and exercises, and predicts figures that it has', () => {
    for (const [name, attribute] of [
      ['Widget', 'figure'],
      ['Exercise', 'number'],
    ] as const) {
      const numbers = tagsOf(lesson, name).map((tag) => Number(tag.attributes[attribute]));
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    }
    const widgets = tagsOf(lesson, 'Widget').map((tag) => tag.attributes['name']);
    const predictions = tagsOf(lesson, 'Predict');
    expect(predictions.length).toBeGreaterThanOrEqual(1);
    expect(new Set(predictions.map((tag) => tag.attributes['id'])).size).toBe(predictions.length);
    for (const tag of predictions) {
      expect(widgets).toContain(tag.attributes['figure']);
      expect(optionsOf(tag).length).toBeGreaterThan(Number(tag.attributes['answer']));
    }
  });

  it('states no equality that does not hold', () => {
    const found = blocksOf(lesson).flatMap(({ text, formulas }) =>
      [text, ...formulas.map(plainMath)].flatMap(equalities),
    );
    expect(found.length).toBeGreaterThanOrEqual(4);
    expect(found.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('is quiet', () => {
    for (const words of wordsOf(lesson)) expect(words).not.toMatch(/[!！]|\p{Extended_Pictographic}|TODO|FIXME/u);
  });
});

describe.each(chinese)('$file: typography', (lesson) => {
  const comments = lesson.sections.flatMap(({ code }) => code.flatMap(({ lines }) => lines.match(/# .*$/gm) ?? []));
  const words = [...wordsOf(lesson), ...comments.map((comment) => comment.slice(2))];

  it('has full-width punctuation beside Chinese, but for the parentheses of a negative number', () => {
    for (const line of words)
      expect(line).not.toMatch(/[\u4e00-\u9fff](?:[,.;:?)"']|\((?!−?\d))|[,;:?("][\u4e00-\u9fff]/);
  });

  it('slants no Chinese', () => {
    expect(readFileSync(lesson.file, 'utf8')).not.toMatch(/(?<!\*)\*[^*\n]*[\u4e00-\u9fff][^*\n]*\*(?!\*)/);
  });

  it('has no typed blank beside Chinese', () => {
    for (const line of words)
      expect(line).not.toMatch(
        /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”] +\S|\S +[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”]/,
      );
  });
});

describe('the reading of equalities', () => {
  it('works out what is plain and leaves the rest', () => {
    expect(evaluate('(−1) × (−1) + 6/2 − 2 × 5')).toBe(-6);
    expect(evaluate('K + 1')).toBeUndefined();
    const texts = (text: string) => equalities(text).map(({ text: found, holds }) => `${found} ${holds}`);
    expect(texts('28 − 5 + 1 = 24, and 2 + 2 = 5.')).toEqual(['28 − 5 + 1 = 24 true', '2 + 2 = 5 false']);
    expect(texts('K + 1 = 5 − 3 + 1 = 3')).toEqual(['5 − 3 + 1 = 3 true']);
    expect(texts('K − 1 = 5 and 3 = 2K')).toEqual([]);
    expect(texts(plainMath('\\htmlClass{r-output}{O} = I - K + 1 + 2P = 5 - 3 + 1 + 2 \\times 1 = 6'))).toEqual([
      '5 − 3 + 1 + 2 × 1 = 6 false',
    ]);
    expect(texts(plainMath('\\ln 2 = 0.693'))).toEqual(['ln2 = 0.693 true']);
    expect(texts(plainMath('e^{\\ln 5} = e^{z} = 5'))).toEqual([]);
    expect(texts(plainMath('e^{\\ln 5} = 5'))).toEqual(['exp(ln5) = 5 true']);
    expect(texts(plainMath('\\ln 2 = 0.692'))).toEqual(['ln2 = 0.692 false']);
  });
});
