import { describe, expect, it } from 'vitest';
import { printLink, printSet, setFields, setScope, setSign, takeSign } from '@/components/worksheet/settings.ts';
import { decode, initialState } from '@/state/codec.ts';
import { parseHash, settingsOf } from '@/state/hash.ts';

const settings = initialState(setFields, {
  title: 'Week 3, and more',
  tasks: 'convolve-map,2,1;padded-size,1-3,3',
  seed: 12_345,
  steps: 'held',
});

/** Whether a link fits its sign; `undefined` where it has none. */
function fits(link: string): boolean | undefined {
  const { rest, sign } = takeSign(settingsOf(parseHash(link), setScope));
  const { state, problems } = decode(setFields, rest);
  expect(problems).toEqual([]);
  return sign === undefined ? undefined : sign === setSign(state);
}

describe('the link of a set', () => {
  const link = printLink(settings);

  it('fits its sign, also with a full stop after it', () => {
    expect(link).toBe(`${printSet(settings)}&set.check=${setSign(settings)}`);
    expect(fits(link)).toBe(true);
    expect(fits(`${link}.`)).toBe(true);
  });

  it('does not where it was changed, and has none where it was cut or is of an earlier day', () => {
    expect(fits(link.replace('12345', '123'))).toBe(false);
    expect(fits(link.replace('1-3,3', '1'))).toBe(false);
    expect(fits(link.replace('&set.steps=held', ''))).toBe(false);
    expect(fits(printSet(settings))).toBeUndefined();
  });

  it('has a sign that never changes: it stands in links', () => {
    expect(setSign(settings)).toBe('WP1H');
  });
});
