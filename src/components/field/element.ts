import { defineFigure } from '../network-figure/define.ts';

/** `<field-measure>`: the effective receptive field of a layer; alive once the reader came near, and measures when asked. */
defineFigure('field-measure', async () => (await import('./field-measure.ts')).FieldMeasure);
