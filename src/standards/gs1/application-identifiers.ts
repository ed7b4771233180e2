// The application identifiers that labels of an air bridge use, as the GS1 Barcode Syntax Dictionary describes them: how long a
// field is, what it may hold, whether a separator must follow, beside which others it may stand. The test holds every line
// against the published dictionary. To use a further identifier, copy its line. Reading and writing: element-string.ts.

import { invariant } from '../../domain/result.ts';

export interface ApplicationIdentifier {
  readonly ai: string;
  /** As GS1 prints it beside the value: `USE BY or EXPIRY`. */
  readonly title: string;
  /** Its length is known beforehand: no separator follows it. */
  readonly preDefined: boolean;
  readonly parts: readonly Part[];
  /** Each: at least one of these groups must stand beside it. A group is named in full: `00+02`. */
  readonly requires: readonly string[];
  /** None of these may stand beside it. */
  readonly excludes: readonly string[];
  /** In a Digital Link: the identifiers that may follow it in the path, in this order; null where it cannot begin one. */
  readonly qualifiers: readonly string[] | null;
}

/** One component of a value. `N` digits, `X` the 82 characters of GS1. */
export interface Part {
  readonly set: 'N' | 'X';
  readonly least: number;
  readonly most: number;
  readonly checks: readonly string[];
}

/** Identifier or range, flags (`*`: pre-defined length), specification, attributes, title: columns of the dictionary. */
const LINES = `
00         *?  N18,csum,gcppos2      dlpkey                             # SSCC
01         *?  N14,csum,gcppos2      ex=255,37 dlpkey=22,10,21|235      # GTIN
02         *?  N14,csum,gcppos2      ex=01,03 req=37                    # CONTENT
10          ?  X..20                 req=01,02,03,8006,8026             # BATCH/LOT
11         *?  N6,yymmd0             req=01,02,03,8006,8026             # PROD DATE
13         *?  N6,yymmd0             req=01,02,03,8006,8026             # PACK DATE
15         *?  N6,yymmd0             req=01,02,03,8006,8026             # BEST BEFORE or BEST BY
17         *?  N6,yymmd0             req=01,02,03,255,8006,8026         # USE BY or EXPIRY
21             X..20                 req=01,03,8006 ex=235              # SERIAL
3100-3105  *?  N6                    req=01,02 ex=310n                  # NET WEIGHT (kg)
3300-3305  *?  N6                    req=00,01 ex=330n                  # GROSS WEIGHT (kg)
3360-3365  *?  N6                    req=00,01 ex=336n                  # VOLUME (m³), log
37          ?  N..8                  req=00+02,00+8026                  # COUNT
400         ?  X..30                                                    # ORDER NUMBER
401         ?  X..30,gcppos1         dlpkey                             # GINC
402         ?  N17,csum,gcppos1      dlpkey                             # GSIN
403         ?  X..30                 req=00                             # ROUTE
410        *?  N13,csum,gcppos1                                         # SHIP TO LOC
413        *?  N13,csum,gcppos1                                         # SHIP FOR LOC
420         ?  X..20                 ex=421                             # SHIP TO POST
421         ?  N3,iso3166 X..9       ex=4307                            # SHIP TO POST
422         ?  N3,iso3166            req=01,02,03,8006,8026 ex=426      # ORIGIN
7003        ?  N6,yymmdd N4,hhmi     req=01,02,03                       # EXPIRY TIME
`;

const LINE = /^(\d{2,4})(?:-(\d{4}))?\s+(\*?)\??\s+((?:[NX][.\d,a-z]+\s+)+)((?:\w+(?:=\S+)?\s+)*)#\s(.+)$/;

/** A line of the dictionary → the identifiers that it describes; null where it is written in a way that ours do not need. */
export function readDictionaryLine(line: string): ApplicationIdentifier[] | null {
  const match = LINE.exec(line);
  if (match === null) return null;
  const [, first = '', last = first, star, specification = '', attributes = '', title = ''] = match;
  const words = attributes.trim().split(/\s+/);
  const valuesOf = (name: string): string[] => words.filter((word) => word.startsWith(`${name}=`)).map((word) => word.slice(name.length + 1));
  const primary = words.find((word) => word === 'dlpkey' || word.startsWith('dlpkey='));
  const shared = {
    title: title.trim(),
    preDefined: star === '*',
    parts: specification.trim().split(/\s+/).map(partOf),
    requires: valuesOf('req'),
    excludes: valuesOf('ex').flatMap((value) => value.split(',')),
    qualifiers: primary === undefined ? null : (primary.split('=')[1]?.split('|')[0]?.split(',') ?? []),
  };
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, i) => ({ ai: String(Number(first) + i).padStart(first.length, '0'), ...shared }));
}

function partOf(specification: string): Part {
  const [size = '', ...checks] = specification.split(',');
  const [, set, open, length] = /^([NX])(\.\.)?(\d+)$/.exec(size) ?? [];
  invariant((set === 'N' || set === 'X') && length !== undefined, `${specification} is a component`);
  return { set, least: open === undefined ? Number(length) : 1, most: Number(length), checks };
}

/** All that we know, in the order of the dictionary. */
export const APPLICATION_IDENTIFIERS: readonly ApplicationIdentifier[] = LINES.trim().split('\n').flatMap((line) => {
  const described = readDictionaryLine(line);
  invariant(described !== null, `${line} is a line of the dictionary`);
  return described;
});

const byAi = new Map(APPLICATION_IDENTIFIERS.map((it) => [it.ai, it]));

export const applicationIdentifier = (ai: string): ApplicationIdentifier | undefined => byAi.get(ai);

/** Does `3302` belong to the pattern `330n`? */
export const matches = (ai: string, pattern: string): boolean => ai.length === pattern.length && (pattern.endsWith('n') ? ai.startsWith(pattern.replace(/n+$/, '')) : ai === pattern);
