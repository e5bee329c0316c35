declare namespace App {
  interface Locals {
    /** The lesson being drawn: what `<Widget>`, `<Exercise>` and the others of `src/components` number and name themselves by. */
    lesson?: {
      locale: import('./i18n/index.ts').Locale;
      slug: string;
      /** Place in the course: the first number of figures and exercises. */
      order: number;
    };
    /** Whose words `<Widget>` has written into the page: the ids of widgets, and '' for the kit's. */
    widgetWords?: Set<string>;
  }
}
