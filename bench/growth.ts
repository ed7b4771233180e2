// How the dual scan's seconds grow with its input, from S to C20: each size in a process of its own, cold, as `-- planner`
// measures it; the slope is that of the straight line through all of them with both axes logarithmic. Draws docs/pictures/growth.svg.

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { buildInstance } from '../src/planner/scan/build.ts';
import { generate, SCALES } from '../src/planner/scan/generate.fixture.ts';
import { drawGrowth, type Measured } from './growth-plot.ts';
import { median, type Asked, type Row } from './suite.ts';

const GROWN = ['S', 'M', 'L', 'XL', 'C5', 'C20'] as const;
/** The largest takes ten seconds and a gigabyte: fewer. */
const ROUNDS = { S: 5, M: 5, L: 5, XL: 3, C5: 3, C20: 1 } as const;
const PLOT = fileURLToPath(new URL('../docs/pictures/growth.svg', import.meta.url));

export async function growthSuite({ seed, say }: Asked): Promise<readonly Row[]> {
  const measured: (Measured & { readonly row: Row })[] = [];
  for (const name of GROWN) {
    const input = inputOf(name, seed);
    const rounds = Array.from({ length: ROUNDS[name] }, () => ourRow(name, seed));
    const seconds = median(rounds.map((row) => row.seconds));
    say(`${name}: ${input} numbers, ${seconds.toFixed(2)} s`);
    measured.push({ name, input, seconds, row: rounds.find((row) => row.seconds === seconds) as Row });
  }
  const slopes = { all: slopeOf(measured), large: slopeOf(measured.slice(2)) };
  writeFileSync(PLOT, drawGrowth(measured, slopes));
  return measured.map(({ name, input, seconds, row }) => ({
    ...row, engine: `airbridge ${name}`, size: input, seconds,
    line: `${name.padEnd(4)} ${String(input).padStart(12)} numbers  ${seconds.toFixed(2).padStart(7)} s  gap ${(100 * (row.gap ?? 0)).toFixed(3)} %${name === 'C20' ? `  slope of all ${slopes.all.toFixed(2)}, from L on ${slopes.large.toFixed(2)}` : ''}`,
  }));
}

/** Numbers that the problem is once it is laid out: rides, arrivals, options and what each option is worth to each piece of need. */
function inputOf(name: (typeof GROWN)[number], seed: number): number {
  const { slotDeparture, arrivalSlot, optionSlot, value } = buildInstance(generate({ scale: SCALES[name], seed, constraints: 'bare' }));
  return slotDeparture.length + arrivalSlot.length + optionSlot.length + value.length;
}

function ourRow(name: string, seed: number): Row {
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(new URL('./main.ts', import.meta.url)), 'planner', '--size', name, '--seed', String(seed), '--peer', 'none', '--json'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${name} was not planned: ${stderr}`);
  const [ours] = (JSON.parse(stdout) as { readonly rows: readonly Row[] }).rows;
  if (ours === undefined) throw new Error(`${name} gave no row`);
  return ours;
}

/** Least squares over the logarithms. */
function slopeOf(points: readonly Measured[]): number {
  const [xs, ys] = [points.map(({ input }) => Math.log(input)), points.map(({ seconds }) => Math.log(seconds))];
  const mean = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0) / list.length;
  const [mx, my] = [mean(xs), mean(ys)];
  return xs.reduce((sum, x, at) => sum + (x - mx) * ((ys[at] ?? 0) - my), 0) / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
}
