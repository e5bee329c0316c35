/** How near the screen something is loaded, so that a reader who scrolls finds it there. */
const NEAR = '600px';

/** Acts once, when an element comes near the screen; never after `signal` was aborted. */
export function whenNear(element: Element, signal: AbortSignal, act: () => void): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      act();
    },
    { rootMargin: NEAR },
  );
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
}
