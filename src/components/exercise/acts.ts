import type { Session } from './session.ts';

/** The buttons that change the problem or the answers: what they do, and where the focus goes if their own place is gone. */
export const acts: Readonly<Record<string, { readonly run: (session: Session) => string; readonly focus?: string }>> = {
  check: { run: (session) => session.check() },
  hint: { run: (session) => session.hint() },
  show: { run: (session) => session.show(), focus: '[data-steps] summary' },
  peek: { run: (session) => session.peek() },
  undo: { run: (session) => session.undoPaste(), focus: '[data-check]' },
  new: { run: (session) => session.fresh(), focus: '.task' },
  before: { run: (session) => session.step(-1), focus: '.task' },
  after: { run: (session) => session.step(1), focus: '.task' },
  open: { run: (session) => session.fold(false), focus: '.task' },
  fold: { run: (session) => session.fold(true), focus: '[data-open]' },
};
