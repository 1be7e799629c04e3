import { z } from 'zod';
import { categories, scopes } from '../../tickets/index.js';
import { featureTable, type FeatureTable } from './feature-table.js';
import { heads, outputCount } from './heads.js';
import type { Network } from './network.js';
import { createVectorise, type Vectorise } from './vector.js';

/** A trained network with what is needed to use it. */
export interface IntakeModel {
  /** Digest of the messages that it was trained from. */
  readonly corpus: string;
  readonly features: FeatureTable;
  readonly vectorise: Vectorise;
  readonly network: Network;
  /** By head: how far its shares are evened out, so that they are honest. */
  readonly temperatures: readonly number[];
}

/** A file that holds no model, or one that this release cannot use. To be read after the file's name. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError';
}

/** Raised whenever a feature or a head changes its meaning: older files are then refused. */
const format = 'campusdesk-intake-1';

const headerShape = z.object({
  format: z.literal(format),
  corpus: z.string(),
  labels: z.literal([...categories, ...scopes].join(' ')),
  features: z.number().int().min(1).max(1_000_000),
  hidden: z.number().int().min(1).max(1_000),
  largest: z.number().positive(),
  temperatures: z.array(z.number().positive()).length(heads.length),
});

/** Steps to each side of zero that a weight of eight bits has. */
const steps = 127;
const headerEnd = 10;
const longestHeader = 10_000;

/**
 * The bytes of a model's file: one line of JSON, then hashes, inner weights in eight bits, and the small tables.
 * The weights of eight bits lie closer together near zero, where most of them are.
 */
export function encodeModel(model: Omit<IntakeModel, 'vectorise'>): Uint8Array {
  const { corpus, features, network, temperatures } = model;
  const { hiddenCount, inner, innerBias, outer, outerBias } = network;
  const largest = inner.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6);
  const header: z.infer<typeof headerShape> = {
    format,
    corpus,
    labels: headerShape.shape.labels.value,
    features: features.hashes.length,
    hidden: hiddenCount,
    largest,
    temperatures: [...temperatures],
  };
  const head = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const sizes = sizesOf(header);
  const bytes = new Uint8Array(head.length + sizes.total);
  bytes.set(head);
  const view = new DataView(bytes.buffer, head.length);
  features.hashes.forEach((hash, at) => {
    view.setUint32(4 * at, hash, true);
  });
  inner.forEach((weight, at) => {
    const step = Math.round(Math.sqrt(Math.abs(weight) / largest) * steps);
    view.setInt8(sizes.hashes + at, weight < 0 ? -step : step);
  });
  [...innerBias, ...outer, ...outerBias].forEach((weight, at) => {
    view.setFloat32(sizes.hashes + sizes.inner + 4 * at, weight, true);
  });
  return bytes;
}

/** Reads a model's file. @throws ModelFileError */
export function parseModel(bytes: Uint8Array): IntakeModel {
  const end = bytes.subarray(0, longestHeader).indexOf(headerEnd);
  const header = headerOf(new TextDecoder().decode(bytes.subarray(0, Math.max(0, end))));
  const sizes = sizesOf(header);
  if (bytes.length !== end + 1 + sizes.total) throw new ModelFileError('is cut off or damaged');
  const view = new DataView(bytes.buffer, bytes.byteOffset + end + 1);
  // Plain loops: what is called for each number costs milliseconds before the engine has made it quick.
  const hashes = new Uint32Array(header.features);
  for (let at = 0; at < hashes.length; at += 1) hashes[at] = view.getUint32(4 * at, true);
  const small = new Float32Array(sizes.small);
  for (let at = 0; at < small.length; at += 1)
    small[at] = view.getFloat32(sizes.hashes + sizes.inner + 4 * at, true);
  const features = featureTable(hashes);
  const { hidden: hiddenCount } = header;
  const outerEnd = hiddenCount + hiddenCount * outputCount;
  return {
    corpus: header.corpus,
    features,
    vectorise: createVectorise(features),
    network: {
      hiddenCount,
      inner: innerWeights(view, sizes, header.largest),
      innerBias: small.slice(0, hiddenCount),
      outer: small.slice(hiddenCount, outerEnd),
      outerBias: small.slice(outerEnd),
    },
    temperatures: header.temperatures,
  };
}

function headerOf(line: string): z.infer<typeof headerShape> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new ModelFileError('is no model of this service');
  }
  const header = headerShape.safeParse(value);
  if (!header.success) throw new ModelFileError('was made by another release: train it anew');
  return header.data;
}

interface Sizes {
  /** Bytes. */
  readonly hashes: number;
  readonly inner: number;
  readonly total: number;
  /** Numbers of four bytes at the end. */
  readonly small: number;
}

function sizesOf({ features, hidden }: { features: number; hidden: number }): Sizes {
  const hashes = 4 * features;
  const inner = features * hidden;
  const small = hidden + hidden * outputCount + outputCount;
  return { hashes, inner, small, total: hashes + inner + 4 * small };
}

function innerWeights(view: DataView, sizes: Sizes, largest: number): Float32Array {
  const weights = new Float32Array(2 * steps + 2);
  for (let step = -steps; step <= steps; step += 1)
    weights[step + steps] = Math.sign(step) * (step / steps) ** 2 * largest;
  const coarse = new Int8Array(view.buffer, view.byteOffset + sizes.hashes, sizes.inner);
  const inner = new Float32Array(coarse.length);
  for (let at = 0; at < coarse.length; at += 1) inner[at] = weights[(coarse[at] ?? 0) + steps] ?? 0;
  return inner;
}
