/** The form in which the build stores what can be searched: a file a language, `search/en.json`. */

/** Stands in a heading between its names in two languages. */
export const BETWEEN_NAMES = ' · ';

/** The text below a heading that can be linked to; what stands before the first has neither id nor heading. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
}

export interface SearchPage {
  /** Under its language, the same in both: "lessons/padding/". */
  readonly path: string;
  readonly title: string;
  /** The names, in both languages, of the glossary's terms that this page explains. */
  readonly terms: readonly string[];
  readonly sections: readonly Section[];
}
