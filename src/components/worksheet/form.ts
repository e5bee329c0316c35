import { decode, type Pair } from '@/state/codec.ts';
import { parts } from '../lab/dom.ts';
import { type SheetSettings, sheetFields } from './settings.ts';
import { problemCount, type Task, type TaskLevel } from './tasks.ts';
import type { SheetWords } from './words.ts';

/** The rows of the chooser. */
const rowsIn = (root: ParentNode): HTMLElement[] => parts(root, '[data-kind]', HTMLElement);

const boxOf = (row: ParentNode): HTMLInputElement | undefined => parts(row, '[data-on]', HTMLInputElement)[0];

const selectOf = (row: ParentNode, name: string): HTMLSelectElement | undefined =>
  parts(row, `[data-${name}]`, HTMLSelectElement)[0];

const levelOf = (text: string | undefined): TaskLevel => {
  if (text === 'rising') return text;
  return text === '2' ? 2 : text === '3' ? 3 : 1;
};

/** The tasks that are ticked, in the order of the course. */
export const tickedTasks = (form: ParentNode): Task[] =>
  rowsIn(form)
    .filter((row) => boxOf(row)?.checked === true)
    .map((row) => ({
      kind: row.dataset['kind'] ?? '',
      level: levelOf(selectOf(row, 'level')?.value),
      count: Number(selectOf(row, 'count')?.value ?? 1),
    }));

/** Ticks what is asked for, says in each lesson how much that is, and opens the lessons in which something is, if `unfold`. */
export function showTasks(form: ParentNode, tasks: readonly Task[], words: SheetWords, unfold: boolean): void {
  for (const row of rowsIn(form)) {
    const task = tasks.find(({ kind }) => kind === row.dataset['kind']);
    const [box, level, count] = [boxOf(row), selectOf(row, 'level'), selectOf(row, 'count')];
    if (box) box.checked = task !== undefined;
    if (level && task) level.value = String(task.level);
    if (count && task) count.value = String(task.count);
  }
  for (const group of parts(form, '[data-group]', HTMLDetailsElement)) {
    const kinds = rowsIn(group).map((row) => row.dataset['kind']);
    const own = tasks.filter(({ kind }) => kinds.includes(kind));
    const [whole] = parts(group, '[data-whole]', HTMLInputElement);
    if (whole) [whole.checked, whole.indeterminate] = [own.length === kinds.length, own.length % kinds.length !== 0];
    const said = group.querySelector('[data-chosen]');
    if (said) said.textContent = words.chosen(own.length, problemCount(own));
    if (unfold) group.open = own.length > 0;
  }
}

/** Ticks or clears all kinds of a lesson. */
export function tickWhole(whole: HTMLInputElement): void {
  const group = whole.closest('[data-group]');
  for (const row of group === null ? [] : rowsIn(group)) {
    const box = boxOf(row);
    if (box) box.checked = whole.checked;
  }
}

/** The controls of single settings, by name. */
const controlsOf = (form: ParentNode) => [
  ...parts(form, 'select[name]', HTMLSelectElement),
  ...parts(form, 'input[name]', HTMLInputElement),
];

/** Sets the controls; one that the reader is typing into is left alone. */
export function showSettings(form: ParentNode, settings: SheetSettings): void {
  const values: Readonly<Record<string, string | number>> = settings;
  for (const control of controlsOf(form)) {
    const value = String(values[control.name] ?? '');
    if (control !== document.activeElement && control.value !== value) control.value = value;
  }
}

/** What the controls say; a setting whose control holds nothing that it can be keeps its value and is named. */
export function readForm(
  form: ParentNode,
  before: SheetSettings,
): { readonly settings: SheetSettings; readonly refused: readonly string[] } {
  const pairs = controlsOf(form).map(({ name, value }): Pair => [name, name === 'seed' ? value.trim() : value]);
  const { state, problems } = decode(sheetFields, pairs, before);
  return { settings: state, refused: problems.map(({ key }) => key) };
}
