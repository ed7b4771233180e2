// The shortest way over the earth's surface. Spherical (haversine); against the ellipsoid it is off by half a percent at most.

/** Mean radius, IUGG 1980. */
const EARTH_KM = 6371.0088;

export interface Spot {
  /** Degrees north. */
  readonly latitude: number;
  /** Degrees east. */
  readonly longitude: number;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres. */
export function greatCircleKm(a: Spot, b: Spot): number {
  const across = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const along = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(across + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * along)));
}
