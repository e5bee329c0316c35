/** What a page says of its kinds of exercise, read back by its scripts (written by `kindData` in groups.ts). */
export interface PageKind {
  readonly id: string;
  readonly lesson: string;
  readonly order: string;
  readonly title: string;
  /** Where its lesson is, if it has a page. */
  readonly lessonHref?: string;
  /** The anchors in the lesson that explain misconceptions, by name. */
  readonly pitfalls: ReadonlyMap<string, string>;
}

const readPitfalls = (text: string): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(JSON.parse(text)).flatMap(([name, anchor]) =>
      typeof anchor === 'string' ? [[name, anchor] as const] : [],
    ),
  );

function readKind(element: HTMLElement): PageKind {
  const { kind = '', lesson = '', lessonOrder = '', lessonHref, pitfalls = '{}', title } = element.dataset;
  return {
    id: kind,
    lesson,
    order: lessonOrder,
    title: title ?? '',
    ...(lessonHref === undefined ? {} : { lessonHref }),
    pitfalls: readPitfalls(pitfalls),
  };
}

/** All kinds that the page names, in its order. */
export const kindsOnPage = (): PageKind[] => [...document.querySelectorAll<HTMLElement>('[data-kind]')].map(readKind);

/** The place that explains a misconception best: its pitfall, else the lesson; `undefined` where there is no page. */
export const placeOf = ({ lessonHref, pitfalls }: PageKind, misconception: string): string | undefined =>
  lessonHref === undefined ? undefined : `${lessonHref}${pitfalls.get(misconception) ?? ''}`;
