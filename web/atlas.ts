// The land of the maps, cut out of Natural Earth when the pages are built, so that a reader is sent what is drawn and no more. The
// world comes at 1:110 million, without the names and the coasts that the pages do not use; the land around Europe at 1:50 million,
// countries whole, but only the polygons that touch the window. Not part of the page: the bundler runs it (vite.config.ts).

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';

type Atlas = Topology<{ countries: GeometryCollection }>;

/** Degrees. */
const WINDOW = { west: -26, east: 46, south: 30, north: 67 } as const;

const touches = (ring: readonly Position[]): boolean => {
  const [xs, ys] = [ring.map(([x = 0]) => x), ring.map(([, y = 0]) => y)];
  return Math.max(...xs) >= WINDOW.west && Math.min(...xs) <= WINDOW.east && Math.max(...ys) >= WINDOW.south && Math.min(...ys) <= WINDOW.north;
};

/** The polygons of a country that touch the window, as lists of its arcs. */
function polygonsIn(atlas: Atlas, country: Polygon | MultiPolygon): number[][][] {
  const shape = feature(atlas, country);
  if (shape.type !== 'Feature') return [];
  const { geometry } = shape;
  const drawn = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  const arcs = country.type === 'Polygon' ? [country.arcs] : country.arcs;
  return arcs.filter((_, index) => touches(drawn[index]?.[0] ?? []));
}

/** Countries by number and shape. */
function bare(atlas: Atlas): Atlas {
  const geometries = atlas.objects.countries.geometries.map(({ properties: _named, ...country }) => country);
  return { ...atlas, objects: { countries: { type: 'GeometryCollection', geometries } } };
}

function around(atlas: Atlas): Atlas {
  const numbers = new Map<number, number>();
  // A negative number is the arc read backwards: ~n.
  const renumber = (arc: number): number => {
    const own = arc < 0 ? ~arc : arc;
    const number = numbers.get(own) ?? numbers.size;
    numbers.set(own, number);
    return arc < 0 ? ~number : number;
  };
  const geometries = atlas.objects.countries.geometries.flatMap((country) => {
    if (country.type !== 'Polygon' && country.type !== 'MultiPolygon') return [];
    const arcs = polygonsIn(atlas, country).map((polygon) => polygon.map((ring) => ring.map(renumber)));
    return arcs.length === 0 ? [] : [{ type: 'MultiPolygon' as const, id: country.id, arcs }];
  });
  return { ...atlas, objects: { countries: { type: 'GeometryCollection', geometries } }, arcs: [...numbers.keys()].map((number) => atlas.arcs[number] ?? []) };
}

const require = createRequire(import.meta.url);
const PIECES: Readonly<Record<string, { readonly file: string; readonly cut: (atlas: Atlas) => Atlas }>> = {
  'virtual:far-land': { file: require.resolve('world-atlas/countries-110m.json'), cut: bare },
  'virtual:near-land': { file: require.resolve('world-atlas/countries-50m.json'), cut: around },
};

export const atlas = (): Plugin => ({
  name: 'atlas',
  resolveId: (id) => (PIECES[id] === undefined ? undefined : `\0${id}`),
  load: (id) => {
    const piece = PIECES[id.replace('\0', '')];
    if (piece === undefined) return undefined;
    const whole = JSON.parse(readFileSync(piece.file, 'utf8')) as Atlas;
    return `export default JSON.parse(${JSON.stringify(JSON.stringify(piece.cut(whole)))})`;
  },
});
