import { parseHTML } from 'linkedom';
import { describe, expect, it, vi } from 'vitest';
import { integer, text } from '@/state/fields.ts';
import { button, segments } from '@/widgets/kit/controls.ts';
import { type SetState, type Tools, widget } from '@/widgets/kit/definition.ts';
import { child } from '@/widgets/kit/dom.ts';
import type { Host } from '@/widgets/kit/instance.ts';
import { kitWords } from '@/widgets/kit/words.ts';

const fields = {
  count: integer({ initial: 1, min: 0, max: 9 }),
  name: text({ maxLength: 9 }),
  place: integer({ initial: 0, min: 0, max: 9 }),
};
type State = { readonly count: number; readonly name: string; readonly place: number };

/** A widget that shows its count, and cannot draw 5. */
function setUp(host: Partial<Host> = {}, mount?: (tools: Tools<State, string>) => () => void) {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  let set: SetState<State> = () => {};
  const drawn = vi.fn();
  const failed = vi.fn();
  const counter = widget({
    fields,
    place: ['place'],
    derive: (state: State, resource?: string) => ({ double: 2 * state.count, resource: resource ?? 'nothing' }),
    describe: ({ double }, words: { readonly says: string }) => `${words.says} ${double}`,
    draw(root, state, { double, resource }, _, setState) {
      set = setState;
      child(root, 'p', 'count').text(`${state.count} ${double} ${resource}`);
      button(root, 'add', { label: '', onPress: () => setState({ count: state.count + 1 }) });
      segments(root, 'pick', {
        label: '',
        value: state.name,
        options: ['a', 'b'].map((value) => ({ value, label: '' })),
        onChange: (name) => setState({ name }),
      });
      if (state.count === 5) throw new Error('five');
      child(root, 'p', 'place').text(state.place);
    },
    ...(mount ? { mount } : {}),
  });
  const root = document.body;
  const instance = counter.start({ root, words: { says: 'Twice:' }, kitWords: kitWords.en, drawn, failed, ...host });
  return {
    instance,
    drawn,
    failed,
    root,
    set: (patch: Partial<State>, own?: 'step') => set(patch, own),
    shown: () => root.textContent,
  };
}

describe('a running widget', () => {
  it('draws what is set, describes it, and prints what differs from the start', () => {
    const { instance, set, shown } = setUp();
    set({ count: 3 });
    expect(shown()).toBe('3 6 nothing0');
    expect(instance.sentence()).toBe('Twice: 6');
    expect(instance.pairs()).toEqual([['count', '3']]);
  });

  it('begins with a lesson’s settings, and prints nothing while they hold', () => {
    const { instance, shown } = setUp({ overrides: { count: 4 } });
    expect(shown()).toBe('4 8 nothing0');
    expect(instance.pairs()).toEqual([]);
    expect(instance.load([['count', '1']])).toEqual([]);
    expect(instance.pairs()).toEqual([['count', '1']]);
  });

  it('keeps the last picture, whole, where a change cannot be drawn, and goes on living', () => {
    const { instance, set, shown, failed } = setUp();
    set({ count: 2 });
    set({ count: 5, place: 3 });
    expect(shown()).toBe('2 4 nothing0');
    expect(failed).toHaveBeenCalledWith(new Error('five'));
    expect(instance.pairs()).toEqual([['count', '2']]);
    set({ count: 7 });
    expect(shown()).toBe('7 14 nothing0');
  });

  it('refuses a value that is none of its field’s', () => {
    const { set, shown } = setUp();
    expect(() => set({ count: 10 })).toThrow(/"count" \(integer\) cannot be 10/);
    expect(shown()).toBe('1 2 nothing0');
  });

  it('redoes what was undone, until something else is changed, and tells so at once', () => {
    const told: boolean[] = [];
    const { instance, set, shown } = setUp({ drawn: () => told.push(instance.canRedo) });
    set({ count: 2 });
    set({ count: 3 }, 'step');
    expect(instance.canRedo).toBe(false);
    instance.undo();
    expect([shown(), told.at(-1)]).toEqual(['2 4 nothing0', true]);
    instance.undo();
    instance.redo();
    instance.redo();
    expect([shown(), instance.canRedo, instance.canUndo]).toEqual(['3 6 nothing0', false, true]);
    instance.undo();
    set({ count: 7 }, 'step');
    expect(instance.canRedo).toBe(false);
    instance.undo();
    expect(shown()).toBe('2 4 nothing0');
  });

  it('changes nothing while a question holds it, but follows the address', () => {
    const { instance, set, shown } = setUp({ held: () => true });
    set({ count: 3 });
    expect(shown()).toBe('1 2 nothing0');
    instance.load([['count', '6']]);
    expect(shown()).toBe('6 12 nothing0');
  });

  it('says which parts of an address it could not use', () => {
    const { instance, shown } = setUp();
    expect(
      instance.load([
        ['count', '99'],
        ['place', '2'],
      ]),
    ).toEqual([{ key: 'count', text: '99', why: 'invalid' }]);
    expect(shown()).toBe('1 2 nothing2');
  });
});

