import { sampleAddress } from '../kit/picture-source.ts';

/** Side of the small copies of the samples: what the networks are given of them. */
const SMALL = 32;

/** Where a sample is: its small copy, a fourteenth of the photo's bytes, as long as that has pixels enough. */
export const pictureAddress = (name: string, side: number): string =>
  sampleAddress(side <= SMALL ? `${SMALL}/${name}.png` : `${name}.jpg`);
