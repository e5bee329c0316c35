/** Kernels and pictures to start from, as they stand in the address. All are 3×3 and 5×5. */
export const kernelPresets = {
  pattern: '-1,-1,1;1,-1,1;-1,1,-1',
  negative: '1,1,-1;-1,1,-1;1,-1,1',
  edge: '-1,0,1;-1,0,1;-1,0,1',
  blur: '0,0.2,0;0.2,0.2,0.2;0,0.2,0',
  sharpen: '0,-1,0;-1,5,-1;0,-1,0',
  emboss: '-2,-1,0;-1,1,1;0,1,2',
} as const;

export const picturePresets = {
  tick: '-1,-1,-1,-1,1;-1,-1,-1,-1,1;1,-1,-1,1,-1;-1,1,-1,1,-1;-1,-1,1,-1,-1',
  step: '1,1,5,5,5;1,1,5,5,5;1,1,5,5,5;1,1,5,5,5;1,1,5,5,5',
  dot: '0,0,0,0,0;0,0,0,0,0;0,0,1,0,0;0,0,0,0,0;0,0,0,0,0',
  ramp: '0,1,2,3,4;1,2,3,4,5;2,3,4,5,6;3,4,5,6,7;4,5,6,7,8',
} as const;

export type KernelPreset = keyof typeof kernelPresets;
export type PicturePreset = keyof typeof picturePresets;

export const KERNEL_PRESET_SIZE = 3;
export const PICTURE_PRESET_SIZE = 5;

export const kernelPresetNames: readonly KernelPreset[] = ['pattern', 'negative', 'edge', 'blur', 'sharpen', 'emboss'];
export const picturePresetNames: readonly PicturePreset[] = ['tick', 'step', 'dot', 'ramp'];

const numbers = (text: string): readonly number[] => text.split(/[,;]/).map(Number);

export const kernelPresetNumbers = (name: KernelPreset): readonly number[] => numbers(kernelPresets[name]);
export const picturePresetNumbers = (name: PicturePreset): readonly number[] => numbers(picturePresets[name]);
