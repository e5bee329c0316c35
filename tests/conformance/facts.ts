/** A number of a lesson that no calculation gives: what it counts, and where that is written. */
export interface Fact {
  readonly number: number;
  readonly lesson: string;
  readonly what: string;
  readonly source: string;
}

export const facts: readonly Fact[] = [
  {
    number: 1_281_167,
    lesson: 'images',
    what: 'training pictures of ILSVRC-2012',
    source:
      'O. Russakovsky et al., ImageNet Large Scale Visual Recognition Challenge, 2015, table 2: arxiv.org/abs/1409.0575',
  },
];
