import type { ReadProblem } from '../../core/index.ts';
import { formatNumber } from '../../state/number-text.ts';
import { button, fold } from '../kit/controls.ts';
import type { SetState } from '../kit/definition.ts';
import { child, children, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import type { Derived, State } from './model.ts';
import { countLayers, MOST_LAYERS } from './stack-text.ts';
import type { Words } from './words.ts';

const PROBLEMS = {
  unread: 'problemUnread',
  unclosed: 'problemUnclosed',
  forward: 'problemForward',
  'unknown-setting': 'problemSetting',
  'no-effect': 'problemNoEffect',
  'not-supported': 'problemNotSupported',
  'bad-value': 'problemValue',
  missing: 'problemMissing',
  'unknown-layer': 'problemLayer',
  parts: 'problemParts',
  'unknown-name': 'problemName',
} as const;

/** Sentences shown at once. */
const MOST_SAID = 12;

const problemText = (problem: ReadProblem, words: Words): string =>
  fill(words[PROBLEMS[problem.code]], { name: '', ...problem });

/** The fold in which PyTorch code is pasted and read. */
function drawImport(parent: Root, derived: Derived, words: Words, set: SetState<State>): void {
  const content = fold(parent, 'import', words.importHead);
  const { outside } = derived;
  const reading = outside?.reading;
  const label = child(content, 'label', 'source').attr('class', 'field calc-source');
  child(label, 'span', 'label').text(words.source);
  child(label, 'textarea', 'text')
    .attr('rows', 8)
    .attr('spellcheck', 'false')
    .attr('autocapitalize', 'off')
    .on('input', (event: Event) => {
      if (event.target instanceof HTMLTextAreaElement) outside?.read(event.target.value);
    });
  const result = child(content, 'div', 'result').attr('class', 'calc-reading').attr('role', 'status');
  const { layers = [], beyond, problems = [], patch = {} } = reading ?? {};
  const count = countLayers(layers);
  const line =
    count === 0
      ? words.nothingRead
      : beyond === undefined
        ? fill(words.readCount, { count: formatNumber(count) })
        : fill(words.beyond, { number: beyond, most: MOST_LAYERS });
  child(result, 'p', 'line').text(reading ? line : '');
  const list = child(result, 'ul', 'problems').attr('hidden', problems.length > 0 ? null : '');
  children(list, 'li', problems.slice(0, MOST_SAID), (_, index) => index).text((problem) =>
    problemText(problem, words),
  );
  child(result, 'p', 'more')
    .attr('hidden', problems.length > MOST_SAID ? null : '')
    .text(fill(words.moreProblems, { count: Math.max(0, problems.length - MOST_SAID) }));
  button(content, 'use', {
    label: words.use,
    primary: true,
    disabled: count === 0 || beyond !== undefined,
    onPress: () => set(patch),
  });
}

/** The fold with the PyTorch code of the stack. */
function drawCode(parent: Root, state: State, derived: Derived, words: Words): void {
  const content = fold(parent, 'code', words.codeHead);
  const { outside, faulty } = derived;
  const code = outside?.exchange?.codeOf(state, derived);
  child(content, 'p', 'none')
    .attr('hidden', faulty ? null : '')
    .text(faulty ? fill(words.noCode, { number: faulty.number }) : '');
  const block = child(content, 'figure', 'block')
    .attr('class', 'calc-code')
    .attr('hidden', code ? null : '');
  child(block, 'pre', 'text')
    .attr('tabindex', 0)
    .text(code ?? '');
  button(content, 'copy', {
    label: words.copyCode,
    icon: 'copy',
    disabled: !code,
    onPress: () => code && outside?.copy('code', code),
  });
}

/** Text in and out: PyTorch code to read, PyTorch code of the stack, the table as CSV. */
export function drawExchange(parent: Root, state: State, derived: Derived, words: Words, set: SetState<State>): void {
  const { outside } = derived;
  const box = child(parent, 'div', 'exchange').attr('class', 'calc-exchange');
  drawImport(box, derived, words, set);
  drawCode(box, state, derived, words);
  const content = fold(box, 'csv', words.csvHead);
  const exchange = outside?.exchange;
  button(content, 'copy', {
    label: words.copyCsv,
    icon: 'copy',
    disabled: !exchange,
    onPress: () => exchange && outside?.copy('csv', exchange.csvOf(derived, words)),
  });
  button(content, 'save', {
    label: words.saveCsv,
    icon: 'file',
    disabled: !exchange,
    onPress: () => exchange && outside?.save('shapes.csv', exchange.csvOf(derived, words)),
  });
  const said = outside?.said;
  child(box, 'p', 'said')
    .attr('role', 'status')
    .text(said ? (said.worked ? words[said.what === 'code' ? 'codeCopied' : 'csvCopied'] : words.copyFailed) : '');
  // A fold's texts are worked out once it is open.
  box.selectAll('details').on('toggle', () => {
    if (!outside?.exchange) outside?.load();
  });
}
