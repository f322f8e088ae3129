import * as tf from '@tensorflow/tfjs-core';
import type { NtkOptions } from './empiricalNtk.ts';
import { ntkFactors, type NtkSite } from './layerNtk.ts';
import { perRow } from './tapePositionOps.ts';

/**
 * The part of the NTK of an affine map that P positions share, Σ_{p,q} (ws²·u_ip·u_jq + bs²)(δ_ip·δ_jq): by products of all
 * pairs of positions or by per-sample gradients Σ_p u_ip δ_ipᵀ and their Gram matrix, whichever takes fewer steps.
 */
export function sharedNtk(site: NtkSite, samples: number, options: NtkOptions): tf.Tensor {
  const { columns = samples, form } = options;
  const [rows, fanIn] = site.input.shape;
  const [fanOut, quantities] = site.sensitivity.shape;
  const positions = rows / samples;
  const byPairs = rows * positions * columns * (fanIn + fanOut * quantities);
  const byGradients = samples * fanIn * fanOut * quantities * (positions + columns);
  const fits = rows * positions * columns <= mostAtOnce;
  return form === 'mean' && fits && byPairs < byGradients
    ? overPairs(site, samples, columns)
    : overGradients(site, samples, columns, form);
}

/** 16 MiB of float32 for what is between. */
export const mostAtOnce = 2 ** 22;

function overPairs(site: NtkSite, samples: number, columns: number): tf.Tensor {
  const { weight, bias } = ntkFactors(site);
  const [rows] = site.input.shape;
  const positions = rows / samples;
  const delta = tf.reshape(perRow(site.sensitivity, site.input), [-1, rows]);
  const few = tf.slice(delta, [0, 0], [delta.shape[0], columns * positions]);
  const gram = tf.matMul(tf.transpose(delta), few);
  const inputs = (): tf.Tensor => {
    const others = tf.slice(site.input, [0, 0], [columns * positions, -1]);
    return tf.add(tf.mul(tf.matMul(site.input, tf.transpose(others)), weight), bias);
  };
  const terms = weight === 0 ? tf.mul(gram, bias) : tf.mul(gram, inputs());
  const overRight = tf.sum(tf.reshape(terms, [rows * columns, positions]), 1);
  return tf.sum(tf.reshape(overRight, [samples, positions, columns]), 1);
}

/** Weights in slices of their inputs, so that gradients of all samples fit. */
function overGradients(
  site: NtkSite,
  samples: number,
  columns: number,
  form: NtkOptions['form'],
): tf.Tensor {
  const { weight, bias } = ntkFactors(site);
  const [rows, fanIn] = site.input.shape;
  const [fanOut, quantities] = site.sensitivity.shape;
  const positions = rows / samples;
  // samples×positions×(out·C)
  const delta = tf.reshape(
    tf.transpose(perRow(site.sensitivity, site.input), form === 'mean' ? [2, 0, 1] : [2, 1, 0]),
    [samples, positions, fanOut * quantities],
  );
  const gramOf = (gradients: tf.Tensor): tf.Tensor =>
    gram(gradients, samples, columns, quantities, form);
  let total: tf.Tensor | undefined;
  const add = (part: () => tf.Tensor): void => {
    const before = total;
    total = tf.tidy(() => (before ? tf.add(before, part()) : part()));
    before?.dispose();
  };
  if (bias > 0) add(() => tf.mul(gramOf(tf.sum(delta, 1, true)), bias));
  if (weight > 0) {
    // samples×in×positions
    const inputs = tf.transpose(tf.reshape(site.input, [samples, positions, fanIn]), [0, 2, 1]);
    const slice = Math.max(1, Math.floor(mostAtOnce / (samples * fanOut * quantities)));
    for (let from = 0; from < fanIn; from += slice)
      add(() => {
        const some = tf.slice(inputs, [0, from, 0], [-1, Math.min(slice, fanIn - from), -1]);
        return tf.mul(gramOf(tf.matMul(some, delta)), weight);
      });
  }
  if (!total) throw new Error('an affine map that does not train has no part in the kernel');
  return total;
}

/** Gram matrix of samples×in×(out·C) gradients: N×c over all of the last two, or K×N×K×c with C·out in place of out·C. */
function gram(
  gradients: tf.Tensor,
  samples: number,
  columns: number,
  quantities: number,
  form: NtkOptions['form'],
): tf.Tensor {
  if (form === 'mean') {
    const flat = tf.reshape(gradients, [samples, -1]);
    const few = columns === samples ? flat : tf.slice(flat, [0, 0], [columns, -1]);
    return tf.matMul(flat, tf.transpose(few));
  }
  const [, fanIn = 1, both = 1] = gradients.shape;
  const apart = tf.reshape(gradients, [samples, fanIn, quantities, both / quantities]);
  const byOutput = tf.transpose(apart, [2, 0, 1, 3]);
  const left = tf.reshape(byOutput, [quantities * samples, -1]);
  const few = tf.slice(byOutput, [0, 0, 0, 0], [-1, columns, -1, -1]);
  const right = tf.reshape(few, [quantities * columns, -1]);
  return tf.reshape(tf.matMul(left, tf.transpose(right)), [
    quantities,
    samples,
    quantities,
    columns,
  ]);
}
