// Land and borders: Natural Earth by way of world-atlas. The coarse world comes with the page; the land around Europe follows
// finely when the page has been drawn, and takes the coarse one's place. Countries bear their ISO 3166-1 numbers.

import type { Feature, FeatureCollection, MultiLineString } from 'geojson';
import { useEffect, useState } from 'react';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

export interface Land {
  readonly countries: readonly Feature[];
  readonly borders: MultiLineString;
}

type Atlas = Topology<{ countries: GeometryCollection }>;

function landOf(atlas: Atlas): Land {
  const collection = feature(atlas, atlas.objects.countries) as FeatureCollection;
  return { countries: collection.features, borders: mesh(atlas, atlas.objects.countries, (a, b) => a !== b) };
}

const kept: { coarse?: Promise<Land>; fine?: Promise<Land> } = {};
const coarse = (): Promise<Land> => (kept.coarse ??= import('virtual:far-land').then((atlas) => landOf(atlas.default as Atlas)));
const fine = (): Promise<Land> => (kept.fine ??= import('virtual:near-land').then((atlas) => landOf(atlas.default as Atlas)));

/** Each country once, as finely as it is known; borders as fine as they come, for the coarse ones would lie beside them. */
function together(coarser: Land, finer: Land): Land {
  const known = new Set(finer.countries.map(({ id }) => id));
  return { countries: [...coarser.countries.filter(({ id }) => !known.has(id)), ...finer.countries], borders: finer.borders };
}

/** null until the first shapes are there. */
export function useLand(): { readonly near: Land | null; readonly far: Land | null } {
  const [near, setNear] = useState<Land | null>(null);
  const [far, setFar] = useState<Land | null>(null);
  useEffect(() => {
    let gone = false;
    const load = async (): Promise<void> => {
      const first = await coarse();
      if (gone) return;
      setFar(first);
      setNear((held) => held ?? first);
      const second = await fine();
      if (!gone) setNear(together(first, second));
    };
    void load();
    return () => {
      gone = true;
    };
  }, []);
  return { near, far };
}

/** ISO 3166-1 alpha-2 → number, of the countries whose borders an operation in Europe may find closed. */
const NUMBERS: Readonly<Record<string, string>> = {
  AL: '008', AT: '040', BA: '070', BE: '056', BG: '100', CH: '756', CY: '196', CZ: '203', DE: '276', DK: '208', EE: '233', ES: '724', FI: '246', FR: '250', GB: '826', GR: '300', HR: '191', HU: '348', IE: '372', IS: '352',
  IT: '380', LI: '438', LT: '440', LU: '442', LV: '428', ME: '499', MK: '807', MT: '470', NL: '528', NO: '578', PL: '616', PT: '620', RO: '642', RS: '688', SE: '752', SI: '705', SK: '703', TR: '792', UA: '804',
};
export const countryShape = (land: Land, area: string): Feature | undefined => land.countries.find(({ id }) => id !== undefined && String(id).padStart(3, '0') === NUMBERS[area]);
