import { getCollection, getEntry } from 'astro:content';
import type { Locale } from '@/i18n/index.ts';
import { megabytes } from '@/i18n/quantities.ts';
import { runtimeBytes } from '@/runtime/sizes.ts';
import { type LayerRow, layerRows } from '../networks/rows.ts';

/** What a lesson gives a figure that runs a network. */
export interface FigureProps {
  /** A manifest of content/networks. */
  id: string;
  /** The layer to begin with: one that the figure can show. */
  layer: string;
  /** A sample photo of public/pictures. */
  picture: string;
  /** Given where there is no lesson. */
  locale?: Locale;
}

/** Which layers a figure can show, and what they are called where another one is asked for. */
interface Choice {
  readonly component: string;
  readonly layers: string;
  readonly shows: (row: LayerRow) => boolean;
}

/**
 * What is known of a figure's network, layer and photo when the page is built.
 * @throws Error naming the lesson and the component, where one of them does not exist.
 */
export async function figureFacts(
  { id, layer, picture, ...given }: FigureProps,
  lesson: App.Locals['lesson'],
  { component, layers, shows }: Choice,
) {
  const locale = given.locale ?? lesson?.locale ?? 'en';
  const where = `${lesson ? `content/lessons/${locale}/${lesson.slug}.mdx` : 'This page'}, <${component} id="${id}">`;
  const network = await getEntry('networks', id);
  if (!network) throw new Error(`${where}: there is no content/networks/${id}.json.`);
  const rows = layerRows(network.data.layers, network.data.input.shape).filter(shows);
  const row = rows.find(({ name }) => name === layer);
  if (!row)
    throw new Error(`${where}: "${layer}" is none of its ${layers}: ${rows.map(({ name }) => name).join(', ')}.`);
  const photos = (await getCollection('pictures')).map(({ data }) => data);
  const photo = photos.find((each) => each.file === picture);
  if (!photo)
    throw new Error(
      `${where}: "${picture}" is none of the sample photos: ${photos.map((each) => each.file).join(', ')}.`,
    );
  const [file] = network.data.files;
  return {
    locale,
    network: network.data,
    rows,
    row,
    photos,
    photo,
    /** What is loaded once the reader asks, in words: the network, and the program that runs it by backend. */
    download: file ? megabytes(file.bytes) : '',
    runtime: {
      wasm: megabytes(runtimeBytes.wasm),
      jspi: megabytes(runtimeBytes.jspi),
      asyncify: megabytes(runtimeBytes.asyncify),
    },
  };
}
