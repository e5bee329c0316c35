import { fill } from '../../i18n/fill.ts';
import type { Locale } from '../../i18n/index.ts';
import { duration, percent, whole } from '../../i18n/quantities.ts';
import type { NetworkManifest } from '../../runtime/manifest.ts';
import type { PreparedPicture, RunAnswer } from '../../runtime/types.ts';
import { words as runtimeWords } from '../../runtime/words.ts';
import { element, icon, part, parts } from './dom.ts';
import { type Step, showProgress } from './progress.ts';
import { answerLines, className, type Line, lineParts, listItems, rankedClasses, tenthsText } from './results.ts';
import { labWords } from './words.ts';

/** What an answer is shown with. */
export interface Shown {
  readonly manifest: NetworkManifest;
  readonly picture: PreparedPicture;
  readonly answer: RunAnswer;
  /** The class that a sample photo shows, null for none of them; undefined for the reader's own picture. */
  readonly truth: string | null | undefined;
}

/** The answer's panel: progress, the list with its bars, what is right, how it was computed; errors and the spoken status. */
export class AnswerView {
  private readonly lab: HTMLElement;
  private readonly locale: Locale;
  private readonly part: <Kind extends HTMLElement>(selector: string, kind: new () => Kind) => Kind;

  constructor(lab: HTMLElement, locale: Locale) {
    this.lab = lab;
    this.locale = locale;
    this.part = (selector, kind) => part(lab, selector, kind);
  }

  private get words() {
    return labWords[this.locale];
  }

  private visible(selector: string, visible: boolean): void {
    this.part(selector, HTMLElement).hidden = !visible;
  }

  private text(selector: string, text: string): void {
    this.part(selector, HTMLElement).textContent = text;
    this.visible(selector, text !== '');
  }

  /** Nothing chosen, or nothing left of what was: no error, no answer. Whoever pressed the button is led to where the answer comes. */
  clear(): void {
    if (this.part('[data-classify]', HTMLElement) === document.activeElement)
      this.part('#lab-answer', HTMLElement).focus({ preventScroll: true });
    this.part('[data-results]', HTMLOListElement).replaceChildren();
    for (const selector of ['[data-rest]', '[data-axis]', '[data-run]', '[data-progress]', '[data-classify]'])
      this.visible(selector, false);
    this.text('[data-verdict]', '');
    this.say('');
    this.part('[role=alert]', HTMLElement).replaceChildren();
    this.visible('[data-invitation]', true);
  }

  /** The example that stands while there is no picture: the chosen network's. */
  example(network: string): void {
    for (const example of parts(this.lab, '[data-example]', HTMLElement))
      example.hidden = example.dataset['example'] !== network;
  }

  /** A picture is there and nothing was asked yet, or asking failed. */
  offer(label: 'classify' | 'again'): void {
    this.visible('[data-invitation]', false);
    this.text('[data-classify]', this.words[label]);
  }

  progress(progress: Step): void {
    this.visible('[data-invitation]', false);
    showProgress(this.part('[data-progress]', HTMLElement), progress, this.locale);
  }

  /** A sentence that something is wrong, in the page's one alert. */
  alert(sentence: string): void {
    this.part('[role=alert]', HTMLElement).replaceChildren(icon('alert'), element('span', '', sentence));
  }

  /** Said once to a screen reader, seen by nobody. */
  say(sentence: string): void {
    this.part('[data-status]', HTMLElement).textContent = sentence;
  }

  /** A remark that is seen and spoken, and is no error. */
  notice(sentence: string): void {
    this.text('[data-notice]', sentence);
  }

  show(shown: Shown): void {
    const { manifest, answer } = shown;
    const { top, rest } = answerLines(rankedClasses(answer.probabilities, manifest.labels, this.locale));
    this.visible('[data-invitation]', false);
    this.visible('[data-progress]', false);
    // A complaint made meanwhile.
    this.part('[role=alert]', HTMLElement).replaceChildren();
    this.part('[data-results]', HTMLOListElement).replaceChildren(...listItems(top, this.locale));
    const others = this.part('[data-rest]', HTMLElement);
    others.replaceChildren(...lineParts(fill(this.words.rest, { count: rest.count }), rest.tenths, this.locale));
    others.hidden = rest.count === 0;
    this.visible('[data-axis]', true);
    this.showVerdict(shown, top[0]);
    this.showRun(shown, top[0]);
    this.spoken(manifest, answer, top);
  }

  private nameOf({ labels }: NetworkManifest, id: string): string {
    const label = labels.find((each) => each.id === id);
    return label ? className(label, this.locale) : id;
  }

  private showVerdict({ manifest, truth }: Shown, first: Line | undefined): void {
    const verdict = this.part('[data-verdict]', HTMLElement);
    verdict.hidden = truth === undefined;
    if (truth === undefined) return;
    const kind = truth === null ? 'neither' : truth === first?.id ? 'right' : 'wrong';
    verdict.dataset['verdict'] = kind;
    const sentence = fill(this.words[kind], { class: this.nameOf(manifest, truth ?? '') });
    verdict.replaceChildren(
      icon({ right: 'tick', wrong: 'cross', neither: 'ask' }[kind]),
      element('span', '', sentence),
    );
  }

  private showRun({ manifest, picture, answer }: Shown, first: Line | undefined): void {
    const { run, start } = answer.milliseconds;
    const times = [
      [this.words.times.network, run],
      [this.words.times.picture, picture.milliseconds],
      ...(start > 0 ? ([[this.words.times.start, start]] as const) : []),
    ] as const;
    this.part('[data-times]', HTMLElement).replaceChildren(
      ...times.map(([name, time]) => {
        const item = element('span', '', `${name} `);
        item.append(element('b', '', duration(time)));
        return item;
      }),
    );
    const { label, reasons, threads, storage } = runtimeWords[this.locale];
    const { backend, reason, threadReason } = answer.backend;
    this.text('[data-badge] > span', label(answer.backend));
    this.visible('[data-badge]', true);
    const why = [reasons[reason], ...(backend === 'wasm' ? [threads[threadReason]] : [])];
    this.text('[data-why]', why.join(this.locale === 'zh' ? '' : ' '));
    this.text('[data-storage]', storage[answer.storage]);
    const [accuracy] = manifest.accuracy;
    const share = first && accuracy?.perClass?.[first.id];
    this.text(
      '[data-accuracy]',
      accuracy && first && share !== undefined
        ? fill(this.words.accuracy, {
            pictures: whole(accuracy.pictures),
            set: manifest.training.pictures,
            top1: percent(accuracy.top1, this.locale),
            class: first.name,
            share: percent(share, this.locale),
          })
        : '',
    );
    this.visible('[data-run]', true);
  }

  private spoken({ title }: NetworkManifest, answer: RunAnswer, top: readonly Line[]): void {
    const list = top.map(({ name, tenths }) => `${name} ${tenthsText(tenths, this.locale)}`);
    this.say(
      fill(this.words.spoken, {
        network: title[this.locale],
        list: list.join(this.locale === 'zh' ? '，' : ', '),
        backend: runtimeWords[this.locale].label(answer.backend),
      }),
    );
  }
}
