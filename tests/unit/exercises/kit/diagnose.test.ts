import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import { diagnose } from '@/exercises/kit/diagnose';
import { fieldName, messages } from '@/exercises/kit/feedback';
import { sample } from './sample-kind.ts';

const problem = { value: 3 };
const solution = solve(sample, problem);
const answer = (typed: Record<string, string[]>) => ({ ...solution, ...typed });

describe('diagnose', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(diagnose(sample, problem, solution)).toBeUndefined();
    expect(diagnose(sample, problem, { grid: ['3', 'x', '', ''] })).toBeUndefined();
  });

  it('names both rules that give the answer, and shows the first place twice', () => {
    expect(diagnose(sample, problem, answer({ grid: ['6', '8', '10', '12'] }))).toEqual({
      kind: 'explained',
      misconceptions: ['doubled', 'doubled-too'],
      wrong: 4,
      explained: 4,
      place: { part: 'grid', index: 0 },
      typed: '6',
      did: [
        [
          { text: '2 × 3', differs: true },
          { text: '+ 2 × 0', differs: true },
        ],
        [{ text: '6', differs: true }],
      ],
      is: [
        [
          { text: '3', differs: true },
          { text: '+ 0', differs: true },
        ],
        [{ text: '3', differs: true }],
      ],
    });
  });

  it('is not led astray by fields that cannot be read', () => {
    const begun = diagnose(sample, problem, answer({ grid: ['', '8', '1e1', ''] }));
    expect(begun).toMatchObject({ kind: 'explained', wrong: 1, place: { part: 'grid', index: 1 } });
  });

  it('says so when a rule explains a whole part but not the other', () => {
    expect(diagnose(sample, problem, answer({ grid: ['6', '8', '10', '12'], decimal: ['5'] }))).toMatchObject({
      kind: 'partly',
      misconceptions: ['doubled', 'doubled-too'],
      wrong: 5,
      explained: 4,
      place: { part: 'grid', index: 0 },
    });
  });

  it('says so when a rule explains most fields of a part', () => {
    expect(diagnose(sample, problem, answer({ grid: ['1', '8', '10', '12'] }))).toMatchObject({
      kind: 'partly',
      wrong: 4,
      explained: 3,
      place: { part: 'grid', index: 1 },
    });
  });

  it('names no rule on two chance hits, and shows only what is still to be worked out', () => {
    const found = diagnose(sample, problem, answer({ grid: ['1', '1', '10', '12'] }));
    expect(found).toEqual({
      kind: 'unexplained',
      misconceptions: [],
      wrong: 4,
      explained: 0,
      place: { part: 'grid', index: 0 },
      typed: '1',
      is: [
        [
          { text: '3', differs: false },
          { text: '+ 0', differs: false },
        ],
      ],
    });
  });

  it('knows the shared rule for cut-off decimals', () => {
    expect(diagnose(sample, problem, answer({ decimal: ['0.66'] }))).toMatchObject({
      kind: 'explained',
      misconceptions: ['cut-off'],
      place: { part: 'decimal', index: 0 },
    });
  });
});

describe('messages', () => {
  it('say that all is right', () => {
    expect(messages(sample, problem, solution, 'en')).toMatchObject([{ status: 'correct', head: 'Right.' }]);
    expect(messages(sample, problem, solution, 'zh')).toMatchObject([{ status: 'correct', head: '正确。' }]);
  });

  it('say how much is left', () => {
    const begun = { grid: ['3', '4', '', ''] };
    expect(messages(sample, problem, begun, 'en')).toMatchObject([
      { status: 'open', head: 'Right so far. 9 fields are still empty.' },
    ]);
    expect(messages(sample, problem, {}, 'zh')).toMatchObject([{ status: 'open', head: '还有11格没填。' }]);
  });

  it('name one slip in the head', () => {
    const [message] = messages(sample, problem, mistake(sample, problem, 'negative') ?? {}, 'en');
    expect(message).toMatchObject({
      status: 'wrong',
      head: 'Negative.',
      slips: [{ name: 'negative', text: 'Negative. It is.' }],
      text: 'This explains all 5 wrong fields. Grid, row 1, column 1:',
    });
    expect(message?.workings.map((working) => working.label)).toEqual(['it is']);
  });

  it('say so when a rule explains all that is wrong, though it would have spoilt more', () => {
    const [message] = messages(sample, problem, answer({ shape: ['-3', '7'] }), 'en');
    expect(message).toMatchObject({ head: 'Negative.', text: '' });
  });

  it('name two slips one by one', () => {
    const [message] = messages(sample, problem, answer({ grid: ['6', '8', '10', '12'] }), 'zh');
    expect(message?.head).toBe('有两种不同的错法都会得出这个答案。');
    expect(message?.slips.map((slip) => slip.name)).toEqual(['doubled', 'doubled-too']);
    expect(message?.slips[0]?.text).toContain('[strong:翻倍了。]');
    expect(message?.workings.map((working) => working.label)).toEqual(['你算的是', '应该是']);
  });

  it('put what cannot be read after what is wrong, and quote it', () => {
    const found = messages(sample, problem, answer({ grid: ['1', '1e3', '5', '6'], decimal: ['1,670'] }), 'en');
    expect(found.map((message) => message.status)).toEqual(['wrong', 'unreadable']);
    expect(found[0]).toMatchObject({ head: 'Not right: Grid, row 1, column 1.', typed: '1', slips: [] });
    expect(found[1]).toMatchObject({
      head: 'Cannot be read: Grid, row 1, column 2',
      typed: '1e3',
      text: 'Write the number out, without an exponent: a whole number such as 4 or −4. It is not counted as wrong. One more field cannot be read.',
    });
  });

  it('show both readings of a doubtful number', () => {
    const [message] = messages(sample, problem, answer({ decimal: ['-1,670'] }), 'en');
    expect(message?.text).toContain('as −1,670 or as −1.670. Type −1670 or −1.670.');
  });

  it('tell about cut-off decimals', () => {
    const [message] = messages(sample, problem, answer({ decimal: ['0.66'] }), 'en');
    expect(message).toMatchObject({ head: 'Cut off instead of rounded.', slips: [{ name: 'cut-off' }] });
    expect(message?.slips[0]?.text).toContain('after place 2');
  });
});

it('names fields by place, axis or option', () => {
  const names = sample.parts(problem).map((part) => fieldName(part, 1, 'en'));
  expect(names).toEqual(['Grid, row 1, column 2', 'Decimal', 'Fraction', 'Shape, width', 'Choice', 'Choices, large']);
  const row = {
    id: 'row',
    kind: 'grid',
    rows: 1,
    columns: 3,
    entry: 'integer',
    label: { en: 'Row', zh: '行' },
  } as const;
  expect(fieldName(row, 2, 'zh')).toBe('行，第3个');
  const named = { ...row, columnNames: [1, 2, 3].map((n) => ({ en: `class ${n}`, zh: `类${n}` })) };
  expect(fieldName(named, 2, 'en')).toBe('Row, class 3');
});
