import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { findApi, type ScormApi } from '@/components/scorm/api.ts';
import { manifest } from '@/components/scorm/manifest.ts';
import { longestSuspend, Platform, timeSpan } from '@/components/scorm/platform.ts';
import { scatter } from '@/components/worksheet/scatter.ts';
import { anyText } from '../../any-text.ts';

/** A platform that keeps what it is told, and refuses what SCORM 1.2 refuses. */
function fake(values: Record<string, string> = {}) {
  const calls: string[] = [];
  const api: ScormApi = {
    LMSInitialize: () => calls.push('initialize') > 0 && 'true',
    LMSFinish: () => calls.push('finish') > 0 && 'true',
    LMSGetValue: (element) => values[element] ?? '',
    LMSSetValue(element, value) {
      if (value.length > longestSuspend) return 'false';
      values[element] = value;
      return 'true';
    },
    LMSCommit: () => calls.push('commit') > 0 && 'true',
  };
  return { api, values, calls };
}

interface Frame {
  parent: Frame | null;
  opener: unknown;
  API?: unknown;
}
const frame = (parent: Frame | null, opener: unknown = null, api?: unknown): Frame => ({
  parent,
  opener,
  ...(api === undefined ? {} : { API: api }),
});

describe('the walk to the API', () => {
  const { api } = fake();

  it('goes up the parents, then to the opener and its parents', () => {
    const top = frame(null, null, api);
    expect(findApi(frame(frame(frame(top))))).toBe(api);
    expect(findApi(frame(frame(null, frame(top))))).toBe(api);
    expect(findApi(frame(null, frame(frame(top))))).toBe(api);
  });

  it('ends at a window that is its own parent, and passes over what is no API', () => {
    const alone = frame(null);
    alone.parent = alone;
    expect(findApi(alone)).toBeUndefined();
    expect(findApi(frame(frame(null, null, api), null, { LMSInitialize: 1 }))).toBe(api);
  });

  it('passes over windows of another site, which throw', () => {
    const foreign = new Proxy(frame(null), {
      get(target, name) {
        if (name === 'API') throw new DOMException('blocked', 'SecurityError');
        return Reflect.get(target, name);
      },
    });
    expect(findApi(frame(foreign))).toBeUndefined();
    expect(findApi(frame(foreign, frame(null, null, api)))).toBe(api);
  });
});

/** So mixed that packing saves little. */
const noise = Array.from({ length: 2000 }, (_, place) => scatter(String(place)).toString(36)).join('');

