// French names of countries with their articles: l’Italie, la Belgique, le Japon, les Pays-Bas, Chypre.

const WITHOUT = new Set(['Andorre', 'Bahreïn', 'Chypre', 'Cuba', 'Djibouti', 'Haïti', 'Israël', 'Kiribati', 'Madagascar', 'Malte', 'Maurice', 'Monaco', 'Nauru', 'Oman', 'Saint-Marin', 'Singapour', 'Taïwan', 'Tuvalu', 'Vanuatu']);
const PLURAL = /^(États|Pays-Bas|Philippines|Émirats|Bahamas|Maldives|Comores|Fidji|Seychelles|Palaos|Îles|Samoa américaines)/;
const MASCULINE_IN_E = new Set(['Belize', 'Cambodge', 'Mexique', 'Mozambique', 'Suriname', 'Zimbabwe']);
const VOWEL = /^[AEIOUYÉÈÎÔÂH]/;

export function withArticle(name: string): string {
  if (WITHOUT.has(name)) return name;
  if (PLURAL.test(name)) return `les ${name}`;
  if (VOWEL.test(name) && !/^(Yémen|Honduras)/.test(name)) return `l’${name}`;
  return name === 'UE' || name === 'AELE' || (name.endsWith('e') && !MASCULINE_IN_E.has(name)) ? `la ${name}` : `le ${name}`;
}

/** `à l’Italie`, `au Japon`, `aux Pays-Bas`. */
export function toArea(name: string): string {
  const named = withArticle(name);
  return named.startsWith('le ') ? `au ${named.slice(3)}` : named.startsWith('les ') ? `aux ${named.slice(4)}` : `à ${named}`;
}
