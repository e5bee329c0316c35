/** Medians and tables of what was measured. */

/** The value below which a part of the values lies, between two neighbours in proportion. NaN of nothing. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  const at = (sorted.length - 1) * part;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The median, and the quartiles in brackets. */
export const spread = (values: readonly number[]): string =>
  `${median(values).toFixed(2)} [${quantile(values, 0.25).toFixed(2)}, ${quantile(values, 0.75).toFixed(2)}]`;

/** Whole numbers with their thousands marked. */
export const whole = (value: number): string => value.toLocaleString('en-GB');

/** Prints a table: the first column to the left, the others to the right. */
export function printTable(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    widths
      .map((width, column) =>
        column === 0 ? (cells[column] ?? '').padEnd(width) : (cells[column] ?? '').padStart(width),
      )
      .join('   ');
  console.log([`\n${title}`, line(head), ...rows.map(line)].join('\n'));
}
