const encoder = new TextEncoder();

/** A protobuf field of kind 2 (length-delimited): its number, the length of its bytes, the bytes. */
function field(number: number, bytes: readonly number[]): number[] {
  const head: number[] = [];
  for (let rest of [number * 8 + 2, bytes.length]) {
    for (; rest > 127; rest = Math.floor(rest / 128)) head.push((rest % 128) + 128);
    head.push(rest);
  }
  return [...head, ...bytes];
}

/**
 * Bytes that make values outputs when appended to an ONNX file. The file is one protobuf message, and a message field
 * that appears twice is merged: so one more `graph` (field 7) with nothing but `output` entries (field 12, a
 * ValueInfoProto with a name and no type) adds outputs, without reading or copying the weights.
 */
export function outputFields(names: readonly string[]): Uint8Array {
  const entries = names.flatMap((name) => field(12, field(1, [...encoder.encode(name)])));
  return Uint8Array.from(names.length > 0 ? field(7, entries) : []);
}
