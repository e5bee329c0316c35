import type { Module } from './torch-modules.ts';

/** What a snippet's expression is, as far as its shape can be known without running it. */
export type Value =
  | { readonly kind: 'tensor'; readonly shape: readonly number[] }
  | Module
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'unknown' };

export const unknown: Value = { kind: 'unknown' };
export const tensorOf = (shape: readonly number[]): Value => ({ kind: 'tensor', shape });
