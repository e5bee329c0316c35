import type { Translated } from '../../state/locale.ts';
import type { Unreadable } from './parse.ts';
import { format, type Text } from './text.ts';

/** The sentences that every kind shares. */
export interface KitWords {
  /** A cell of a grid, rows and columns counted from 1. */
  cell(row: number, column: number): string;
  /** A cell of a grid with a single row or column. */
  place(place: number): string;
  /** A field within its part: "Output, row 1, column 2". */
  within(part: string, field: string): string;
  readonly correct: { readonly head: string; readonly text: string };
  /** Nothing wrong so far, some fields empty. */
  open(right: number, empty: number): string;
  slips: {
    /** Several wrong rules give just what was typed. */
    several(count: number): string;
    /** Several wrong rules give the same part of it. */
    severalPartly(count: number): string;
    /** One rule explains all that is wrong; `count` fields. */
    explainsAll(count: number): string;
    explainsSome(explained: number, wrong: number): string;
    compare(field: string): string;
  };
  readonly unexplained: {
    head(field: string): string;
    readonly withWorking: string;
    readonly without: string;
  };
  readonly did: string;
  readonly is: string;
  readonly cutOff: { readonly head: string; text(places: number): Text };
  readonly unreadable: {
    head(field: string): string;
    /** Why, and what to type instead; `example` suits the field, `readings` are the two ways to read it. */
    readonly why: Readonly<Record<Unreadable, (example: string, readings: readonly string[]) => string>>;
    readonly notCounted: string;
    more(count: number): string;
    readonly examples: { readonly integer: string; readonly decimal: string; readonly fraction: string };
  };
}

const readable = (text: string): string => text.replace('-', '−');

export const kitWords: Translated<KitWords> = {
  en: {
    cell: (row, column) => `row ${row}, column ${column}`,
    place: (place) => `place ${place}`,
    within: (part, field) => `${part}, ${field}`,
    correct: { head: 'Right.', text: 'Every field is as it should be.' },
    open: (right, empty) => {
      const fields = empty === 1 ? 'One field is still empty.' : `${empty} fields are still empty.`;
      return right === 0 ? fields : `Right so far. ${fields}`;
    },
    slips: {
      several: (count) => `${count === 2 ? 'Two' : count} different slips give just this answer.`,
      severalPartly: (count) => `${count === 2 ? 'Two' : count} different slips give a part of this answer.`,
      explainsAll: (count) =>
        count === 1 ? '' : `This explains ${count === 2 ? 'both' : `all ${count}`} wrong fields.`,
      explainsSome: (explained, wrong) =>
        `This explains ${explained} of the ${wrong} wrong fields; the others have another cause.`,
      compare: (field) => `${field}:`,
    },
    unexplained: {
      head: (field) => `Not right: ${field}.`,
      withWorking: 'This is what belongs there; work it out once more.',
      without: 'Look at it once more, or take a hint.',
    },
    did: 'you have',
    is: 'it is',
    cutOff: {
      head: 'Cut off instead of rounded.',
      text: (places) => `Look at the digit after place ${places}: from 5 on, the last digit kept goes up by one.`,
    },
    unreadable: {
      head: (field) => `Cannot be read: ${field}`,
      why: {
        empty: (example) => `Type ${example}.`,
        'too-long': (example) => `That is too long for an answer. Type ${example}.`,
        exponent: (example) => `Write the number out, without an exponent: ${example}.`,
        raised: (example) => `Work the power out and type the result: ${example}.`,
        letters: (example) => `Type digits only: ${example}.`,
        percent: (example) => `Write a percentage as a number, 0.5 for 50 %. Type ${example}.`,
        'several-numbers': (example) => `There is more than one number here. Type one: ${example}.`,
        'several-signs': (example) => `One sign, in front of the number, is enough: ${example}.`,
        'several-points': (example) => `There is more than one point or comma here. Type ${example}.`,
        'two-readings': (_, [first = '', second = '']) =>
          `This can be read as ${format(Number(first))} or as ${readable(second)}. Type ${readable(first)} or ${readable(second)}.`,
        'fraction-form': () => 'Write a fraction as two whole numbers with one stroke, with the sign in front: −1/2.',
        'zero-denominator': () => 'Nothing can be divided by zero.',
        symbol: (example) => `Type ${example}.`,
        'not-an-option': () => 'Choose one of the options.',
      },
      notCounted: 'It is not counted as wrong.',
      more: (count) => (count === 1 ? 'One more field cannot be read.' : `${count} more fields cannot be read.`),
      examples: {
        integer: 'a whole number such as 4 or −4',
        decimal: 'a number such as 0.5 or −0.5',
        fraction: 'a fraction such as 3/8, or a whole number',
      },
    },
  },
  zh: {
    cell: (row, column) => `第${row}行第${column}列`,
    place: (place) => `第${place}个`,
    within: (part, field) => `${part}，${field}`,
    correct: { head: '正确。', text: '每一格都对。' },
    open: (right, empty) => `${right === 0 ? '' : '目前都对。'}还有${empty}格没填。`,
    slips: {
      several: (count) => `有${count === 2 ? '两' : count}种不同的错法都会得出这个答案。`,
      severalPartly: (count) => `有${count === 2 ? '两' : count}种不同的错法都会得出其中一部分。`,
      explainsAll: (count) => (count === 1 ? '' : `${count}处错误都是这个原因。`),
      explainsSome: (explained, wrong) => `${wrong}处错误中，有${explained}处是这个原因，其余另有原因。`,
      compare: (field) => `对比一下${field}：`,
    },
    unexplained: {
      head: (field) => `这里不对：${field}。`,
      withWorking: '这里应该这样算，请再算一遍。',
      without: '再看一看，或者看一条提示。',
    },
    did: '你算的是',
    is: '应该是',
    cutOff: {
      head: '直接截断了，没有四舍五入。',
      text: (places) => `看小数点后第${places}位的下一位：满5，保留的最后一位就要加1。`,
    },
    unreadable: {
      head: (field) => `无法识别：${field}`,
      why: {
        empty: (example) => `请填${example}。`,
        'too-long': (example) => `作为答案太长了。请填${example}。`,
        exponent: (example) => `请写成普通的数，不要用指数：${example}。`,
        raised: (example) => `请把乘方算出来，填结果：${example}。`,
        letters: (example) => `只填数字：${example}。`,
        percent: (example) => `百分数请写成小数，例如50%写成0.5。请填${example}。`,
        'several-numbers': (example) => `这里不止一个数。请只填一个：${example}。`,
        'several-signs': (example) => `正负号只要一个，写在数的前面：${example}。`,
        'several-points': (example) => `这里的小数点或逗号不止一个。请填${example}。`,
        'two-readings': (_, [first = '', second = '']) =>
          `它既可以读作${format(Number(first))}，也可以读作${readable(second)}。请写成${readable(first)}或${readable(second)}。`,
        'fraction-form': () => '分数请写成两个整数，中间一条斜线，负号放在最前面：−1/2。',
        'zero-denominator': () => '分母不能是零。',
        symbol: (example) => `请填${example}。`,
        'not-an-option': () => '请从选项中选一个。',
      },
      notCounted: '这不算错。',
      more: (count) => `还有${count}格无法识别。`,
      examples: {
        integer: '一个整数，例如4或−4',
        decimal: '一个数，例如0.5或−0.5',
        fraction: '一个分数，例如3/8，或者整数',
      },
    },
  },
};
