import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import {
  alertText,
  chooseFile,
  chooseSample,
  expected,
  LAB,
  openLab,
  photoFile,
  results,
  START,
  samples,
  settled,
  state,
} from './lab.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const KINGFISHER = 'bird-kingfisher.jpg';
const KITTEN = 'cat-playing.jpg';
const TRUCK = 'truck-fire-engine.jpg';

describe('one page, many pictures', () => {
  let page: Page;
  const foreign: string[] = [];
  beforeAll(async () => {
    page = await openLab(browser);
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== new URL(inject('origin')).origin) foreign.push(request.url());
    });
  }, START);
  afterAll(() => page.context().close());

  test('nothing is classified unasked, and one network is chosen', async () => {
    expect(await state(page)).toBe('idle');
    expect(await page.getAttribute(LAB, 'data-network')).toBe('alexnet');
    expect(await page.locator('input[type=radio][data-network]').count()).toBe(3);
    expect(await page.locator('input[type=file][data-picture]').count()).toBe(1);
    expect(await page.locator('[role=alert]').count()).toBe(1);
    expect(await results(page)).toEqual([]);
    expect(await page.locator('[data-example]:visible').count()).toBe(1);
  });

  test('changing the network without a picture ends idle, with the example of that network', async () => {
    for (const id of ['vgg13', 'alexnet']) {
      await page.check(`input[data-network="${id}"]`);
      expect(await page.getAttribute(LAB, 'data-network')).toBe(id);
      expect(await state(page)).toBe('idle');
      const example = page.locator('[data-example]:visible');
      expect(await example.getAttribute('data-example')).toBe(id);
      const { label, probability } = expected('cat-chelsea.jpg', id);
      expect(await example.locator('li').first().innerText()).toBe(
        `${label}\n${(100 * probability).toFixed(1)}\u00a0%`,
      );
    }
  });

  test('every sample photo gets the class and the probability of PyTorch', { timeout: 2 * START }, async () => {
    for (const { file } of samples) {
      expect(await chooseSample(page, file), file).toBe('done');
      const [first] = await results(page);
      const wanted = expected(file, 'alexnet');
      expect(first?.label, file).toBe(wanted.label);
      expect(first?.probability, file).toBeCloseTo(wanted.probability, 3);
    }
  });

  test('says right, wrong or neither of a sample, and credits it', { timeout: START }, async () => {
    for (const [file, verdict, author] of [
      [KINGFISHER, 'right', 'Frank-2.0'],
      [KITTEN, 'wrong', 'Loliloli'],
      ['none-coffee-cup.jpg', 'neither', 'Rachel Michetti'],
    ] as const) {
      await chooseSample(page, file);
      expect(await page.getAttribute('[data-verdict]', 'data-verdict')).toBe(verdict);
      expect(await page.textContent('[data-credit]')).toContain(author);
    }
  });

  test('lists five classes, likeliest first, and what is shown adds up to 100 %', { timeout: START }, async () => {
    await chooseSample(page, KINGFISHER);
    const list = await results(page);
    expect(list).toHaveLength(5);
    expect(list.map(({ probability }) => probability)).toEqual(
      list.map(({ probability }) => probability).toSorted((a, b) => b - a),
    );
    const rest = (await page.textContent('[data-rest] .p')) ?? '';
    const shown = [...list.map(({ shown }) => shown), rest].map((text) => Number.parseFloat(text));
    expect(shown.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 6);
    const widths = await page.$$eval(':is([data-results], [data-rest]) .bar i', (bars) =>
      bars.map((bar) => Number.parseFloat(bar.style.width)),
    );
    expect(widths).toEqual(shown);
  });

  test('says which backend computes, why, how long, and how often the network is right', {
    timeout: START,
  }, async () => {
    await chooseSample(page, KINGFISHER);
    expect(await page.getAttribute(LAB, 'data-backend')).toBe('wasm');
    expect(await page.textContent('[data-badge]')).toContain('WASM, 1');
    expect(await page.textContent('[data-why]')).toMatch(/graphics processor|WebGPU/);
    expect(await page.textContent('[data-times]')).toMatch(/network .*(ms|s).*picture .*(ms|s)/);
    expect(await page.textContent('[data-accuracy]')).toMatch(/84\.6.*“bird”, 77\.2/);
  });

  test('speaks the answer once, and errors not at all there', { timeout: START }, async () => {
    await chooseSample(page, KINGFISHER);
    expect(await page.textContent('[data-status]')).toMatch(/^Answer of AlexNet.*bird 89\.2.*WASM/);
  });

  test('the newest choice wins, and no older answer is ever seen', { timeout: START }, async () => {
    await page.evaluate((lab) => {
      const host = document.querySelector(lab);
      const seen: string[] = [];
      const look = () => {
        const first = host?.querySelector('ol[data-results] > li')?.getAttribute('data-label');
        seen.push(`${host?.getAttribute('data-state')} ${first ?? ''}`);
      };
      if (host) new MutationObserver(look).observe(host, { attributes: true, childList: true, subtree: true });
      Object.assign(window, { seen });
    }, LAB);
    const atOnce = await page.evaluate(
      (files) => {
        for (const file of files) document.querySelector<HTMLElement>(`button[data-sample="${file}"]`)?.click();
        return document.querySelector<HTMLElement>('classification-lab')?.dataset.state;
      },
      [KITTEN, TRUCK],
    );
    expect(atOnce).toBe('loading');
    await settled(page);
    const seen: string[] = await page.evaluate('window.seen');
    const labels = new Set(seen.map((line) => line.split(' ')[1]).filter((label) => label !== ''));
    expect(expected(KITTEN, 'alexnet').label).not.toBe(expected(TRUCK, 'alexnet').label);
    expect([...labels]).toEqual([expected(TRUCK, 'alexnet').label]);
    expect(seen.every((line) => !line.startsWith('failed'))).toBe(true);
  });

  test('another network answers for the same picture', { timeout: START }, async () => {
    await chooseSample(page, KITTEN);
    const atOnce = await page.evaluate(() => {
      document.querySelector<HTMLElement>('input[data-network="resnet18"]')?.click();
      return [
        document.querySelector<HTMLElement>('classification-lab')?.dataset.state,
        document.querySelectorAll('ol[data-results] > li').length,
      ];
    });
    expect(atOnce).toEqual(['loading', 0]);
    await settled(page);
    expect((await results(page))[0]?.label).toBe(expected(KITTEN, 'resnet18').label);
    expect(new URL(page.url()).searchParams.get('network')).toBe('resnet18');
    await page.check('input[data-network="alexnet"]');
    await settled(page);
  });

  test('an uploaded photo, a dropped one and a pasted one are answered like the sample', {
    timeout: START,
  }, async () => {
    const wanted = expected(KINGFISHER, 'alexnet').label;
    expect(await chooseFile(page, 'mine.jpg', photoFile(KINGFISHER))).toBe('done');
    expect((await results(page))[0]?.label).toBe(wanted);
    expect(new URL(page.url()).searchParams.has('sample'), 'an own picture is in no address').toBe(false);
    for (const kind of ['drop', 'paste'] as const) {
      await chooseSample(page, KITTEN);
      const atOnce = await page.evaluate(
        ([type, bytes]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([new Uint8Array(bytes)], 'mine.jpg', { type: 'image/jpeg' }));
          const event =
            type === 'drop'
              ? new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true })
              : new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true });
          document.body.dispatchEvent(event);
          return document.querySelector<HTMLElement>('classification-lab')?.dataset.state;
        },
        [kind, [...photoFile(KINGFISHER)]] as const,
      );
      expect(atOnce, kind).toBe('loading');
      expect(await settled(page), kind).toBe('done');
      expect((await results(page))[0]?.label, kind).toBe(wanted);
    }
  });

  test('what is no picture is said, and the answer of before stays gone', { timeout: START }, async () => {
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.setData('text/plain', 'words');
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true }));
    });
    expect(await alertText(page)).toContain('no picture on the clipboard');
  });

  test('a complaint made while an answer is on its way does not stay beside it', { timeout: START }, async () => {
    await page.evaluate((file) => {
      document.querySelector<HTMLElement>(`button[data-sample="${file}"]`)?.click();
      const transfer = new DataTransfer();
      transfer.setData('text/plain', 'words');
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true }));
    }, KITTEN);
    expect(await alertText(page)).toContain('no picture on the clipboard');
    expect(await settled(page)).toBe('done');
    expect(await alertText(page)).toBe('');
  });

  test('asked nothing of any other origin', () => {
    expect(foreign).toEqual([]);
  });
});