describe('undo', () => {
  it('goes back change by change, also over a reset; quick changes of one setting are one', () => {
    vi.useFakeTimers();
    const { instance, set, shown } = setUp();
    set({ count: 2 });
    set({ count: 3 });
    vi.advanceTimersByTime(2000);
    set({ name: 'x' });
    instance.reset();
    expect(shown()).toBe('1 2 nothing0');
    instance.undo();
    expect(instance.pairs()).toEqual([
      ['count', '3'],
      ['name', 'x'],
    ]);
    instance.undo();
    expect(instance.pairs()).toEqual([['count', '3']]);
    instance.undo();
    expect(instance.pairs()).toEqual([]);
    expect(instance.canUndo).toBe(false);
    vi.useRealTimers();
  });

  it('takes back one press of a button or a choice at a time, however quickly they follow; typing after it is another', () => {
    const { instance, set, root, shown } = setUp();
    const press = (part: string) => root.querySelector<HTMLElement>(part)?.click();
    press('[data-part=add]');
    press('[data-part=add]');
    expect(shown()).toBe('3 6 nothing0');
    instance.undo();
    expect(shown()).toBe('2 4 nothing0');
    set({ count: 6 });
    set({ count: 7 });
    instance.undo();
    expect(shown()).toBe('2 4 nothing0');
    press('[data-part=pick] button:first-child');
    press('[data-part=pick] button:last-child');
    instance.undo();
    expect(instance.pairs()).toEqual([
      ['count', '2'],
      ['name', 'a'],
    ]);
  });

  it('does not count where a player has moved to', () => {
    const { instance, set } = setUp();
    set({ place: 4 });
    expect(instance.canUndo).toBe(false);
    expect(instance.isChanged).toBe(true);
  });
});

describe('mount', () => {
  it('lets go of what is the reader’s own at a reset, also where no setting has changed', () => {
    const letGo = vi.fn();
    let tools: Tools<State, string> | undefined;
    const { instance, drawn } = setUp({}, (given) => {
      tools = given;
      return () => {};
    });
    instance.mount();
    expect(instance.isChanged).toBe(false);
    tools?.owns(letGo);
    tools?.owns(letGo);
    expect([instance.isChanged, drawn.mock.calls.length]).toEqual([true, 1]);
    instance.reset();
    expect(letGo).toHaveBeenCalledOnce();
    tools?.owns(undefined);
    expect(instance.isChanged).toBe(false);
  });

  it('hands its resource to derive, watches the state, and is let go of', () => {
    const dispose = vi.fn();
    const watched: number[] = [];
    let tools: Tools<State, string> | undefined;
    const { instance, set, shown } = setUp({}, (given) => {
      tools = given;
      given.watch(({ count }) => void watched.push(count));
      return dispose;
    });
    instance.mount();
    tools?.provide('a picture');
    expect(shown()).toBe('1 2 a picture0');
    set({ count: 2 });
    expect(watched).toEqual([1, 2]);
    instance.dispose();
    expect(dispose).toHaveBeenCalledOnce();
    expect(tools?.signal.aborted).toBe(true);
  });
});
