import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SetSession } from '@/components/assignment/session.ts';
import { printState, readState, startState } from '@/components/assignment/state.ts';
import { setFields } from '@/components/worksheet/settings.ts';
import { readTasks } from '@/components/worksheet/tasks.ts';
import { setProblems } from '@/components/worksheet/variants.ts';
import { exercises, mistake, solve } from '@/exercises/index.ts';
import type { Typed } from '@/exercises/kit/definition.ts';
import { initialState } from '@/state/codec.ts';
import { anyText } from '../../any-text.ts';

const kinds = new Map(exercises.map((exercise) => [exercise.id, exercise]));

function begin(overrides: Readonly<Record<string, unknown>> = {}) {
  const settings = initialState(setFields, { tasks: 'convolve-map,2,1;padded-size,2,1', ...overrides });
  const problems = setProblems(readTasks(settings.tasks, kinds).tasks, settings.seed, kinds);
  const kept: string[] = [];
  const recorded: string[] = [];
  const host = {
    keep: (state: Parameters<typeof printState>[1]) => kept.push(printState(problems, state)) > 0,
    record: (_: object, { act }: { readonly act: string }) => recorded.push(act),
  };
  const session = new SetSession(problems, settings, 'en', startState(problems), host);
  const answer = (place: number, typed: Typed) => {
    for (const [part, fields] of Object.entries(typed))
      for (const [index, text] of fields.entries()) session.type(place, { part, index }, text);
  };
  const right = (place: number): Typed => {
    const problem = problems[place];
    return problem === undefined ? {} : solve(problem.exercise, problem.problem);
  };
  return { settings, problems, session, kept, recorded, answer, right };
}

describe('a set', () => {
  it('counts problems that are all right, and fields that are empty', () => {
    const { session, answer, right } = begin();
    answer(0, right(0));
    expect(session.score).toMatchObject({ right: 1, problems: 2, empty: 1 });
  });

  it('is locked once handed in, and open again with all that was typed', () => {
    const { session, answer, right, recorded } = begin();
    answer(0, right(0));
    session.handIn();
    expect(session.isHandedIn).toBe(true);
    expect(recorded).toEqual(['right']);
    answer(0, { shape: ['77'] });
    expect(session.draft(0).typed['shape']?.[0]).not.toBe('77');
    session.goOn();
    answer(1, right(1));
    session.handIn();
    expect(session.score.right).toBe(2);
    expect(session.state.times).toBe(2);
    expect(recorded).toEqual(['right', 'right']);
  });

  it('tells right from wrong at each check, or only in the end', () => {
    const wrong = ({ problems }: ReturnType<typeof begin>): Typed => {
      const [problem] = problems;
      return (problem && mistake(problem.exercise, problem.problem, 'flipped')) ?? {};
    };
    const once = begin();
    once.answer(0, wrong(once));
    expect(once.session.check(0)).toContain('The kernel was flipped.');
    expect(once.session.draft(0).attempts).toBe(1);
    const end = begin({ feedback: 'end' });
    end.answer(0, wrong(end));
    expect(end.session.check(0)).toBe('');
    expect(end.session.draft(0).attempts).toBe(0);
    end.session.handIn();
    expect(end.session.messages(0)[0]?.slips[0]?.name).toBe('flipped');
  });

  it('names slips but gives no calculation away where the steps are held back', () => {
    const held = begin({ steps: 'held' });
    const [problem] = held.problems;
    held.answer(0, (problem && mistake(problem.exercise, problem.problem, 'flipped')) ?? {});
    held.session.check(0);
    const [message] = held.session.messages(0);
    expect(message?.slips[0]?.name).toBe('flipped');
    expect(message?.workings).toEqual([]);
  });

  it('takes over what another tab kept, but not where its own typing was not kept', () => {
    const { settings, problems, session } = begin();
    const other = { ...startState(problems), name: 'Ann' };
    session.type(0, { part: 'map', index: 0 }, '1');
    session.adopt(other);
    expect(session.state).toEqual(other);
    const full = new SetSession(problems, settings, 'en', startState(problems), { keep: () => false });
    full.type(0, { part: 'map', index: 0 }, '1');
    full.adopt(other);
    expect(full.draft(0).typed['map']?.[0]).toBe('1');
  });

  it('comes back as it was kept, whatever was typed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(1), fc.nat(3), anyText())), fc.boolean(), (acts, checks) => {
        const { session, problems, kept } = begin();
        for (const [place, index, text] of acts) {
          session.type(place, { part: place === 0 ? 'map' : 'size', index: place === 0 ? index : 0 }, text);
          if (checks) session.check(place);
        }
        if (kept.length === 0) return;
        const back = readState(problems, kept.at(-1));
        expect(printState(problems, back)).toBe(kept.at(-1));
        expect(back.drafts[0]?.typed['map']?.[0] ?? '').toBe(session.draft(0).typed['map']?.[0] ?? '');
      }),
      { numRuns: 50 },
    );
  });
});
