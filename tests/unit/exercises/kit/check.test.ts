import { describe, expect, it } from 'vitest';
import { check, generate, mistake, solve } from '@/exercises';
import { sample } from './sample-kind.ts';

const problem = { value: 3 };
const solution = solve(sample, problem);

describe('solve', () => {
  it('types the right answer as a learner would', () => {
    expect(solution).toEqual({
      grid: ['3', '4', '5', '6'],
      decimal: ['0.67'],
      fraction: ['1/3'],
      shape: ['3', '7'],
      choice: ['odd'],
      choices: ['yes', 'no'],
    });
  });

  it('names the kind whose solution does not fit', () => {
    const broken = { ...sample, solve: () => ({ grid: [1, 2, 3] }) };
    expect(() => solve(broken, problem)).toThrow('sample');
  });
});

describe('mistake', () => {
  it('gives all parts, right where the rule leaves them alone', () => {
    expect(mistake(sample, problem, 'doubled')).toEqual({ ...solution, grid: ['6', '8', '10', '12'] });
    expect(mistake(sample, problem, 'negative')).toEqual({
      ...solution,
      grid: ['-3', '-4', '-5', '-6'],
      shape: ['-3', '7'],
    });
  });

  it('leaves empty what the rule cannot fill, and rounds what is no fraction', () => {
    expect(mistake(sample, problem, 'cut-short')?.grid).toEqual(['8', '', '', '']);
    expect(mistake(sample, problem, 'thirds-rounded')?.fraction).toEqual(['0.707']);
  });

  it('is undefined where the rule does not fit, is not finite, gives the truth, or is unknown', () => {
    for (const name of ['does-not-fit', 'infinite', 'no-such-rule', 'toString', '__proto__']) {
      expect(mistake(sample, problem, name)).toBeUndefined();
    }
    expect(mistake(sample, { value: 0 }, 'doubled')).toBeDefined();
    expect(
      mistake({ ...sample, misconceptions: { none: { ...sampleRule, answer: () => ({}) } } }, problem, 'none'),
    ).toBe(undefined);
  });

  it('knows decimals that were cut off', () => {
    expect(mistake(sample, problem, 'cut-off')).toEqual({ ...solution, decimal: ['0.66'] });
  });
});

const sampleRule = { words: { en: { head: '', text: () => '' }, zh: { head: '', text: () => '' } } };

