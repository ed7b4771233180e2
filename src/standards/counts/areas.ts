// Names that sources give to countries and territories → ISO 3166-1. Most are the English names of the Unicode CLDR; the table
// has the others, among them those under which a country stood for some weeks only. An overseas territory stands apart from
// its country: its patients lie in its own hospitals, an ocean away.

const REGIONS = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const A = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Codes that are no country: groups, what was dissolved, what is reserved. */
const NO_COUNTRY = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ AN BU CS DD FX NT QU SU TP UK YD YU ZR'.split(' '));

/** Accents, case and marks do not tell countries apart. */
const folded = (name: string): string => name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('&', 'and').replaceAll(/\bst\.? /g, 'saint ').replaceAll(/[^\p{L}]+/gu, ' ').trim();

/** What JHU CSSE and others wrote, where it is not the CLDR's name. */
const ALSO: Readonly<Record<string, string>> = {
  'Korea, South': 'KR', 'Republic of Korea': 'KR', 'Korea, North': 'KP', US: 'US', UK: 'GB', 'Mainland China': 'CN', 'Taiwan*': 'TW', 'Taipei and environs': 'TW', 'Hong Kong': 'HK', 'Hong Kong SAR': 'HK', Macau: 'MO', 'Macao SAR': 'MO', Macao: 'MO',
  'Iran (Islamic Republic of)': 'IR', 'Russian Federation': 'RU', 'Viet Nam': 'VN', 'Republic of Moldova': 'MD', 'Czech Republic': 'CZ', 'Holy See': 'VA', Burma: 'MM', 'Ivory Coast': 'CI', 'Cape Verde': 'CV', 'Cabo Verde': 'CV', 'East Timor': 'TL', Swaziland: 'SZ', Turkey: 'TR', Macedonia: 'MK',
  'Congo (Kinshasa)': 'CD', 'Congo (Brazzaville)': 'CG', 'Republic of the Congo': 'CG', 'Bahamas, The': 'BS', 'The Bahamas': 'BS', 'Gambia, The': 'GM', 'The Gambia': 'GM', 'West Bank and Gaza': 'PS', Palestine: 'PS', 'occupied Palestinian territory': 'PS',
  'Republic of Ireland': 'IE', 'North Ireland': 'GB', 'Saint Martin': 'MF', 'St. Martin': 'MF', Micronesia: 'FM', 'Falkland Islands (Malvinas)': 'FK', 'Falkland Islands (Islas Malvinas)': 'FK', 'Saint Helena, Ascension and Tristan da Cunha': 'SH',
  'United States Virgin Islands': 'VI', 'Virgin Islands': 'VI', 'Virgin Islands, U.S.': 'VI', 'Bonaire, Sint Eustatius and Saba': 'BQ', Reunion: 'RE', Kosovo: 'XK',
};

const namedIn = (regions: Intl.DisplayNames): [string, string][] =>
  Array.from(A).flatMap((one) => Array.from(A).flatMap((other): [string, string][] => {
    const code = `${one}${other}`;
    const name = NO_COUNTRY.has(code) ? undefined : regions.of(code);
    return name === undefined ? [] : [[folded(name), code]];
  }));

const CODES: ReadonlyMap<string, string> = new Map([...namedIn(REGIONS), ...Object.entries(ALSO).map(([name, code]): [string, string] => [folded(name), code])]);

/** Null: no country or territory is known by that name. */
export const areaNamed = (name: string): string | null => CODES.get(folded(name)) ?? null;

/** Languages in which people head their sheets, besides English. */
const LANGUAGES = ['fr', 'it', 'de', 'nl', 'es', 'zh'] as const;
let otherwise: ReadonlyMap<string, string> | null = null;
/** Made when it is first needed: six languages of names. */
const inOtherLanguages = (): ReadonlyMap<string, string> => (otherwise ??= new Map(LANGUAGES.flatMap((language) => namedIn(new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })))));
const ISO_COUNTRIES: ReadonlySet<string> = new Set(CODES.values());

/** As people write areas in sheets of their own: `IT`, `IT-25`, or a country's name in any of the languages. Null: nobody is known by it. */
export function areaWritten(text: string): string | null {
  const code = text.trim();
  if (/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(code)) return ISO_COUNTRIES.has(code.slice(0, 2)) ? code : null;
  return areaNamed(code) ?? inOtherLanguages().get(folded(code)) ?? null;
}

/** Those that sources enter as a province of a country. */
const APART = new Set('GP MQ GF RE YT NC PF PM WF BL MF AW CW SX BQ GL FO PR GU VI AS MP HK MO GI BM KY MS VG AI TC FK IM GG JE SH PN'.split(' '));
/** Sources count the two as one. */
const CHANNEL_ISLANDS = 'Channel Islands';

/** The territory that a province is by itself; null: it is a part of its country. */
export function territoryApart(province: string): string | null {
  if (province === CHANNEL_ISLANDS) return CHANNEL_ISLANDS;
  const code = areaNamed(province);
  return code !== null && APART.has(code) ? code : null;
}

/** A ship, or people brought home from one: no country's patients. */
export const isShip = (name: string): boolean => /\b(diamond|grand) princess\b|\bzaandam\b|^cruise ship$|^others$|conveyance/i.test(name.replaceAll('_', ' '));

/** Italian regions by the statistical office's code → ISO 3166-2; Bolzano and Trento are one region and have had three codes. */
export const ITALIAN_REGIONS: Readonly<Record<string, string>> = {
  '01': 'IT-21', '02': 'IT-23', '03': 'IT-25', '04': 'IT-32', '21': 'IT-32', '22': 'IT-32', '05': 'IT-34', '06': 'IT-36', '07': 'IT-42', '08': 'IT-45', '09': 'IT-52', '10': 'IT-55',
  '11': 'IT-57', '12': 'IT-62', '13': 'IT-65', '14': 'IT-67', '15': 'IT-72', '16': 'IT-75', '17': 'IT-77', '18': 'IT-78', '19': 'IT-82', '20': 'IT-88',
};
