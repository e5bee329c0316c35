import type { ProblemRecord } from '../state/summary.ts';
import { type Review, reviewsOf } from './reviews.ts';

/** After a pause of so many milliseconds another round begins. */
const pause = 30 * 60_000;

/** The problems answered in this round: since the last pause of half an hour. */
export function roundOf(problems: readonly ProblemRecord[], now: number): Review[] {
  const reviews = reviewsOf(problems, now);
  let from = reviews.length;
  let later = now;
  while (from > 0) {
    const review = reviews[from - 1];
    if (review === undefined || later - review.time > pause) break;
    later = review.time;
    from -= 1;
  }
  return reviews.slice(from);
}
