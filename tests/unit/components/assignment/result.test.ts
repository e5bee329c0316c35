import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { reportText } from '@/components/assignment/report.ts';
import { canonical, makeResult, type Result, sha256 } from '@/components/assignment/result.ts';
import { readState, type SetState, startState } from '@/components/assignment/state.ts';
import { verify } from '@/components/assignment/verify.ts';
import { emptyDraft } from '@/components/exercise/draft.ts';
import { setFields } from '@/components/worksheet/settings.ts';
import { readTasks } from '@/components/worksheet/tasks.ts';
import { setProblems } from '@/components/worksheet/variants.ts';
import { exercises, solve } from '@/exercises/index.ts';
import { initialState } from '@/state/codec.ts';
import { anyText } from '../../any-text.ts';

const kinds = new Map(exercises.map((exercise) => [exercise.id, exercise]));
const load = async () => kinds;
const settings = initialState(setFields, {
  title: 'Week 3 {"a":1}',
  tasks: 'convolve-map,1,1;padded-size,2,1',
  seed: 9,
});
const problems = setProblems(readTasks(settings.tasks, kinds).tasks, settings.seed, kinds);

/** The first problem right, the second wrong. */
const handedIn: SetState = {
  ...startState(problems),
  name: '李雷 <b>',
  handedIn: '2026-11-24T13:05:00.000Z',
  times: 1,
  drafts: problems.map(({ exercise, problem }, place) => ({
    ...emptyDraft,
    attempts: place + 1,
    typed: place === 0 ? solve(exercise, problem) : { size: ['1'] },
  })),
};
const result = await makeResult(settings, problems, handedIn);
const text = (of: Result = result) => reportText(of, settings.title, problems, 'en');
const judgeAll = (handed: string) => verify(handed, kinds, load);
/** Of a text that holds one result. */
async function judge(handed: string) {
  const [verdict, ...more] = await judgeAll(handed);
  if (verdict === undefined || more.length > 0) throw new Error('There is not one verdict.');
  return verdict;
}

describe('a result that is handed in', () => {
  it('is in order when it comes back as text, in either language, or quoted in a mail', async () => {
    expect(result.right).toBe(1);
    for (const handed of [
      text(),
      reportText(result, settings.title, problems, 'zh'),
      JSON.stringify(result),
      `${text()}\n\nSent from my phone\n`,
    ]) {
      const verdict = await judge(handed);
      expect(verdict).toMatchObject({ kind: 'sound', checked: { right: [true, false] } });
    }
  });

  it('says in words what it holds', () => {
    expect(text()).toContain('1 of 2 problems right.');
    expect(text()).toContain('2 tries');
    expect(text()).toContain('李雷 <b>');
  });

  it.each([
    ['the name', { name: 'Han Meimei' }],
    ['the score', { right: 2 }],
    ['the time', { time: '2026-11-20T13:05:00.000Z' }],
    ['the set', { set: result.set.replace('9', '8') }],
    ['an answer', { answers: result.answers.map((answer) => ({ ...answer, typed: result.answers[0]?.typed ?? {} })) }],
  ])('is seen to be altered where %s was', async (_, change) => {
    expect((await judge(JSON.stringify({ ...result, ...change }))).kind).toBe('altered');
  });

  it('of which the score was changed and the checksum made anew is seen by its answers', async () => {
    const forged = { ...result, right: 2 };
    expect((await judge(JSON.stringify({ ...forged, checksum: await sha256(canonical(forged)) }))).kind).toBe(
      'altered',
    );
  });

  it('of other problems than the set has today is told apart', async () => {
    const other = { ...result, answers: result.answers.map((answer) => ({ ...answer, code: 'GC2-0' })) };
    expect((await judge(JSON.stringify({ ...other, checksum: await sha256(canonical(other)) }))).kind).toBe(
      'other-set',
    );
  });

  it('of a newer version, and anything else, is told', async () => {
    expect((await judge(JSON.stringify({ ...result, version: 2, answers: 'other' }))).kind).toBe('newer');
    for (const handed of ['', 'hello', '{', '{}', '[]', 'null', '{"form":"another"}'])
      expect((await judge(handed)).kind).toBe('none');
    for (const handed of [JSON.stringify({ ...result, answers: [null] }), text().slice(0, -80)])
      expect((await judge(handed)).kind).toBe('broken');
  });

  it('is read with all others of the text, and one that is torn is told', async () => {
    const other = text(await makeResult(settings, problems, { ...handedIn, name: 'Ann' }));
    const names = (verdicts: Awaited<ReturnType<typeof judgeAll>>) =>
      verdicts.map((verdict) => ('result' in verdict ? verdict.result.name : verdict.kind));
    expect(names(await judgeAll(`${text()}\n\n${other}`))).toEqual(['李雷 <b>', 'Ann']);
    expect(names(await judgeAll(`${text().slice(0, -80)}\n${other}`))).toEqual(['Ann', 'broken']);
    expect(names(await judgeAll(`${text()}\n${other}`.replace(/(.{60})/g, '$1\n> ')))).toEqual(['李雷 <b>', 'Ann']);
  });

  it('is found however much was typed into its fields', async () => {
    const drafts = handedIn.drafts.map((draft) => ({ ...draft, typed: { size: ['9'.repeat(300_000)] } }));
    const long = await makeResult(settings, problems, { ...handedIn, drafts });
    expect(JSON.stringify(long).length).toBeLessThan(2000);
    expect((await judge(text(long))).kind).toBe('sound');
    const answers = result.answers.map((answer) => ({ ...answer, typed: { size: ['9'.repeat(300_000)] } }));
    const old = { ...result, right: 0, answers };
    expect((await judge(text({ ...old, checksum: await sha256(canonical(old)) }))).kind).toBe('sound');
  });

  it('is judged without throwing, whatever text comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyText(), fc.json()), fc.nat(400), async (noise, cut) => {
        expect((await judge(noise)).kind).toBe('none');
        const torn = JSON.stringify(result).slice(0, cut) + noise;
        expect(['none', 'broken', 'altered', 'newer']).toContain((await judge(torn)).kind);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a result in a mail', () => {
  it('is in order though its lines were broken and quoted', async () => {
    const broken = text().replace(/(.{60})/g, '$1\n');
    expect((await judge(broken)).kind).toBe('sound');
    expect((await judge(broken.replaceAll('\n', '\r\n> '))).kind).toBe('sound');
    expect((await judge(`${broken}\n-- \n{Ann}\n`)).kind).toBe('sound');
  });
});

describe('the checksum', () => {
  it('is SHA-256', async () => {
    expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('is the same over plain http, where the browser has no crypto.subtle', async () => {
    vi.stubGlobal('crypto', {});
    expect(await makeResult(settings, problems, handedIn)).toEqual(result);
    vi.unstubAllGlobals();
  });

  it('does not depend on the order in which fields were typed', () => {
    const [first] = result.answers;
    if (first === undefined) throw new Error('There is no answer.');
    const turned = { ...first, typed: Object.fromEntries(Object.entries(first.typed).toReversed()) };
    expect(canonical({ ...result, answers: [turned] })).toBe(canonical({ ...result, answers: [first] }));
  });
});

describe('a state that is read', () => {
  it('is never thrown over, and always has a draft for each problem', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((a) => JSON.stringify({ a, n: a, h: a, t: a })),
        ),
        (kept) => {
          expect(readState(problems, kept).drafts.length).toBe(problems.length);
        },
      ),
    );
  });
});
