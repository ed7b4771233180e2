// What a sheet of requests tells: its fields, and how people head such columns in English, French, Italian, German, Dutch,
// Spanish and Chinese, as plain words (intake/words.ts). Own list.

import { HEADER_WORDS } from '../intake/header-words.ts';
import { LEAST } from '../intake/header.ts';
import { countedAmong } from '../intake/measures.ts';
import { covered, plainWords } from '../intake/words.ts';

export const REQUEST_FIELDS = ['recipient', 'item', 'quantity', 'unit', 'from', 'until', 'severity', 'why'] as const;
export type RequestField = (typeof REQUEST_FIELDS)[number];

const list = (text: string): readonly string[] => text.split('|').map((phrase) => phrase.trim()).toSorted((a, b) => b.length - a.length);

const WORDS: Readonly<Record<RequestField, readonly string[]>> = {
  recipient: [...HEADER_WORDS.consignee, ...list('recipient code|hospital|hospital name|facility|health facility|organisation|organization|institution|requester|requested by|region|ministry|hopital|etablissement|structure|demandeur|beneficiaire|region demandeuse|ospedale|struttura|ente|richiedente|regione|krankenhaus|klinik|einrichtung|anforderer|bedarfstrager|ziekenhuis|instelling|aanvrager|centro|solicitante|institucion|医院|单位名称|申请单位|机构')].toSorted((a, b) => b.length - a.length),
  item: [...HEADER_WORDS.item, ...HEADER_WORDS.itemCode, ...list('supplies|supply|requested item|fourniture|materiel|materiale|fornitura|material benotigt|benodigdheden|suministro|insumo')].toSorted((a, b) => b.length - a.length),
  quantity: [...HEADER_WORDS.quantity, ...list('requested|quantity requested|requested quantity|needed|need|quantity needed|demand|demande|quantite demandee|besoin|quantite necessaire|fabbisogno|quantita richiesta|richiesta|bedarf|benotigt|angeforderte menge|behoefte|gevraagd|necesidad|cantidad solicitada|solicitado|需求|需求量|申请数量')].toSorted((a, b) => b.length - a.length),
  unit: HEADER_WORDS.unit,
  from: list('from|start|start date|begin|needed from|date from|from date|needed by|needed on|du|de|debut|date de debut|a partir du|a partir de|pour le|dal|dal giorno|inizio|data inizio|a partire dal|von|ab|beginn|vom|benotigt ab|vanaf|begin datum|startdatum|desde|inicio|fecha de inicio|a partir|开始|开始日期|起'),
  until: list('until|to|till|end|end date|date to|to date|au|jusqu au|jusque|fin|date de fin|al|fino al|fine|data fine|bis|ende|bis zum|tot|tot en met|einddatum|hasta|fin fecha|fecha de fin|fecha final|结束|结束日期|止|至'),
  severity: list('severity|urgency|priority|urgence|priorite|gravite|urgenza|priorita|gravita|dringlichkeit|prioritat|schwere|urgentie|prioriteit|ernst|urgencia|prioridad|gravedad|紧急程度|优先级'),
  why: [...HEADER_WORDS.remarks, ...list('reason|why|justification|context|motif|raison|justificatif|motivo|motivazione|causale|grund|begrundung|reden|toelichting|razon|justificacion|理由|原因')].toSorted((a, b) => b.length - a.length),
};

/** As a problem or a question names it. */
export const REQUEST_FIELD_NAMES: Readonly<Record<RequestField, string>> = { recipient: 'recipient', item: 'item', quantity: 'quantity', unit: 'unit of measure', from: 'first day', until: 'last day', severity: 'severity', why: 'reason' };

/** What the words of a header speak for: field → 0–1. */
export function requestScores(text: string): ReadonlyMap<RequestField, number> {
  const words = plainWords(text);
  const scores = new Map<RequestField, number>();
  for (const field of REQUEST_FIELDS) {
    const best = covered(words, WORDS[field]);
    // "masks (pcs)" and "pcs" count something.
    const counted = field === 'quantity' && countedAmong(words) !== null ? Math.max(best, covered(words.split(' ').filter((word) => countedAmong(word) === null).join(' '), WORDS.quantity), words.includes(' ') ? 0 : 0.7) : best;
    const score = counted >= 0.999 ? 1 : counted === 0 ? 0 : 0.1 + 0.85 * counted;
    if (score >= LEAST) scores.set(field, score);
  }
  return scores;
}
