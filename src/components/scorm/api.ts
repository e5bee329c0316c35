/** What SCORM 1.2 asks of a learning platform's API object; every method takes and gives strings. */
export interface ScormApi {
  LMSInitialize(nothing: ''): unknown;
  LMSFinish(nothing: ''): unknown;
  LMSGetValue(element: string): unknown;
  LMSSetValue(element: string, value: string): unknown;
  LMSCommit(nothing: ''): unknown;
}

const methods = ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit'] as const;

/** So many frames up, as the standard's own example has it. */
const farthest = 500;

const isApi = (value: unknown): value is ScormApi =>
  typeof value === 'object' &&
  value !== null &&
  methods.every((name) => typeof Reflect.get(value, name) === 'function');

/** The parts of a window that the search goes through. */
interface Frame {
  readonly parent: Frame | null;
  readonly opener: unknown;
}

/** A window's API; `undefined` where it has none or belongs to another site. */
function apiOf(frame: object): ScormApi | undefined {
  try {
    const found: unknown = Reflect.get(frame, 'API');
    return isApi(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

const isFrame = (value: unknown): value is Frame => typeof value === 'object' && value !== null;

function parentOf(frame: Frame): Frame | undefined {
  try {
    return isFrame(frame.parent) && frame.parent !== frame ? frame.parent : undefined;
  } catch {
    return undefined;
  }
}

function upwards(from: Frame): ScormApi | undefined {
  let frame: Frame | undefined = from;
  for (let step = 0; frame !== undefined && step < farthest; step += 1) {
    const found = apiOf(frame);
    if (found !== undefined) return found;
    frame = parentOf(frame);
  }
  return undefined;
}

/**
 * The platform's API, by the standard's walk: this window and its parents, then the window that opened this one and its
 * parents. `undefined` where there is none.
 */
export function findApi(from: Frame): ScormApi | undefined {
  const found = upwards(from);
  if (found !== undefined) return found;
  const top = topOf(from);
  return [from.opener, top.opener]
    .filter(isFrame)
    .map(upwards)
    .find((api) => api !== undefined);
}

function topOf(from: Frame): Frame {
  let frame = from;
  for (let step = 0; step < farthest; step += 1) {
    const parent = parentOf(frame);
    if (parent === undefined) return frame;
    frame = parent;
  }
  return frame;
}
