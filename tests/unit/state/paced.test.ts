import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { paced } from '@/state/paced';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

it('writes at once after a pause, and once for all that came too soon after it', () => {
  const write = vi.fn();
  const address = paced(write);
  address.soon();
  vi.advanceTimersByTime(0);
  expect(write).toHaveBeenCalledTimes(1);
  for (let change = 0; change < 5; change++) address.soon();
  vi.advanceTimersByTime(199);
  expect(write).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(write).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(10_000);
  expect(write).toHaveBeenCalledTimes(2);
});

it('writes what waits when it is asked to, and not a second time', () => {
  const write = vi.fn();
  const address = paced(write);
  address.now();
  address.soon();
  address.now();
  vi.advanceTimersByTime(10_000);
  expect(write).toHaveBeenCalledTimes(2);
});

it('tries again after a rest where the browser refuses', () => {
  const write = vi.fn().mockImplementationOnce(() => {
    throw new DOMException('too many', 'SecurityError');
  });
  paced(write).now();
  vi.advanceTimersByTime(1999);
  expect(write).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(write).toHaveBeenCalledTimes(2);
});
