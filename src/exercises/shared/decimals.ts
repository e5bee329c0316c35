/** A decimal as it is meant, without what binary numbers add, and without a negative zero. */
export const exact = (value: number): number => Number(value.toFixed(6)) + 0;
