import { expect, it } from 'vitest';
import { outputFields } from '@/runtime/outputs.ts';
import { readOnnx } from '../../onnx/read.ts';
import { read } from './networks.ts';

const file = read('public/networks/resnet18.onnx');

it('adds outputs to a file and leaves the rest of it as it was', () => {
  const plain = readOnnx(file);
  const names = plain.nodes.slice(0, -1).map(({ name }) => name);
  const opened = readOnnx(Buffer.concat([file, outputFields(names)]));
  expect(opened.outputs).toEqual(['logits', ...names]);
  expect(opened.nodes).toEqual(plain.nodes);
  expect(opened.weights).toEqual(plain.weights);
});

it('writes the bytes that protobuf writes', () => {
  expect([...outputFields(['ab'])]).toEqual([0x3a, 6, 0x62, 4, 0x0a, 2, 0x61, 0x62]);
  // 200 bytes of name: every length takes two bytes (128 + 72, 1).
  expect([...outputFields(['x'.repeat(200)])].slice(0, 9)).toEqual([0x3a, 206, 1, 0x62, 203, 1, 0x0a, 200, 1]);
});

it('adds nothing where nothing is asked for', () => expect(outputFields([])).toHaveLength(0));
