/** Where the text of a licence stands: "CC-BY-SA-4.0" → its page at creativecommons.org; undefined where there is no text, as for the public domain. */
export function licenceAddress(licence: string): string | undefined {
  if (licence === 'CC0-1.0') return 'https://creativecommons.org/publicdomain/zero/1.0/';
  const [, kind, version] = /^CC-(BY(?:-[A-Z]+)*)-(\d\.\d)$/.exec(licence) ?? [];
  return kind && version ? `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/` : undefined;
}
