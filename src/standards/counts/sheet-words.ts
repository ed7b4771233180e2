// How people head the columns of their own sheets of counts, in English, French, Italian, German, Dutch, Spanish and Chinese, as plain
// words (standards/intake/words.ts). The list is our own. And which of two columns a header speaks of: all so far, or those of the day.

import { covered, findPhrase, plainWords } from '../intake/words.ts';

export const MAPPED_FIELDS = ['date', 'area', 'cases', 'deaths', 'wards', 'intensiveCare'] as const;
export type MappedField = (typeof MAPPED_FIELDS)[number];

const list = (text: string): readonly string[] => text.split('|').toSorted((a, b) => b.length - a.length);

const WORDS: Readonly<Record<MappedField, readonly string[]>> = {
  date: list('date|day|report date|reporting date|date of report|date reported|reported|jour|date de rapport|date du rapport|data|giorno|data di riferimento|datum|tag|meldedatum|berichtsdatum|dag|rapportdatum|fecha|dia|fecha de informe|日期|报告日期'),
  area: list('area|country|region|country region|country or area|country name|territory|location|province|state|county|department|code|country code|iso|iso code|geo|pays|departement|territoire|zone|code pays|paese|regione|provincia|territorio|nazione|stato|comune|land|bundesland|kanton|gebiet|region name|gemeinde|provincie|gebied|gemeente|pais|comunidad|comunidad autonoma|国家|地区|省份|省|区域'),
  cases: list('cases|case|confirmed|confirmed cases|reported cases|infections|infected|positive|cas|cas confirmes|infectes|casi|casi confermati|contagi|positivi|falle|fallzahl|infektionen|infizierte|gevallen|besmettingen|positieve gevallen|casos|casos confirmados|contagios|confirmados|病例|确诊|确诊病例'),
  deaths: list('deaths|death|dead|died|fatalities|deces|morts|decedes|decessi|deceduti|morti|todesfalle|tote|verstorbene|verstorben|overleden|overledenen|sterfgevallen|doden|muertes|fallecidos|defunciones|死亡|死亡病例'),
  wards: list('wards|ward|hospitalised|hospitalized|in hospital|hospital|hospital patients|inpatients|general beds|hospitalises|hospitalisations|hospitalisation|lits d hospitalisation|ricoverati|ricoverati con sintomi|ospedalizzati|hospitalisiert|normalstation|stationar|opgenomen|ziekenhuis|ziekenhuisopnames|verpleegafdeling|hospitalizados|ingresados|planta|住院|住院病例'),
  intensiveCare: list('intensive care|icu|icu patients|in intensive care|critical|critical care|soins intensifs|reanimation|rea|soins critiques|terapia intensiva|rianimazione|intensivstation|intensivpflege|its|intensieve zorg|ic|intensive care patienten|uci|cuidados intensivos|重症|重症病例'),
};

const NEW = list('new|daily|of the day|today|nouveaux|nouvelles|nouveau|journalier|quotidien|quotidiens|nuovi|nuove|giornalieri|neue|neu|taglich|nieuwe|nieuw|dagelijkse|nuevos|nuevas|nuevo|diarios|diarias|新增|当日');
const SO_FAR = list('cumulative|total|so far|to date|cumul|cumules|cumule|totaux|totale|totali|cumulativo|cumulativi|kumulativ|gesamt|kumuliert|cumulatief|totaal|acumulado|acumulados|acumuladas|totales|累计|总');

export interface HeaderRead {
  readonly words: string;
  /** 0–1; only those that its words speak for. */
  readonly scores: ReadonlyMap<MappedField, number>;
  readonly counting: 'cumulative' | 'new' | null;
}

const LEAST = 0.5;

export function readCountsHeader(text: string): HeaderRead {
  const words = plainWords(text);
  const fresh = NEW.find((phrase) => findPhrase(words, phrase) >= 0);
  const soFar = SO_FAR.find((phrase) => findPhrase(words, phrase) >= 0);
  const variants = [words, ...[fresh, soFar].flatMap((phrase) => (phrase === undefined ? [] : [without(words, phrase)]))];
  const scores = new Map<MappedField, number>();
  for (const field of MAPPED_FIELDS) {
    const score = Math.max(...variants.map((it) => covered(it, WORDS[field])));
    if (score >= LEAST) scores.set(field, score);
  }
  return { words, scores, counting: fresh !== undefined ? 'new' : soFar !== undefined ? 'cumulative' : null };
}

function without(words: string, phrase: string): string {
  const at = findPhrase(words, phrase);
  return `${words.slice(0, at)} ${words.slice(at + phrase.length)}`.replaceAll(/\s+/g, ' ').trim();
}
