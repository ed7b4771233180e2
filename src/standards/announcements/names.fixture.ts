// The names that the tests read with: the catalogue, the places and the donor of the reference operation.

import { AreaCode, ItemCode, PlaceCode } from '../../domain/ids.ts';
import { Instant, Zone } from '../../domain/time.ts';
import { areaNames } from './area-words.ts';
import type { ReadOptions } from './read-announcement.ts';
import { goodsNames, placeNames } from './thing-words.ts';

export const FOUNDATION = 'Foundation of the e-commerce group';

export const OPTIONS: ReadOptions = {
  publishedAt: Instant.parse('2020-03-16T17:00:00.000Z'),
  zone: Zone.parse('Europe/Brussels'),
  language: null,
  items: goodsNames([['surgical-mask', 'Surgical mask'], ['ffp2', 'FFP2 respirator'], ['gown', 'Isolation gown'], ['suit', 'Protective suit'], ['face-shield', 'Face shield'], ['test-kit', 'Test kit'], ['ventilator', 'Ventilator'], ['gloves', 'Examination glove, single']].map(([item, name = '']) => ({ item: ItemCode.parse(item), name }))),
  areas: areaNames(),
  places: [['BELGG', 'Liège Airport', 'BE'], ['CNHGH', 'Hangzhou Xiaoshan Airport', 'CN'], ['CNPVG', 'Shanghai Pudong Airport', 'CN'], ['ITMXP', 'Milano Malpensa', 'IT-25'], ['ITMIL', 'Milano', 'IT-25'], ['ITFCO', 'Roma Fiumicino', 'IT-62'], ['ESZAZ', 'Zaragoza', 'ES-AR'], ['FRCDG', 'Paris Charles de Gaulle', 'FR'], ['BEBRU', 'Brussels', 'BE']].map(([code, name = '', area]) => {
    const place = PlaceCode.parse(code);
    return { place, area: AreaCode.parse(area), names: placeNames({ place, name }) };
  }),
  donors: [{ name: FOUNDATION, aliases: ['foundation', 'fondation'] }],
};
