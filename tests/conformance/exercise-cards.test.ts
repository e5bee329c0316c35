import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { drawCard } from '@/components/exercise/card.ts';
import { type Draft, emptyDraft } from '@/components/exercise/draft.ts';
import { exercises, generate, solve } from '@/exercises/index.ts';
import type { Exercise, Level } from '@/exercises/kit/definition.ts';
import { messages } from '@/exercises/kit/feedback.ts';
import { type Locale, localeKeys } from '@/state/locale.ts';

function draw(exercise: Exercise, locale: Locale, level: Level, draft: Draft = emptyDraft, live = false) {
  const problem = generate(exercise, 5, level);
  const isChecked = Object.keys(draft.judged).length > 0;
  const { text } = drawCard({
    id: 'card',
    locale,
    exercise,
    problem,
    seed: 5,
    level,
    draft,
    messages: isChecked ? messages(exercise, problem, draft.judged, locale) : [],
    label: 'Exercise 1.1',
    live,
    folded: false,
    stepsOpen: false,
    peek: false,
    notes: [],
    before: false,
    after: false,
    next: false,
  });
  return { text, card: parseHTML(`<!doctype html><html><body>${text}</body></html>`).document.body };
}

/** What a field types; radio buttons of one part are one field. */
const fieldOf = (input: Element): string => `${input.getAttribute('data-part')}/${input.getAttribute('data-index')}`;

/** A field's name as it is spoken. */
const nameOf = (input: Element): string =>
  input.getAttribute('aria-label') ??
  `${input.closest('fieldset')?.querySelector('legend')?.textContent}: ${input.closest('label')?.textContent}`;

const cases = exercises.flatMap((exercise) =>
  exercise.levels.flatMap((level) =>
    localeKeys.map((locale) => ({ name: `${exercise.id}, level ${level}, ${locale}`, exercise, level, locale })),
  ),
);

describe('every kind of exercise on a card', () => {
  it.each(cases)('$name: a field for each answer, each with a name of its own', ({ exercise, level, locale }) => {
    const { card } = draw(exercise, locale, level);
    const inputs = [...card.querySelectorAll('input')];
    const answers = solve(exercise, generate(exercise, 5, level));
    const wanted = Object.entries(answers).flatMap(([part, fields]) => fields.map((_, index) => `${part}/${index}`));
    expect([...new Set(inputs.map(fieldOf))]).toEqual(wanted);
    const names = inputs.map(nameOf);
    expect(names.filter((name) => name.trim() === '')).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(inputs.map((input) => input.id)).size).toBe(inputs.length);
  });

  it.each(cases)('$name: every answer can be chosen or typed as it is', ({ exercise, level, locale }) => {
    const problem = generate(exercise, 5, level);
    const answers = solve(exercise, problem);
    const { card } = draw(
      exercise,
      locale,
      level,
      { ...emptyDraft, typed: answers, judged: answers, rightAt: 1 },
      true,
    );
    for (const [part, fields] of Object.entries(answers)) {
      for (const [index, answer] of fields.entries()) {
        const inputs = [...card.querySelectorAll(`input[data-part="${part}"][data-index="${index}"]`)];
        const text = inputs.find((input) => input.getAttribute('type') === 'text');
        const ticked = inputs.find((input) => input.hasAttribute('checked'))?.getAttribute('value');
        expect(text?.getAttribute('value') ?? ticked ?? 'no').toBe(answer);
      }
    }
    expect(card.querySelectorAll('.mark').length).toBeGreaterThan(0);
    expect(card.querySelectorAll('[data-state="wrong"], [data-state="unreadable"]')).toHaveLength(0);
  });

  it.each(cases)(
    '$name: task, steps and hints are there, and no word is left unfilled',
    ({ exercise, level, locale }) => {
      const problem = generate(exercise, 5, level);
      const hints = exercise.words[locale].hints(problem).length;
      const { text, card } = draw(exercise, locale, level);
      const opened = draw(exercise, locale, level, { ...emptyDraft, hints }, true);
      expect(card.querySelector('.task')?.textContent?.trim()).not.toBe('');
      expect(card.querySelectorAll('.steps li').length).toBeGreaterThan(0);
      expect(opened.card.querySelectorAll('.feedback.hint')).toHaveLength(hints);
      for (const shown of [text, opened.text]) {
        expect(shown).not.toMatch(/undefined|NaN|\[object|\{\w+\}|>null</);
        expect(shown.replace(/<[^>]*>/g, '')).not.toMatch(/\[[a-z]+:/);
      }
    },
  );

  it.each(cases)('$name: answers that are shown fill every field and can be told from typed ones', (given) => {
    const { card } = draw(given.exercise, given.locale, given.level, { ...emptyDraft, shown: true }, true);
    for (const input of card.querySelectorAll('input[type="text"]')) {
      expect(input.getAttribute('value')).not.toBe('');
      expect(input.hasAttribute('readonly')).toBe(true);
      expect(input.closest('[data-state]')?.getAttribute('data-state')).toBe('shown');
    }
    expect(card.querySelector('[data-check]')).toBeNull();
  });
});
