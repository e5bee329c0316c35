import type { Fault } from './words.ts';

/** Why a picture did not come; its sentence stands in words.ts. */
export class FaultError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault, cause?: unknown) {
    super(fault, { cause });
    this.name = 'FaultError';
    this.fault = fault;
  }
}
