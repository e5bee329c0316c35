/** Puts values into a sentence: `fill('Lesson {order}', { order: 3 })`. Throws where a named value is missing. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`"${sentence}" needs a value for {${name}}.`);
    return String(value);
  });