test('the address brings network and photo back, and asks before it fetches anything large', {
  timeout: START,
}, async () => {
  const page = await openLab(browser, `en/lab/?network=resnet18&sample=${KITTEN}&backend=wasm`);
  const large: string[] = [];
  page.on('request', (request) => large.push(request.url()));
  expect(await page.getAttribute(LAB, 'data-network')).toBe('resnet18');
  await page.waitForSelector('[data-classify]:visible');
  expect(await state(page)).toBe('idle');
  expect(large.filter((url) => /\.(wasm|onnx)$/.test(url))).toEqual([]);
  await page.focus('[data-classify]');
  await page.keyboard.press('Enter');
  expect(await settled(page)).toBe('done');
  expect(await page.evaluate(() => document.activeElement?.id), 'the focus is where the answer is').toBe('lab-answer');
  expect((await results(page))[0]?.label).toBe(expected(KITTEN, 'resnet18').label);
  expect(await page.textContent('[data-why]')).toContain('as you chose');
  await page.context().close();
});

test('a hostile address falls back field by field and says so', { timeout: START }, async () => {
  const page = await openLab(browser, 'zh/lab/?network=%3Cb%3E&sample=..%2F..%2Fx&backend=gpu');
  expect(await page.getAttribute(LAB, 'data-network')).toBe('alexnet');
  expect(await state(page)).toBe('idle');
  const notice = await page.waitForSelector('[data-notice]:visible');
  const text = (await notice.textContent()) ?? '';
  for (const word of ['网络', '示例照片', '计算方式']) expect(text).toContain(word);
  expect(text).not.toMatch(/。\s/);
  await page.check('input[data-network="vgg13"]');
  expect(await notice.isVisible(), 'what it says is no longer so').toBe(false);
  await page.context().close();
});

test('the Chinese page names classes in Chinese and labels them in English', { timeout: START }, async () => {
  const page = await openLab(browser, 'zh/lab/');
  await chooseSample(page, KINGFISHER);
  expect((await results(page))[0]).toMatchObject({ label: 'bird', name: '鸟' });
  expect(await page.textContent('[data-verdict]')).toContain('答对了');
  expect(await page.textContent('[data-credit]')).toBe('照片：枝头的普通翠鸟，Frank-2.0，CC0-1.0。来源');
  await chooseSample(page, KITTEN);
  expect(await page.textContent('[data-credit]')).toBe('照片：玩毛线球的小猫，Loliloli，公有领域。来源');
  await chooseFile(page, 'x.jpg', Buffer.from('words'));
  expect(await alertText(page)).toContain('不是图片');
  await page.context().close();
});
