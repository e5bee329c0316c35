import { defineFigure } from '../network-figure/define.ts';

/** `<network-maps>`: one layer of a network on a photo; alive once the reader came near, and computes when asked. */
defineFigure('network-maps', async () => (await import('./network-maps.ts')).NetworkMaps);