describe('a visit', () => {
  it('begins incomplete, reports score and completion, ends with its time', () => {
    const { api, values, calls } = fake({ 'cmi.core.lesson_status': 'not attempted' });
    let now = 1000;
    const platform = new Platform(api, () => now);
    expect(values['cmi.core.lesson_status']).toBe('incomplete');
    platform.complete({ right: 2, problems: 3, empty: 0 });
    expect(values).toMatchObject({
      'cmi.core.score.raw': '67',
      'cmi.core.score.min': '0',
      'cmi.core.score.max': '100',
      'cmi.core.lesson_status': 'completed',
    });
    now += 3_661_230;
    platform.finish(true);
    platform.finish(true);
    expect(values['cmi.core.session_time']).toBe('0001:01:01.23');
    expect(calls.filter((call) => call === 'finish').length).toBe(1);
  });

  it('leaves a status that is there alone, and suspends what is not handed in', () => {
    const { api, values } = fake({ 'cmi.core.lesson_status': 'completed' });
    const platform = new Platform(api);
    expect(values['cmi.core.lesson_status']).toBe('completed');
    platform.finish(false);
    expect(values['cmi.core.exit']).toBe('suspend');
  });

  it('shortens what it keeps until it fits, in ASCII, or says that it does not', () => {
    const { api, values } = fake();
    const platform = new Platform(api);
    const print = (longest: number) => JSON.stringify(Array.from({ length: 100 }, () => '卷'.repeat(longest / 5)));
    expect(platform.keep(print)).toBe(true);
    expect(values['cmi.suspend_data']).toMatch(/^[ -~]*$/);
    expect(new Platform(api).kept).toBe(print(60));
    expect(platform.keep((longest) => noise.slice(0, 100 * longest))).toBe(true);
    expect(new Platform(api).kept).toBe(noise.slice(0, 2000));
    expect(platform.keep(() => noise)).toBe(false);
  });

  it('packs what is too long as it stands, so that a whole set fits', () => {
    const { api, values } = fake();
    const platform = new Platform(api);
    const state = JSON.stringify({
      n: '李雷',
      a: Array.from({ length: 660 }, (_, place) => String((place * 389) % 97)),
    });
    const long = JSON.stringify([state, Array.from({ length: 432 }, () => '-12.5')]);
    expect(long.length).toBeGreaterThan(longestSuspend);
    expect(platform.keep(() => long)).toBe(true);
    expect(values['cmi.suspend_data']).toMatch(/^[ -~]{1,4096}$/);
    expect(new Platform(api).kept).toBe(long);
    expect(new Platform(fake({ 'cmi.suspend_data': 'z!' }).api).kept).toBe('');
  });

  it('tells when the platform has no room, and when it takes or saves nothing', () => {
    const { api } = fake();
    const platform = new Platform(api);
    expect(platform.trouble).toBeUndefined();
    platform.keep(() => noise);
    expect(platform.trouble).toBe('full');
    platform.keep(() => '{}');
    expect(platform.trouble).toBeUndefined();
    platform.complete({ right: 1, problems: 1, empty: 0 });
    expect(platform.isReported).toBe(true);
    for (const refusing of ['LMSSetValue', 'LMSCommit'] as const) {
      const visit = new Platform({ ...api, [refusing]: () => 'false' });
      visit.keep(() => '{}');
      visit.complete({ right: 1, problems: 1, empty: 0 });
      expect([visit.isReported, visit.trouble]).toEqual([false, 'refused']);
    }
    expect(new Platform({ ...api, LMSInitialize: () => 'false' }).trouble).toBe('refused');
  });

  it('knows from an earlier visit whether the score was reported', () => {
    const report = (status: string) => new Platform(fake({ 'cmi.core.lesson_status': status }).api).isReported;
    expect(['completed', 'passed', 'incomplete', ''].map(report)).toEqual([true, true, false, false]);
  });

  it('goes on where the platform throws', () => {
    const fail = () => {
      throw new Error('down');
    };
    const platform = new Platform({
      LMSInitialize: fail,
      LMSFinish: fail,
      LMSGetValue: fail,
      LMSSetValue: fail,
      LMSCommit: fail,
    });
    expect(platform.kept).toBe('');
    expect(platform.keep(() => '{}')).toBe(false);
    expect(() => platform.finish(false)).not.toThrow();
  });

  it('writes any span of time as SCORM wants it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 10 ** 11 }), (span) => {
        expect(timeSpan(span)).toMatch(/^\d{4}:[0-5]\d:[0-5]\d\.\d\d$/);
      }),
    );
    expect(timeSpan(59_999)).toBe('0000:01:00.00');
  });
});

describe('the manifest', () => {
  it('is XML with the title as text, whatever the title', () => {
    fc.assert(
      fc.property(anyText(80), (title) => {
        const text = manifest(title, 'set.seed=1', ['index.html']);
        expect(text).toMatch(/<schemaversion>1\.2<\/schemaversion>/);
        const titles = [...text.matchAll(/<title>([^<>]*)<\/title>/g)].map(([, inner = '']) => inner);
        expect(titles.length).toBe(2);
        expect(titles[0]?.replace(/&(amp|lt|gt|quot|apos);/g, '')).not.toMatch(/[&<>"'\p{Cs}\ufffe\uffff]/u);
        expect(titles[0]).not.toContain('\0');
      }),
    );
  });

  it('names one page that scores, with all its files', () => {
    const { document } = parseHTML(manifest('A & B', 'set.seed=1', ['index.html', 'player.js']));
    const resource = document.querySelector('resource');
    expect(resource?.getAttribute('adlcp:scormtype')).toBe('sco');
    expect([...(resource?.querySelectorAll('file') ?? [])].map((file) => file.getAttribute('href'))).toEqual([
      'index.html',
      'player.js',
    ]);
    expect(document.querySelector('item')?.getAttribute('identifierref')).toBe(resource?.getAttribute('identifier'));
  });
});
