import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { drawSheets } from '@/components/worksheet/draw-sheet.ts';
import { sheetFields } from '@/components/worksheet/settings.ts';
import { drawVariants } from '@/components/worksheet/variants.ts';
import { exercises, mistake, solve } from '@/exercises/index.ts';
import { initialState } from '@/state/codec.ts';
import { type Locale, localeKeys } from '@/state/locale.ts';

const kinds = new Map(exercises.map((exercise) => [exercise.id, exercise]));
const codePage = 'https://host.example/en/problem/';

function draw(kind: string, locale: Locale, overrides: Readonly<Record<string, unknown>> = {}) {
  const settings = initialState(sheetFields, { variants: 2, ...overrides });
  const sheets = drawVariants([{ kind, level: 'rising', count: 3 }], 3, settings.variants, kinds);
  const { text } = drawSheets({ locale, settings, sheets, codePage });
  return { sheets, body: parseHTML(`<!doctype html><html><body>${text}</body></html>`).document.body };
}

const cases = [...kinds.keys()].flatMap((kind) => localeKeys.map((locale) => ({ kind, locale })));

describe('a sheet', () => {
  it.each(cases)(
    'of $kind ($locale) has empty fields on paper, and answers, steps and slips in the key',
    ({ kind, locale }) => {
      const { sheets, body } = draw(kind, locale);
      const [papers, keys] = [[...body.querySelectorAll('.paper:not(.key)')], [...body.querySelectorAll('.paper.key')]];
      expect([papers.length, keys.length]).toEqual([2, 2]);
      const paperFields = papers.flatMap((paper) => [...paper.querySelectorAll('input')]);
      expect(paperFields.length).toBeGreaterThan(5);
      expect(
        paperFields.filter(
          (field) =>
            field.hasAttribute('checked') ||
            (field.getAttribute('type') === 'text' && field.getAttribute('value') !== ''),
        ),
      ).toEqual([]);
      expect(new Set([...body.querySelectorAll('[id]')].map(({ id }) => id)).size).toBe(
        body.querySelectorAll('[id]').length,
      );
      for (const [place, entry] of [...(keys[0]?.querySelectorAll('.key-entry') ?? [])].entries()) {
        const found = sheets[0]?.[place];
        if (found === undefined) throw new Error('The key has more entries than the sheet.');
        const { exercise, problem } = found;
        const slips = Object.keys(exercise.misconceptions).filter(
          (name) => mistake(exercise, problem, name) !== undefined,
        );
        const heads = slips.map((name) => exercise.misconceptions[name]?.words[locale].head ?? name);
        const text = entry.querySelector('.key-slips')?.textContent ?? '';
        expect(heads.filter((head) => !text.includes(head))).toEqual([]);
        expect(entry.querySelectorAll('.key-steps li').length).toBe(exercise.words[locale].steps(problem).length);
      }
    },
  );

  it('shows the right answers in its key, with a true minus', () => {
    const { sheets, body } = draw('convolve-map', 'en', { variants: 1 });
    const [problem] = sheets[0] ?? [];
    if (problem === undefined) throw new Error('There is no problem.');
    const { map = [] } = solve(problem.exercise, problem.problem);
    const rows = [...(body.querySelector('.key-answers')?.querySelectorAll('.answer-row') ?? [])].map((row) =>
      row.textContent?.replace('  |', ''),
    );
    expect(rows.slice(1).join('  ')).toBe(map.join('  ').replaceAll('-', '−'));
  });

  it('links each code to the page that opens it, marked where the steps are held back', () => {
    const address = (overrides: object) =>
      draw('padded-size', 'en', { variants: 1, ...overrides }).body.querySelector('a.code-sign');
    const [open, held] = [address({}), address({ steps: 'held' })];
    expect(open?.getAttribute('href')).toBe(`${codePage}#${open?.textContent}`);
    expect(held?.textContent).toBe(`${open?.textContent}-H`);
  });

  it('has no key, or a short one, where that is asked for', () => {
    expect(draw('padded-size', 'en', { key: 'none' }).body.querySelectorAll('.key').length).toBe(0);
    const short = draw('padded-size', 'en', { key: 'answers' }).body;
    expect(short.querySelectorAll('.key-answers').length).toBe(6);
    expect(short.querySelectorAll('.key-steps, .key-slips').length).toBe(0);
  });

  it('parts a label from its answer, and says in both keys where other answers may be right', () => {
    for (const key of ['full', 'answers']) {
      const body = draw('design-kernel', 'en', { key }).body;
      expect(body.querySelector('.key-answers dt')?.textContent).toBe('Your kernel: ');
      expect(body.querySelectorAll('.key-answers + p').length).toBe(6);
      expect(draw('padded-size', 'zh', { key }).body.querySelectorAll('.key-answers + p').length).toBe(0);
    }
  });

  it('shows a hostile title as text', () => {
    const title = '<img src=x onerror=alert(1)>"\u202e';
    const { body } = draw('padded-size', 'en', { title });
    expect(body.querySelector('img')).toBeNull();
    expect(body.querySelector('bdi')?.textContent).toBe(title);
  });
});
