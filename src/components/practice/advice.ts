import { type Html, html, icon } from '@/components/exercise/html.ts';
import { loadKind } from '@/components/exercise/kinds.ts';
import type { Exercise } from '@/exercises/kit/definition.ts';
import { kitWords } from '@/exercises/kit/words.ts';
import { fill } from '@/i18n/fill.ts';
import { pageHref } from '@/i18n/links.ts';
import { type RepeatedSlip, repeatedSlip } from '@/practice/slips.ts';
import { type Locale, localeOf } from '@/state/locale.ts';
import { readProgress, watchProgress } from '@/state/progress.ts';
import { kindsOnPage, type PageKind, placeOf } from './kinds-on-page.ts';
import { practiceWords } from './words.ts';

/** A slip in a short sentence. */
export const slipHead = (exercise: Exercise, misconception: string, locale: Locale): string =>
  exercise.misconceptions[misconception]?.words[locale].head ?? kitWords[locale].cutOff.head;

/** What is said to who made the same slip again: where the lesson explains it, and an easier problem. */
function drawAdvice(kind: PageKind, slip: RepeatedSlip, head: string, level: number, locale: Locale): Html {
  const words = practiceWords[locale];
  const place = placeOf(kind, slip.misconception);
  const easier = `${pageHref(locale, `practice/${kind.id}/`)}?level=${slip.easier}`;
  return html`${icon('lamp')}<div><b>${words.again(slip.times)}</b> ${head}
    <p>${place === undefined ? words.againNoLesson : words.againLesson}</p>
    <p class="go">${
      place !== undefined &&
      html`<a class="btn" href="${place}" data-to-lesson>${fill(words.toLesson, { order: kind.order })}</a>`
    }
    <a class="btn" href="${easier}" data-easier>${slip.easier < level ? words.easier(slip.easier) : words.fresh(slip.easier)}</a></p></div>`;
}

/** `<practice-advice>`: watches the page's exercise, and speaks up once the same slip was made twice. */
class PracticeAdvice extends HTMLElement {
  readonly #locale = localeOf(document.documentElement.lang.slice(0, 2));
  #stop: () => void = () => {};
  /** What it says now: it is not said twice. */
  #said = '';

  connectedCallback() {
    this.#stop = watchProgress(() => void this.#update());
    document.addEventListener('exercise-ready', this.#hear);
  }

  disconnectedCallback() {
    this.#stop();
    document.removeEventListener('exercise-ready', this.#hear);
  }

  readonly #hear = () => void this.#update();

  async #update() {
    const card = document.querySelector<HTMLElement>('exercise-card');
    const { exercise = '', level, seed } = card?.dataset ?? {};
    const kind = kindsOnPage().find(({ id }) => id === exercise);
    const { events } = await readProgress();
    const slip = repeatedSlip(events, { exercise, level: Number(level), seed: Number(seed) });
    const said = slip === undefined ? '' : JSON.stringify([slip, exercise, level, seed]);
    if (said === this.#said) return;
    this.#said = said;
    if (slip === undefined || kind === undefined) {
      this.replaceChildren();
      return;
    }
    const head = slipHead(await loadKind(exercise), slip.misconception, this.#locale);
    this.innerHTML = drawAdvice(kind, slip, head, Number(level), this.#locale).text;
  }
}

customElements.define('practice-advice', PracticeAdvice);
