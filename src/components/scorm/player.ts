/** The script of a SCORM package: one set, in a learning platform. Built by src/integrations/scorm.ts into one file. */
import '@/styles/tokens.css';
import '@/styles/base.css';
import '../exercise/styles.ts';
import '@/styles/fields.css';
import '@/styles/assignment.css';
import '@/styles/player.css';
import { exercises } from '@/exercises/index.ts';
import { decode } from '@/state/codec.ts';
import { parseHash, settingsOf } from '@/state/hash.ts';
import { localeOf } from '@/state/locale.ts';
import { SetController } from '../assignment/controller.ts';
import { drawHandIn, drawScore, drawSetHead } from '../assignment/draw.ts';
import { SetSession } from '../assignment/session.ts';
import { printState, readState } from '../assignment/state.ts';
import { setWords } from '../assignment/words.ts';
import { html } from '../exercise/html.ts';
import { part } from '../lab/dom.ts';
import { setFields, setScope } from '../worksheet/settings.ts';
import { readTasks } from '../worksheet/tasks.ts';
import { setProblems } from '../worksheet/variants.ts';
import { findApi } from './api.ts';
import { Platform } from './platform.ts';

const locale = localeOf(document.body.dataset['locale']);
const words = setWords[locale];
const kinds = new Map(exercises.map((exercise) => [exercise.id, exercise]));
const { state: settings } = decode(setFields, settingsOf(parseHash(document.body.dataset['set'] ?? ''), setScope));
const problems = setProblems(readTasks(settings.tasks, kinds).tasks, settings.seed, kinds);

const api = findApi(window);
const platform = api === undefined ? undefined : new Platform(api);

const session = new SetSession(problems, settings, locale, readState(problems, platform?.kept), {
  keep: (state) => platform?.keep((longest) => printState(problems, state, longest)) ?? true,
});

const frame = {
  head: () =>
    drawSetHead(
      session,
      html`${platform === undefined && html`<p class="set-warning">${words.platform.alone}</p>`}
        <div role="status">${platform?.trouble !== undefined && html`<p class="set-warning">${words.platform[platform.trouble]}</p>`}</div>`,
    ),
  foot: (_: SetSession, asks: boolean) =>
    session.isHandedIn
      ? html`<section class="set-result"><h2 tabindex="-1" data-result>${words.resultHead}</h2>${drawScore(session)}
      ${platform !== undefined && drawReport(platform)}
      <p class="set-actions"><button type="button" class="btn plain" data-go-on>${words.goOn}</button></p></section>`
      : drawHandIn(session, asks),
  handedIn: () => report(),
};

const drawReport = ({ isReported }: Platform) =>
  isReported
    ? html`<p>${words.platform.reported}</p>`
    : html`<p class="set-warning">${words.platform.notReported}</p>
      <p class="set-actions"><button type="button" class="btn primary" data-report>${words.platform.report}</button></p>`;

const root = part(document, 'problem-set', HTMLElement);
const controller = new SetController(root, session, frame, new AbortController().signal);

function report() {
  if (platform === undefined) return;
  platform.complete(session.score);
  controller.renderFrame();
  if (!platform.isReported) controller.say(words.platform.notReported);
}

root.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element) || target.closest('[data-report]') === null) return;
  report();
  if (platform?.isReported) controller.say(words.platform.reported);
});
addEventListener('pagehide', () => platform?.finish(session.isHandedIn));
// Between two visits a platform may lose what was not committed.
setInterval(() => {
  platform?.commit();
  controller.renderFrame();
}, 30_000);
