/** Bytes of onnxruntime-web's three binaries, as the page tells them before one is fetched; a test holds them to the files. */
export const runtimeBytes = { jspi: 16_758_545, asyncify: 26_781_914, wasm: 14_239_897 } as const;
