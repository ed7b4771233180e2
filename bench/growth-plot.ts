// The plot of growth as SVG: seconds over input, both logarithmic, with the line of slope 1 through the smallest for the eye.

export interface Measured {
  readonly name: string;
  readonly input: number;
  readonly seconds: number;
}

const [WIDTH, HEIGHT] = [720, 440];
const ROOM = { left: 72, right: 40, top: 48, bottom: 64 } as const;

/** @param slopes of all points, and of those from the third on, where the start of a process no longer counts. */
export function drawGrowth(points: readonly Measured[], slopes: { readonly all: number; readonly large: number }): string {
  const xs = decades(points.map(({ input }) => input));
  const ys = decades(points.map(({ seconds }) => seconds));
  const x = (value: number): number => ROOM.left + ((Math.log10(value) - xs.from) / (xs.to - xs.from)) * (WIDTH - ROOM.left - ROOM.right);
  const y = (value: number): number => HEIGHT - ROOM.bottom - ((Math.log10(value) - ys.from) / (ys.to - ys.from)) * (HEIGHT - ROOM.top - ROOM.bottom);
  const at = (value: number): string => value.toFixed(1);
  const first = points[0] ?? { name: '', input: 1, seconds: 1 };
  const far = Math.min(10 ** xs.to, (first.input * 10 ** ys.to) / first.seconds);
  const grid = [
    ...ticks(xs).map((value) => `<line x1="${at(x(value))}" y1="${ROOM.top}" x2="${at(x(value))}" y2="${HEIGHT - ROOM.bottom}"/><text x="${at(x(value))}" y="${HEIGHT - ROOM.bottom + 20}" text-anchor="middle">${short(value)}</text>`),
    ...ticks(ys).map((value) => `<line x1="${ROOM.left}" y1="${at(y(value))}" x2="${WIDTH - ROOM.right}" y2="${at(y(value))}"/><text x="${ROOM.left - 10}" y="${at(y(value) + 4)}" text-anchor="end">${value} s</text>`),
  ];
  // Neighbours lie close: every other label stands below its dot.
  const dots = points.map(({ name, input, seconds }, index) => {
    const [by, anchor] = index % 2 === 0 && index < points.length - 1 ? [{ x: 10, y: 18 }, 'start'] : [{ x: -10, y: -9 }, 'end'];
    return `<circle cx="${at(x(input))}" cy="${at(y(seconds))}" r="5"/><text x="${at(x(input) + by.x)}" y="${at(y(seconds) + by.y)}" text-anchor="${anchor}">${name} ${seconds.toFixed(2)} s</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title">
<title id="title">Seconds to a certified gap of 0.5 % against numbers in the input, from ${first.name} to ${points.at(-1)?.name ?? ''}: slope ${slopes.all.toFixed(2)}</title>
<style>text{font:13px sans-serif;fill:#3d4a57}.head{font-size:15px;fill:#16202a}.grid line{stroke:#d9dee3}.one{stroke:#8a96a3;stroke-dasharray:5 5}.dots circle{fill:#0b5f8a}.dots text{fill:#16202a}.line{fill:none;stroke:#0b5f8a;stroke-width:2}</style>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<text class="head" x="${ROOM.left}" y="26">Seconds to a certified gap of 0.5 %: slope ${slopes.all.toFixed(2)}, from ${points[2]?.name ?? ''} on ${slopes.large.toFixed(2)}</text>
<g class="grid">${grid.join('\n')}</g>
<line class="one" x1="${at(x(first.input))}" y1="${at(y(first.seconds))}" x2="${at(x(far))}" y2="${at(y((first.seconds * far) / first.input))}"/><text x="${at(x(far) - 8)}" y="${at(y((first.seconds * far) / first.input) + 18)}" text-anchor="end">slope 1</text>
<polyline class="line" points="${points.map(({ input, seconds }) => `${at(x(input))},${at(y(seconds))}`).join(' ')}"/>
<g class="dots">${dots.join('\n')}</g>
<text x="${(ROOM.left + WIDTH - ROOM.right) / 2}" y="${HEIGHT - 16}" text-anchor="middle">numbers in the input: rides, arrivals, options, values</text>
</svg>
`;
}

interface Decades {
  readonly from: number;
  readonly to: number;
}

const decades = (values: readonly number[]): Decades => ({ from: Math.floor(Math.log10(Math.min(...values))), to: Math.ceil(Math.log10(Math.max(...values))) });
const ticks = ({ from, to }: Decades): number[] => Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index));
const short = (value: number): string => (value >= 1e6 ? `${value / 1e6} million` : value >= 1e3 ? `${value / 1e3} thousand` : String(value));
