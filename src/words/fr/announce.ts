// French for communiqués and posts: what the operation says in public of its promises.

import type { FigureName } from '../../domain/phrases.ts';
import type { WordsOf } from '../language.ts';
import { toArea, withArticle } from './areas.ts';

const STATES = { onward: () => 'en route vers ceux qui en ont besoin', allocated: (place: string) => `à ${place}, déjà attribuées`, 'at-hub': (place: string) => `à ${place}`, 'in-the-air': () => 'en vol', consigned: () => 'sur des envois qui ne sont pas encore partis' } as const;
const FIGURES: Readonly<Record<FigureName, string>> = { promised: 'promesse', surplus: 'au-delà de la promesse', landed: 'arrivées', share: 'part arrivée', delivered: 'livraisons', lost: 'pertes', onward: 'en route', allocated: 'attribuées', atHub: 'au hub', inTheAir: 'en vol', consigned: 'sur des envois à venir', outstanding: 'restant dues', need: 'besoin par jour', days: 'jours couverts', bound: 'part réservée', claim: 'chiffre donné ailleurs', other: 'autre chiffre' };

export const announce = {
  'announce.headline': ({ landed, promised, item, scope, state }, { write }) => {
    const [goods, to] = [`${write(promised)} ${write(item)}`, toArea(write(scope))];
    if (state === 'nothing') return `Rien n’est encore arrivé de la promesse faite ${to} : ${goods}`;
    if (state === 'withdrawn') return `La promesse de ${write(item)} faite ${to} a été retirée ; arrivées : ${write(landed)}`;
    if (state === 'kept') return `Promesse tenue ${to} : ${goods}`;
    return state === 'all' ? `Tout ce qui a été promis ${to} est arrivé : ${goods}` : `${write(landed)} ${write(item)} sur ${write(promised)} : voilà ce qui est arrivé de la promesse faite ${to}`;
  },
  'announce.place': ({ place, day, at }, { write, zoned }) => `${write(place)}, le ${write(day)}. Chiffres arrêtés au ${zoned(at)}.`,
  'announce.promised': ({ donor, promised, item, scope }, { write }) => `${donor} a promis ${write(promised)} ${write(item)} ${toArea(write(scope))}.`,
  'announce.verdict': ({ verdict, by, due }, { write, zoned }) => {
    if (verdict === 'kept') return 'La promesse est tenue.';
    if (verdict === 'broken') return due === null ? 'La promesse n’est pas tenue.' : `L’échéance de la promesse était le ${write(due)} ; elle n’est pas tenue.`;
    const end = `${by === null ? '' : ` ; le reste est attendu d’ici le ${zoned(by)}`}${due === null || by === null ? '' : `, ${verdict === 'at-risk' ? 'pour une échéance fixée au' : 'avant l’échéance du'} ${write(due)}`}`;
    return `La promesse est ${verdict === 'at-risk' ? 'menacée' : verdict === 'on-course' ? 'en bonne voie' : 'en cours'}${end}.`;
  },
  'announce.parts': ({ parts }, { list }) => `Où sont ces unités : ${list(parts, 8)}.`,
  'announce.part': ({ figure, state, place }, { write, form }) => `${write(figure)} ${state === 'delivered' ? form(figure.value, { one: 'livrée', other: 'livrées' }) : STATES[state](write(place))}`,
  'announce.outstanding': ({ outstanding }, { write, form }) => `${write(outstanding)} ${form(outstanding.value, { one: 'reste', other: 'restent' })} à venir.`,
  'announce.lost': ({ lost }, { write, form }) => `${write(lost)} ${form(lost.value, { one: 'a été perdue, abîmée, saisie ou refusée', other: 'ont été perdues, abîmées, saisies ou refusées' })} ; chaque cas est consigné.`,
  'announce.surplus': ({ surplus }, { write, form }) => `${write(surplus)} ${form(surplus.value, { one: 'est arrivée', other: 'sont arrivées' })} au-delà de la promesse.`,
  'announce.need': ({ area, perDay, item, reported, days }, { write, form }) =>
    `Besoin pour ${withArticle(write(area))} : ${write(perDay)} ${write(item)} par jour (relevé du ${write(reported)})${days === null ? '' : ` ; ce qui est arrivé pour ce pays couvre ${write(days)} ${form(days.value, { one: 'jour', other: 'jours' })}`}.`,
  'announce.countries': ({ countries }, { list }) => `Promis ou réservé, par pays : ${list(countries, 12)}.`,
  'announce.country': ({ area, bound, delivered }, { write, form }) => `${write(area)} ${write(bound)}${delivered === null ? '' : ` (dont ${write(delivered)} ${form(delivered.value, { one: 'livrée', other: 'livrées' })})`}`,
  'announce.other': ({ landed, promised, item, scope, donor }, { write }) => `${donor} a promis ${write(promised)} ${write(item)} ${toArea(write(scope))} ; ${landed.value === 0 ? 'rien n’est encore arrivé' : `arrivées : ${write(landed)}`}.`,
  'announce.said': ({ author, said, on, accepted }, { write }) => `${author} a donné ${write(said)} le ${write(on)} ; l’opération retient une promesse de ${write(accepted)}.`,
  'announce.thanks': ({ donors }, { list }) => `Merci à ${list(donors)}, et à tous ceux qui chargent, volent, comptent et conduisent.`,
  'announce.sources': ({ link }) => `Chaque chiffre mène à sa source : ${link}`,
  'announce.post': ({ landed, promised, item, scope, share }, { write }) => `${write(landed)} ${write(item)} sur ${write(promised)} : voilà ce qui est arrivé de la promesse faite ${toArea(write(scope))}, soit ${write(share)}.`,
  'announce.correction': ({ at }, { zoned }) => `Rectification de notre texte du ${zoned(at)}`,
  'announce.was': ({ what, was, now }, { write }) => `${capital(write(what))} : nous avions écrit ${write(was)} ; c’était ${write(now)}.`,
  'announce.gone': ({ what, was }, { write }) => `${capital(write(what))} : nous avions écrit ${write(was)} ; ce chiffre ne figure plus au registre.`,
  'announce.what': ({ of, item, area, pledge }, { write }) => [...(item === null ? [] : [`${write(item)},`]), FIGURES[of], ...(area === null ? [] : [`pour ${withArticle(write(area))}`]), ...(pledge === null ? [] : [`(promesse ${pledge})`])].join(' '),
  'announce.because': ({ reason }) => `Motif : ${reason.replace(/[.\s]+$/, '')}.`,
} satisfies WordsOf<'announce'>;

const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase('fr') + text.slice(1);
