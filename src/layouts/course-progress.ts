/** Marks the cells of the course with the reader's progress, and proposes the lesson to go on with. */
import { fill } from '@/i18n/fill.ts';
import { readProgress, recordVisit, watchProgress } from '@/state/progress.ts';
import { type LessonState, lessonState, summariseKinds } from '@/state/summary.ts';

/** The element that knows the course: which kinds of exercise belong to each lesson, and the words for the states. */
const course = document.querySelector<HTMLElement>('[data-kinds]');

const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const kindsOf: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(JSON.parse(course?.dataset['kinds'] ?? '{}')).flatMap(([lesson, kinds]) =>
    isStrings(kinds) ? [[lesson, kinds] as const] : [],
  ),
);

const wordOf = (state: LessonState): string | undefined => (state === 'new' ? undefined : course?.dataset[state]);

function markCell(cell: HTMLElement, state: LessonState): void {
  if (state === 'new') return;
  cell.dataset['state'] = state;
  const name = cell.dataset['name'] ?? cell.getAttribute('aria-label');
  if (name === null) return;
  cell.dataset['name'] = name;
  cell.ariaLabel = `${name}, ${wordOf(state)}`;
}

/** Home: the lesson to go on with, the first that is not done, is marked in the map. */
function markNext(slug: string | undefined): void {
  for (const cell of document.querySelectorAll<HTMLElement>('course-map [data-lesson]'))
    cell.toggleAttribute('data-next', cell.dataset['lesson'] === slug);
  const note = document.querySelector(`[data-progress-of="${slug}"]`);
  const words = [note?.textContent, course?.dataset['next']].filter((word) => word);
  if (note) note.textContent = words.join(course?.dataset['comma']);
}

/** Home: counts, and the button that goes on with the next lesson. */
function summarise(states: ReadonlyMap<string, LessonState>): void {
  const all = [...states.values()];
  const count = (state: LessonState) => all.filter((other) => other === state).length;
  if (count('new') === all.length) return;
  const [slug] = [...states].find(([, state]) => state !== 'done') ?? [];
  markNext(slug);
  const summary = course?.querySelector('[data-summary]');
  const total = course?.dataset['total'] ?? '';
  if (summary) {
    summary.textContent = fill(course?.dataset['progress'] ?? '', {
      total,
      done: count('done'),
      begun: count('begun'),
    });
  }
  const cell = document.querySelector<HTMLElement>(`[data-lesson="${slug}"]`);
  const href = cell?.closest('a')?.href;
  if (!cell || !href) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-next-lesson]')) {
    link.href = href;
    for (const words of link.querySelectorAll<HTMLElement>('[data-words]')) {
      words.textContent = fill(words.dataset['words'] ?? '', { order: cell.textContent.trim() });
    }
  }
}

async function update(): Promise<void> {
  const { problems, visits } = await readProgress();
  const summaries = summariseKinds(problems);
  const states = new Map<string, LessonState>();
  for (const cell of document.querySelectorAll<HTMLElement>('[data-lesson]')) {
    const slug = cell.dataset['lesson'] ?? '';
    const state = lessonState(slug, kindsOf.get(slug) ?? [], visits, summaries);
    states.set(slug, state);
    markCell(cell, state);
    const note = document.querySelector(`[data-progress-of="${slug}"]`);
    if (note !== null) note.textContent = wordOf(state) ?? '';
  }
  summarise(states);
}

const visited = course?.dataset['visit'];
if (visited !== undefined) void recordVisit(visited, Date.now());
void update();
watchProgress(() => void update());
