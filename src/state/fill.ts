/**
 * Puts values into a sentence: `fill('Lesson {order}', { order: 3 })`; `{count:step|steps}` becomes the word for one or
 * for any other number. Throws where a named value is missing.
 */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (_, name: string, one?: string, more?: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`"${sentence}" needs a value for {${name}}.`);
    return (String(value) === '1' ? one : more) ?? String(value);
  });
