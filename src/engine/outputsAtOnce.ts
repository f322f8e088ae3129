import type { NtkOptions } from './empiricalNtk.ts';

/** How many outputs are taken back through the network at once, for kernels of `form` on N rows. */
export function outputsAtOnce({ outputs, form }: NtkOptions, rows: number, widest: number): number {
  if (form === 'full') return outputs;
  return Math.max(1, Math.min(outputs, Math.floor(mostAtOnce / (rows * widest))));
}

/** 64 MiB of float32: half of what WebGPU binds at least, and a few of them fit into WASM's memory. */
const mostAtOnce = 2 ** 24;
