/** The anchor of the pitfall in a lesson that explains a misconception of a kind of exercise. */
export const pitfallId = (kind: string, misconception: string): string => `pitfall-${kind}-${misconception}`;

/** The pitfalls that a lesson's text holds for a kind: each misconception's anchor. */
export function pitfallsIn(body: string, kind: string): Readonly<Record<string, string>> {
  const found = [...body.matchAll(/<Pitfall\s[^>]*>/g)].flatMap(([tag]): [string, string][] => {
    const [, of] = /\skind="([^"]*)"/.exec(tag) ?? [];
    const [, misconception] = /\smisconception="([^"]*)"/.exec(tag) ?? [];
    return of === kind && misconception !== undefined ? [[misconception, `#${pitfallId(kind, misconception)}`]] : [];
  });
  return Object.fromEntries(found);
}
