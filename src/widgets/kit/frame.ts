import { child, type Root } from './dom.ts';

/** The parts of a widget's body, in this order (visual.md, "A widget") but for one that a lesson puts first. */
export interface Frame {
  readonly figure: Root;
  readonly readout: Root;
  readonly controls: Root;
  readonly settings: Root;
  readonly caption: Root;
}

/** The parts that a lesson can put above a figure, where its question asks for what they do. */
export type First = 'controls' | 'settings';

/**
 * Makes the body's parts; fill those that the widget has. An unused one is left out by the style sheet.
 * `controls` is the bar for a player or the main buttons, `settings` the row of labelled fields and the legend.
 */
export function frame(root: Root): Frame {
  const part = (name: string) => child(root, 'div', name).attr('class', `widget-${name}`);
  const first = (['controls', 'settings'] as const).find((name) => root.classed(`${name}-first`));
  if (first) part(first);
  return {
    figure: part('figure'),
    readout: part('readout'),
    controls: part('controls'),
    settings: part('settings'),
    caption: part('caption'),
  };
}
