import { describe, expect, it } from 'vitest';
import {
  checked,
  type Draft,
  emptyDraft,
  isUntouched,
  judge,
  printDraft,
  readDraft,
  withField,
} from '@/components/exercise/draft.ts';
import convolveMap from '@/exercises/convolve-map.ts';
import { generate, mistake, solve } from '@/exercises/index.ts';
import type { Exercise, Part, Typed } from '@/exercises/kit/definition.ts';

const problem = generate(convolveMap, 7, 1);
const right = solve(convolveMap, problem);
const flipped = mistake(convolveMap, problem, 'flipped') ?? {};
const typedIn = (typed: Typed, draft: Draft = emptyDraft): Draft => ({ ...draft, typed });
const check = (draft: Draft) => checked(convolveMap, problem, draft);
const see = (draft: Draft) => judge(convolveMap, problem, draft);

describe('a draft', () => {
  it('marks only fields that were checked and not touched since', () => {
    const { draft } = check(typedIn({ ...flipped, shape: ['', 'x'] }));
    expect(see(draft).standing).toBe('wrong');
    expect(see(draft).marks['shape']).toEqual([undefined, 'unreadable']);
    const first = draft.typed['map']?.findIndex((text, index) => text !== right['map']?.[index]) ?? 0;
    const edited = withField(draft, 'map', first, '99');
    expect(see(draft).marks['map']?.[first]).toBe('wrong');
    expect(see(edited).marks['map']?.[first]).toBeUndefined();
  });

  it('ends an attempt with right or wrong only', () => {
    const empty = check(emptyDraft);
    expect(empty.act).toBeUndefined();
    expect(see(empty.draft).standing).toBe('open');
    const unreadable = check(typedIn({ ...right, shape: ['3x', '3'] }, empty.draft));
    expect(unreadable.act).toBeUndefined();
    expect(see(unreadable.draft).standing).toBe('unreadable');
    const wrong = check(typedIn(flipped, unreadable.draft));
    expect([wrong.act, wrong.misconceptions]).toEqual(['wrong', ['flipped']]);
    const solved = check(typedIn(right, wrong.draft));
    expect(solved.act).toBe('right');
    expect(solved.draft.rightAt).toBe(2);
    expect(see(solved.draft)).toMatchObject({ standing: 'correct', right: see(solved.draft).fields });
  });

  it('counts the same answer, or one after the right one, no second time', () => {
    const once = check(typedIn(flipped)).draft;
    expect(check(once)).toMatchObject({ draft: { attempts: 1 } });
    expect(check(once).act).toBeUndefined();
    const solved = check(typedIn(right, once)).draft;
    expect(check(typedIn(flipped, solved)).act).toBeUndefined();
  });

  it('shows the answers beside what was right, and never as right', () => {
    const { draft } = check(typedIn({ ...flipped, shape: right['shape'] ?? [] }));
    const shown = see({ ...draft, shown: true });
    expect(shown.standing).toBe('shown');
    expect(shown.texts).toEqual(right);
    expect(shown.marks['shape']).toEqual(['correct', 'correct']);
    expect(shown.marks['map']).toContain('shown');
    expect(judge(convolveMap, problem, { ...draft, shown: true }, true).texts).toEqual(draft.typed);
  });

  it('is read as it was kept, and as empty where it cannot be understood', () => {
    const { draft } = check(typedIn(flipped));
    expect(readDraft(printDraft(draft))).toEqual(draft);
    for (const text of [
      undefined,
      '',
      '[]',
      'null',
      '{"typed":3,"judged":[],"attempts":-1,"hints":"2","rightAt":0.5}',
    ]) {
      expect(readDraft(text)).toEqual(emptyDraft);
    }
    expect(readDraft('{"typed":{"map":[1,"2"],"x":"y"}}').typed).toEqual({ map: ['', '2'], x: [] });
  });

  it('fits whatever is kept to the fields that there are', () => {
    const odd = { ...emptyDraft, typed: { map: Array(50).fill('1'), gone: ['1'] }, judged: { shape: ['1'] } };
    expect(see(odd).fields).toBe(see(emptyDraft).fields);
  });

  it('is untouched until something is typed, hinted or shown', () => {
    expect(isUntouched(emptyDraft)).toBe(true);
    expect(isUntouched(withField(withField(emptyDraft, 'map', 2, '1'), 'map', 2, ''))).toBe(true);
    expect(isUntouched({ ...emptyDraft, hints: 1 })).toBe(false);
  });
});

describe('boxes', () => {
  const option = (id: string) => ({ id, label: { en: id, zh: id } });
  const label = { en: 'Part', zh: '部分' };
  const parts: Part[] = [
    { id: 'boxes', kind: 'choices', label, options: [option('a'), option('b')] },
    { id: 'size', kind: 'number', label, entry: 'integer' },
  ];
  const words = { title: '', task: () => '', hints: () => [], steps: () => [] };
  const exercise: Exercise = {
    id: 'boxes',
    lesson: 'none',
    levels: [1, 2, 3],
    generate: () => ({}),
    given: () => [],
    parts: () => parts,
    solve: () => ({ boxes: ['no', 'no'], size: [3] }),
    working: () => undefined,
    misconceptions: {},
    words: { en: words, zh: words },
  };
  const boxesAfter = (typed: Typed) => checked(exercise, {}, typedIn(typed)).draft.typed['boxes'];

  it('left unticked say no once another was ticked, or all else is filled in', () => {
    expect(boxesAfter({ boxes: ['', ''], size: [''] })).toEqual(['', '']);
    expect(boxesAfter({ boxes: ['yes', ''], size: [''] })).toEqual(['yes', 'no']);
    expect(boxesAfter({ boxes: ['', ''], size: ['3'] })).toEqual(['no', 'no']);
  });
});