describe('check', () => {
  const status = (typed: Record<string, string[]>, part: string) =>
    check(sample, problem, { ...solution, ...typed })[part];

  it('is correct field by field for the solution, however it is dressed', () => {
    const dressed = {
      grid: ['３', '4.0', ' 5 ', '12/2'],
      decimal: ['2/3'],
      fraction: ['2/6'],
      shape: ['+3', '7'],
      choice: ['odd'],
      choices: ['yes', 'no'],
    };
    for (const part of Object.values(check(sample, problem, dressed))) {
      expect(part.status).toBe('correct');
      expect(part.misconceptions).toEqual([]);
    }
  });

  it.each([
    ['0.67', 'correct'],
    ['0.6667', 'correct'],
    ['0.662', 'correct'],
    ['.67', 'correct'],
    ['0,67', 'correct'],
    ['0.66', 'wrong'],
    ['0.68', 'wrong'],
    ['0.6616', 'wrong'],
    ['1,670', 'unreadable'],
  ])('takes the decimal %s of 2/3 to two places as %s', (typed, expected) => {
    expect(status({ decimal: [typed] }, 'decimal')?.status).toBe(expected);
  });

  it('wants a fraction exactly', () => {
    expect(status({ fraction: ['0.333'] }, 'fraction')?.status).toBe('wrong');
    expect(status({ fraction: ['0.33333333333333333'] }, 'fraction')?.status).toBe('wrong');
    expect(status({ fraction: ['-1/3'] }, 'fraction')?.status).toBe('wrong');
  });

  it('lets wrong go before unreadable, and unreadable before correct', () => {
    expect(status({ grid: ['3', '4', '9', 'x'] }, 'grid')).toMatchObject({
      status: 'wrong',
      fields: ['correct', 'correct', 'wrong', 'unreadable'],
    });
    expect(status({ grid: ['3', '4', '', '3x'] }, 'grid')).toMatchObject({
      status: 'unreadable',
      fields: ['correct', 'correct', 'unreadable', 'unreadable'],
      complaints: [undefined, undefined, { why: 'empty' }, { why: 'letters' }],
      misconceptions: [],
    });
  });

  it('reads choices by the ids of their options', () => {
    expect(status({ choice: ['even'] }, 'choice')?.status).toBe('wrong');
    expect(status({ choice: ['Odd'] }, 'choice')?.status).toBe('unreadable');
    expect(status({ choice: [''] }, 'choice')?.status).toBe('unreadable');
    expect(status({ choices: ['yes', 'yes'] }, 'choices')?.fields).toEqual(['correct', 'wrong']);
    expect(status({ choices: ['maybe', 'no'] }, 'choices')?.fields).toEqual(['unreadable', 'correct']);
  });

  it('does not mind missing, surplus or foreign fields', () => {
    const odd: Record<string, string[]> = { grid: ['3', '4', '5', '6', '7'], constructor: ['1'], shape: [] };
    const result = check(sample, problem, odd);
    expect(Object.keys(result)).toEqual(['grid', 'decimal', 'fraction', 'shape', 'choice', 'choices']);
    expect(result['grid']?.status).toBe('correct');
    expect(result['shape']?.fields).toEqual(['unreadable', 'unreadable']);
    const foreign = JSON.parse('{ "grid": { "0": "3" }, "decimal": "0.67", "fraction": [3], "shape": null }');
    for (const part of Object.values(check(sample, problem, foreign))) expect(part.status).toBe('unreadable');
  });

  it('names every rule that agrees with all filled fields, on each wrong part', () => {
    const doubled = { ...solution, grid: ['6', '8', '10', '12'] };
    expect(check(sample, problem, doubled)['grid']?.misconceptions).toEqual(['doubled', 'doubled-too']);
    expect(check(sample, problem, doubled)['shape']?.misconceptions).toEqual([]);
    const begun = { grid: ['6', '', '1e1', ''] };
    expect(check(sample, problem, begun)['grid']?.misconceptions).toEqual(['doubled', 'doubled-too']);
    const negative = mistake(sample, problem, 'negative') ?? {};
    expect(check(sample, problem, negative)['grid']?.misconceptions).toEqual(['negative']);
    expect(check(sample, problem, negative)['shape']?.misconceptions).toEqual(['negative']);
    const mixed = { ...doubled, shape: ['-3', '7'] };
    expect(check(sample, problem, mixed)['grid']?.misconceptions).toEqual([]);
  });

  it('names a cut-off decimal', () => {
    expect(status({ decimal: ['0.66'] }, 'decimal')?.misconceptions).toEqual(['cut-off']);
  });
});

describe('generate', () => {
  it('says which rule kept giving the right answer', () => {
    const truthful = {
      ...sample,
      misconceptions: { truthful: { ...sampleRule, answer: (drawn: { value: number }) => sample.solve(drawn) } },
    };
    expect(() => generate(truthful, 1, 1)).toThrow(/sample.*seed 1, level 1.*"truthful"/s);
  });

  it('prefers a problem without ties', () => {
    const tied = {
      ...sample,
      misconceptions: {
        five: { ...sampleRule, answer: ({ value }: { value: number }) => ({ grid: [5, value + 2, 0, 0] }) },
        same: { ...sampleRule, answer: ({ value }: { value: number }) => ({ grid: [value, value + 2, 0, 0] }) },
      },
    };
    for (let seed = 0; seed < 50; seed += 1) expect(generate(tied, seed, 1).value).not.toBe(5);
  });
});
