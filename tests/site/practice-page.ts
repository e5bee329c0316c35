import { exercises, generate, mistake, solve } from '@/exercises/index.ts';
import type { Level, Typed } from '@/exercises/kit/definition.ts';
import { cards, origin, page, press } from './exercise-page.ts';

export const why = () => page.locator('[data-why]').innerText();

/** Opens mixed practice; `query` names the problem. */
export async function openPractice(query = '', language = 'en') {
  await page.goto(`${origin}${language}/practice/${query}`);
  await page.waitForSelector('exercise-card[data-ready]');
}

/** Which problem mixed practice shows. */
export async function problemShown() {
  const { exercise, seed, level } = await cards()
    .first()
    .evaluate((card) => ({
      exercise: card.getAttribute('data-exercise') ?? '',
      seed: Number(card.getAttribute('data-seed')),
      level: Number(card.getAttribute('data-level')),
    }));
  return { exercise, seed, level };
}

const definitionOf = (id: string) => {
  const exercise = exercises.find((one) => one.id === id);
  if (exercise === undefined) throw new Error(`There is no exercise ${id}.`);
  return exercise;
};

const levelOf = (level: number): Level => (level === 3 ? 3 : level === 2 ? 2 : 1);

/** Puts texts into the card's fields, whatever they are, in one go. */
export const enter = (typed: Typed) =>
  page.evaluate((texts) => {
    for (const input of document.querySelectorAll<HTMLInputElement>('exercise-card input[data-part]')) {
      const { part = '', index = '0' } = input.dataset;
      const text = texts[part]?.[Number(index)] ?? '';
      if (input.type === 'text') input.value = text;
      else input.checked = input.type === 'radio' ? input.value === text : text === 'yes';
      if (input.type !== 'radio' || input.checked) input.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }, typed);

/** Answers the problem that is shown: rightly, or as someone would who holds a misconception. */
export async function answer(misconception?: string) {
  const { exercise: id, seed, level } = await problemShown();
  const exercise = definitionOf(id);
  const problem = generate(exercise, seed, levelOf(level));
  const typed = misconception === undefined ? solve(exercise, problem) : mistake(exercise, problem, misconception);
  await enter(typed ?? {});
  await press('check');
}

/** Goes on to the next exercise, and waits until it answers. */
export async function goOn() {
  const before = await problemShown();
  await press('next');
  await page.waitForSelector(`exercise-card[data-ready]:not([data-exercise="${before.exercise}"])`);
}

export const said = () => page.locator('progress-keeper [data-said]').innerText();

/** Hands a file to the page, to be added to progress. */
export const upload = (name: string, text: string) =>
  page.locator('[data-add]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

/** Saves progress as a file: its name and what is in it. */
export async function save() {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-save]').click()]);
  return { name: download.suggestedFilename(), text: String(await (await download.createReadStream()).toArray()) };
}
