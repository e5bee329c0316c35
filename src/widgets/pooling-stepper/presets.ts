/** Inputs to start from, as they stand in the address. All are 6×6. */
export const picturePresets = {
  mixed: '1,4,0,2,3,1;2,3,5,1,0,6;0,2,1,8,2,1;3,1,2,4,7,0;5,0,1,2,3,4;2,6,3,0,1,9',
  line: '0,0,9,0,0,0;0,0,9,0,0,0;0,0,9,0,0,0;0,0,9,0,0,0;0,0,9,0,0,0;0,0,9,0,0,0',
  negative: '-3,-1,2,-4,0,-2;-2,-5,1,-3,-6,-1;4,-2,-7,-1,-2,3;-1,-3,-2,-8,5,-4;-6,2,-4,-2,-1,-3;-2,-1,-5,3,-4,-2',
} as const;

export type PicturePreset = keyof typeof picturePresets;

export const PRESET_SIZE = 6;

export const picturePresetNames: readonly PicturePreset[] = ['mixed', 'line', 'negative'];

/** The numbers of a preset, row by row. */
export const picturePresetNumbers = (name: PicturePreset): readonly number[] =>
  picturePresets[name].split(/[,;]/).map(Number);
