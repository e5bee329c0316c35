/** As much of protobuf as ONNX files need: fields with a number, a length and bytes, or a whole number. */
export interface Field {
  readonly number: number;
  /** Bytes, or a whole number. */
  readonly value: Uint8Array | number;
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return [...bytes, value];
}

/** A message of fields: a text, whole number, bytes, or the parts of an inner message. */
export function message(...fields: (readonly [number: number, value: string | number | Uint8Array])[]): Uint8Array {
  const parts = fields.map(([number, value]) => {
    if (typeof value === 'number') return Uint8Array.from([...varint(number * 8), ...varint(value)]);
    const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
    return Buffer.concat([Uint8Array.from([...varint(number * 8 + 2), ...varint(bytes.length)]), bytes]);
  });
  return Buffer.concat(parts);
}

/** A float field (fixed 32 bits). */
export const float = (number: number, value: number): Uint8Array =>
  Buffer.concat([Uint8Array.from(varint(number * 8 + 5)), new Uint8Array(Float32Array.of(value).buffer)]);

/** The fields of a message in their order. */
export function fields(bytes: Uint8Array): Field[] {
  const found: Field[] = [];
  let at = 0;
  const read = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++] ?? 0;
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const key = read();
    const number = Math.floor(key / 8);
    if (key % 8 === 0) found.push({ number, value: read() });
    else {
      const length = key % 8 === 5 ? 4 : key % 8 === 1 ? 8 : read();
      found.push({ number, value: bytes.subarray(at, at + length) });
      at += length;
    }
  }
  return found;
}

/** The byte values of all fields of a number. */
export const all = (bytes: Uint8Array, number: number): Uint8Array[] =>
  fields(bytes).flatMap((field) => (field.number === number && field.value instanceof Uint8Array ? [field.value] : []));

/** The first text of a number, or ''. */
export const textOf = (bytes: Uint8Array, number: number): string =>
  new TextDecoder().decode(all(bytes, number)[0] ?? new Uint8Array());
