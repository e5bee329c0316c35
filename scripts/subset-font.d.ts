/** The part of the package `subset-font`, which brings no types, that store-fonts.ts uses. */
declare module 'subset-font' {
  /** @returns the font with the glyphs of `text` alone */
  export default function subset(font: Buffer, text: string, options: { targetFormat: 'woff2' }): Promise<Buffer>;
}
