// The words of the page of promises in French.

import type { PromisesWords } from './en.ts';

export const promisesInFrench: PromisesWords = {
  answer: {
    landed: '<landed/> {{item}} sur <promised/> promis ({{scope}}) sont arrivés ({{share}}).',
    nothing: 'Rien n’a été promis à cet instant.',
    verdict: { kept: ' La promesse est tenue.', 'on-course': ' En bonne voie', 'at-risk': ' Menacée', broken: ' La promesse est rompue.' },
    by: ', attendue {{when}} au plus tard.', noDay: ', et aucun jour ne peut être donné.', pending: ' Le plan dira si elle est en bonne voie.',
    open_zero: ' Aucune contradiction n’attend de position.', open_one: ' {{count}} contradiction attend une position.', open_other: ' {{count}} contradictions attendent une position.',
    claims_one: '{{count}} déclaration enregistrée,', claims_other: '{{count}} déclarations enregistrées,', positions_zero: 'aucune position prise.', positions_one: '{{count}} position prise.', positions_other: '{{count}} positions prises.', again_one: ' {{count}} revue ailleurs, comptée une fois.', again_other: ' {{count}} revues ailleurs, comptées une fois.',
  },
  meter: {
    title: 'Jauge de la promesse', of: '{{pledge}}, {{scope}}', donor: 'tout de {{donor}}', country: 'pour {{country}}', item: 'tous les {{item}}', none: 'liés à aucun pays', total: 'Promis à ce pays, ou venus pour lui',
    promised: 'Promis', surplus: 'Surplus', sum: 'Promis + surplus', so: 'Jusqu’ici, en tout', everConsigned: 'expédiés', everDeparted: 'partis', everLanded: 'arrivés', everDelivered: 'livrés', accepted: 'dont acceptés', share: '{{landed}} arrivés, {{delivered}} livrés', due: 'échéance {{day}}', noDue: 'aucune échéance annoncée', withdrawn: 'retirée {{when}}',
    empty: 'Aucune promesse n’est enregistrée à cet instant. Avancez le curseur, ou importez un lot de données qui en contient.',
  },
  group: { title: 'Côte à côte', by: 'Regroupées', pledge: 'par promesse', donor: 'par donateur', item: 'par article', country: 'par pays', name: 'De qui', what: 'Article', promised: 'Promis', total: 'Unités', landed: 'Arrivés', delivered: 'Livrés', share: 'Part arrivée', show: 'Montrer {{name}}, {{item}}', note: 'Les unités liées à personne ne comptent pour aucun pays tant qu’elles n’ont pas de destinataire. On n’additionne jamais des articles différents.' },
  history: { title: 'Comment on en est là', label: '{{what}} : {{landed}} arrivés et {{delivered}} livrés sur {{promised}} au curseur', table: 'En tableau', when: 'Quand', fact: 'Fait', empty: 'Aucun fait n’en a encore déplacé une unité.', promised: 'promis', consigned: 'expédiés', landed: 'arrivés', delivered: 'livrés', read: 'Lire le fait {{n}}' },
  made: { title: 'De quoi elle se compose', earmark: 'Affectation {{earmark}}', free: 'Sans affectation', bound: '{{units}} pour {{who}}', drawn: '{{units}} sur lettre de transport', open: '{{units}} pas encore', line: '{{units}} sur {{consignment}}', arrived: 'arrivé {{when}}', departed: 'en vol, attendu {{when}}', announced: 'annoncé, attendu {{when}}', empty: 'Ni affectation ni envoi pour l’instant.' },
  version: {
    title: 'Versions', empty: 'Pas encore de version.', was: '{{n}} jusqu’au {{when}}', by: 'saisi par {{by}}',
    made: 'Faite', amended: 'Modifiée', withdrawn: 'Retirée', earmarked: 'Affectation {{earmark}} fixée', 'earmarked-again': 'Affectation {{earmark}} fixée à nouveau', corrected: 'Corrigée', 'struck-out': 'Biffée', stands: '{{n}} en vigueur', gone: 'rien ne reste',
  },
  found: {
    title: 'Ce qui se contredit', count_zero: 'aucune ouverte', count_one: '{{count}} ouverte', count_other: '{{count}} ouvertes', empty: 'À cet instant, rien de ce qui a été dit ne se contredit.',
    state: { open: 'ouverte', reopened: 'rouverte', settled: 'position prise', context: 'contexte' }, since: 'depuis {{when}}',
    from: { pledge: 'accepté comme promesse', ledger: 'notre registre', sum: 'additionné par nous', claims: 'dit', count: 'compté par' },
    accepted: 'accepté', was: 'accepté jusque-là', by: 'par {{mode}}', on: 'le {{day}}', units: '{{n}} {{item}}', people: '{{n}} personnes', noFigure: 'sans chiffre', moreClaims: 'et {{n}} autres',
    position: 'Position du {{when}}, par {{by}} :', joined_one: '{{count}} déclaration est venue après :', joined_other: '{{count}} déclarations sont venues après :', settles: 'Ce qui trancherait :', earlier_one: '{{count}} position antérieure', earlier_other: '{{count}} positions antérieures',
    take: 'Prendre position', revise: 'Prendre une autre position', strike: 'Biffer la position', which: 'Quelle lecture est acceptée ?', reason: 'Pourquoi', reasonHint: 'Le motif s’affiche à côté du chiffre.', enter: 'Prendre cette position', taken: 'Position prise : {{what}}', struck: 'La position a été biffée.', strikeReason: 'Pourquoi elle est biffée',
    context_one: 'Les comptages diffèrent à {{count}} endroit, selon la source et l’heure', context_other: 'Les comptages diffèrent à {{count}} endroits, selon la source et l’heure', stray: 'Positions sur ce qui ne se contredit plus : {{list}}',
  },
  claim: {
    title: 'Ce qui a été dit', which: 'Lesquelles', all: 'toutes', own: 'sur cette promesse', contested: 'contredites', none: 'Aucune déclaration ne convient. Montrez-les toutes, ou enregistrez-en une.', empty: 'Rien de ce qui a été dit en public n’est enregistré. Enregistrez la première déclaration ci-dessous.',
    when: 'Quand', who: 'Qui', what: 'Quoi', figure: 'Chiffre', accepted: 'Accepté', open: 'ouvert', agrees: 'rien ne s’y oppose', read: 'La lire', seen: 'Aussi vue chez', written: 'écrite en {{language}}', snapshot: 'copie {{hash}}', note: 'Note', facts: 'Lire la déclaration {{claim}}',
    more: 'Montrer les {{n}}',
    record: 'Enregistrer une déclaration', readText: 'Lire un communiqué ou un article', recorded: 'Déclaration {{claim}} enregistrée', close: 'Fermer',
    field: { claim: 'Code', saidAt: 'Dit le', author: 'Auteur', channel: 'Canal', language: 'Langue (fr, en …)', link: 'Lien', linkHint: 'Une déclaration a besoin d’une source : un lien, une copie ou une source enregistrée.', snapshot: 'Copie de la page (PDF ou image)', source: 'Source enregistrée', summary: 'Ce qui a été dit, dans nos mots', about: 'Elle parle de', item: 'Article', units: 'Quantité', scope: 'Pour quelle zone (EUROPE, IT …)', pledge: 'Promesse', stance: 'Face à la promesse', consignment: 'Envoi', mode: 'Par', run: 'Vol, train ou camion', place: 'Lieu', day: 'Jour' },
    about: { total: 'ce qui est promis en tout', arrival: 'un envoi arrivé', arrivals: 'tout ce qui est arrivé jusqu’ici', way: 'où et comment vont les biens', count: 'un comptage de personnes' },
    stance: { supports: 'la soutient', contradicts: 'la contredit', context: 'contexte' }, unsaid: '–',
  },
};
