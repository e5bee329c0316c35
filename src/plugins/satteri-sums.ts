import { defineMdastPlugin } from 'satteri';

/** A blank beside a sign that stands between two numbers: "8 − 1 = 7". */
const INSIDE_A_SUM = /(?<=[\d)]) (?=[+−×=] ?[(−\d])|(?<=[\d)] ?[+−×=]) (?=[(−\d])/g;

/** Keeps a sum in running text on one line: the blanks around its signs do not break. */
export const satteriSums = defineMdastPlugin({
  name: 'sums',
  text: (node) => {
    const value = node.value.replaceAll(INSIDE_A_SUM, '\u00a0');
    return value === node.value ? undefined : { ...node, value };
  },
});
