// What a block is worth in the smoothed dual at the labels of the last scan: units · heat · log(weights of all ways and of
// none), which the scan itself never needs. The indices are made by build.ts and lie inside their arrays; hence `as number`.

import { ln, softplus } from '../scan/exponential.ts';
import { evenly, type ScanInstance } from '../scan/instance.ts';
import type { Labels } from '../scan/labels.ts';
import { LOST, NEAR, splitByLogarithm } from '../scan/smooth.ts';

/** @param units by piece, instead of the instance's. @returns euros */
export function softWorth(instance: ScanInstance, labels: Labels, block: number, temperature: number, units: Float64Array): number {
  const { optionStart, optionSlot, pieceStart, pieceBest, temperedStart, blockItem, problem } = instance;
  const { slotBase, optionWeight, tempered } = labels;
  const [first, end] = [optionStart[block] as number, optionStart[block + 1] as number];
  if (first === end) return 0;
  const heat = temperature * (problem.items.heat[blockItem[block] as number] as number);
  let least = Infinity;
  for (let option = first; option < end; option += 1) least = Math.min(least, slotBase[optionSlot[option] as number] as number);
  let euros = 0;
  const [firstPiece, endPiece] = [pieceStart[block] as number, pieceStart[block + 1] as number];
  const width = evenly(endPiece - firstPiece);
  for (let piece = firstPiece; piece < endPiece; piece += 1) {
    const gain = ((pieceBest[piece] as number) - least) / heat;
    if (gain < -NEAR) continue;
    let served = 0;
    for (let option = first, at = (temperedStart[block] as number) + piece - firstPiece; option < end; option += 1, at += width) served += (tempered[at] as number) * (optionWeight[option] as number);
    const log = served < LOST ? logOfLost(instance, labels, block, piece, 1 / heat) : ln(served) + gain;
    euros += (units[piece] as number) * heat * softplus(log);
  }
  return euros;
}

/** The logarithm of the weights served where products were lost: from how the unit was split. */
function logOfLost(instance: ScanInstance, labels: Labels, block: number, piece: number, perHeat: number): number {
  const all = instance.pieceUnits[piece] as number;
  const served = splitByLogarithm(instance, labels, block, piece, perHeat).reduce((sum, [, units]) => sum + units, 0);
  return served >= all ? NEAR : ln(Math.max(Number.MIN_VALUE, served / (all - served)));
}
