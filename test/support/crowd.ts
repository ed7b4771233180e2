// A picture with as many recipients as one likes: each recipient that needs something, many times over in its surroundings, the
// need shared out unevenly. By arithmetic alone, so that every run draws the same crowd.

import type { NeedAnswer } from '../../src/http/contract/answers.ts';
import type { Holding, Picture, PlaceInPicture, RecipientInPicture } from '../../src/http/contract/picture.ts';

/** The fractional parts of n times an irrational number spread evenly over 0 to 1. */
const spread = (n: number, by: number): number => (n * by) % 1;
const GOLDEN = 0.618_033_988_7;
const PLASTIC = 0.754_877_666_2;

export function crowded(picture: Picture, size: number): Picture {
  const models = picture.recipients.filter(({ holdings }) => holdings.some(({ perDay }) => perDay.value > 0));
  const each = size / models.length;
  const places: PlaceInPicture[] = [];
  const recipients: RecipientInPicture[] = [];
  for (let n = 0; n < size; n += 1) {
    const model = models[n % models.length];
    const home = picture.places.find(({ place }) => place === model?.place);
    if (model === undefined || home === undefined) continue;
    const share = (3 * spread(n, GOLDEN) ** 2) / each;
    const place = `CROWD${n}`;
    places.push({ ...home, place, name: `Hospital ${n}`, role: 'door', longitude: home.longitude + 4 * (spread(n, GOLDEN) - 0.5), latitude: home.latitude + 3 * (spread(n, PLASTIC) - 0.5) });
    recipients.push({ ...model, recipient: place, name: `Hospital ${n}`, area: `${model.area.slice(0, 2)}-${n}`, place, holdings: model.holdings.map((holding) => shared(holding, share)) });
  }
  return { ...picture, places: [...picture.places, ...places], recipients };
}

const shared = (holding: Holding, share: number): Holding => {
  const of = (n: number): number => Math.round(n * share);
  return { ...holding, perDay: { ...holding.perDay, value: of(holding.perDay.value) }, delivered: { ...holding.delivered, value: of(holding.delivered.value) }, onward: of(holding.onward), allocated: of(holding.allocated), planned: of(holding.planned) };
};

/** A need report of as many areas: each that has a recipient, many times over, its need shared out as its recipients' is. */
export function crowdedNeed(report: NeedAnswer, size: number): NeedAnswer {
  const models = report.areas.filter(({ perDay }) => perDay !== null);
  const each = size / models.length;
  const areas = Array.from({ length: size }, (_, n) => {
    const model = models[n % models.length];
    const share = (3 * spread(n, GOLDEN) ** 2) / each;
    const band = <T extends { readonly low: number; readonly central: number; readonly high: number } | null>(of: T | undefined): T | null => (of === null || of === undefined ? null : { ...of, low: Math.round(of.low * share), central: Math.round(of.central * share), high: Math.round(of.high * share) });
    return model === undefined ? [] : [{ ...model, area: `${model.area.slice(0, 2)}-${n}`, name: `Area ${n}`, level: 'region' as const, within: null, perDay: band(model.perDay), unmet: band(model.unmet) }];
  }).flat();
  return { ...report, areas, demand: [], shortages: null, projections: [] };
}
