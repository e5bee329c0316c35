/** Kernels to start from, as they stand in the address; the size is that of the text. */
export const presets = {
  edge: '-1,0,1;-1,0,1;-1,0,1',
  horizontal: '-1,-1,-1;0,0,0;1,1,1',
  outline: '-1,-1,-1;-1,8,-1;-1,-1,-1',
  blur: '1,1,1;1,1,1;1,1,1',
  wideBlur: '1,4,6,4,1;4,16,24,16,4;6,24,36,24,6;4,16,24,16,4;1,4,6,4,1',
  sharpen: '0,-1,0;-1,5,-1;0,-1,0',
  emboss: '-2,-1,0;-1,1,1;0,1,2',
  same: '0,0,0;0,1,0;0,0,0',
} as const;

export type Preset = keyof typeof presets;

export const presetNames: readonly Preset[] = [
  'edge',
  'horizontal',
  'outline',
  'blur',
  'wideBlur',
  'sharpen',
  'emboss',
  'same',
];

/** Side of the field that holds a kernel. */
export const LARGEST = 5;

/** A preset's rows. */
export const presetRows = (name: Preset): readonly (readonly number[])[] =>
  presets[name].split(';').map((row) => row.split(',').map(Number));

/** A preset laid into the upper left corner of a 5×5 field. */
export function presetField(name: Preset): number[] {
  const rows = presetRows(name);
  return Array.from(
    { length: LARGEST * LARGEST },
    (_, index) => rows[Math.floor(index / LARGEST)]?.[index % LARGEST] ?? 0,
  );
}
