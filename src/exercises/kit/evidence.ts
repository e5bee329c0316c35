/** How what was typed stands to a wrong rule; only fields that can be read count. */
export interface Agreement {
  readonly fields: number;
  readonly wrong: number;
  /** How many fields the rule does not give: wrong ones, and right ones that it would have spoilt. */
  readonly missed: number;
  /** For each wrong field that it gives, how likely its value is there by chance. */
  readonly chances: readonly number[];
}

/**
 * How many times likelier an answer is by a wrong rule than by chance, for the better of two ways to follow it:
 * throughout, with other slips; or here and there, where the rest of the wrong fields is chance. How many fields are
 * off is left open in each, so just these fields are as likely as any others of the same number.
 */
export function evidence({ fields, wrong, missed, chances }: Agreement): number {
  const throughout = waysToChoose(wrong, fields) / waysToChoose(missed, fields);
  const hereAndThere = 1 / waysToChoose(chances.length, wrong);
  return Math.max(throughout, hereAndThere) / chances.reduce((product, chance) => product * chance, 1);
}

const waysToChoose = (chosen: number, of: number): number =>
  chosen === 0 ? 1 : (waysToChoose(chosen - 1, of - 1) * of) / chosen;
