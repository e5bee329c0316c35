/** Classes by falling probability; equal ones keep the labels' order. */
export function ranked<Label>(
  probabilities: readonly number[],
  labels: readonly Label[],
): { label: Label; probability: number }[] {
  return labels
    .map((label, i) => ({ label, probability: probabilities[i] ?? 0 }))
    .sort((left, right) => right.probability - left.probability);
}
