// The words of the dispatch page in French.

import type { DispatchWords } from './en.ts';

export const french: DispatchWords = {
  title: 'Expédition',
  answer: {
    next: 'Prochain départ : {{name}}, {{when}}.', none: 'Aucun départ n’est à venir.', missed_one: ' {{count}} ordre a manqué son départ.', missed_other: ' {{count}} ordres ont manqué leur départ.',
    late_zero: ' Rien n’est en retard.', late_one: ' {{count}} ordre est en retard.', late_other: ' {{count}} ordres sont en retard.',
    open_zero: ' Chaque livraison due est confirmée.', open_one: ' {{count}} livraison due n’est pas confirmée.', open_other: ' {{count}} livraisons dues ne sont pas confirmées.',
    sub_one: '{{count}} ordre de sortie, {{road}} en route, {{delivered}} livrés.', sub_other: '{{count}} ordres de sortie, {{road}} en route, {{delivered}} livrés.',
  },
  orders: 'Ordres de sortie', ordersEmpty: 'Aucun ordre de sortie n’a été donné. Approuvez un plan, puis libérez ses lignes ici.', show: 'Montrer', all: 'tous',
  group: { waiting: 'À traiter par la plateforme', road: 'En route', ended: 'Livrés ou clos' },
  state: { ordered: 'ordonné', verified: 'vérifié', accepted: 'accepté', refused: 'refusé', loaded: 'chargé', 'on-the-road': 'en route', arrived: 'arrivé', 'partly-delivered': 'livré en partie', delivered: 'livré', ended: 'clos' },
  late: 'en retard', lateBy: '{{span}} de retard', cartons: '{{n}} cartons', units: '{{units}} {{item}}', lot: 'lot {{lot}}', of: '{{delivered}} livrés sur {{all}}', leaves: 'part {{when}}', left: 'parti {{when}}', delivered: 'livré {{when}}', refusedFor: 'Refusé : {{reason}}', makesGood: 'remplace {{units}} {{how}}, {{dispatch}}',
  eta: { title: 'Attendu entre {{early}} et {{late}}, le plus probable {{likely}}', planned: 'prévu {{when}}', assumed: 'hypothèse : aucune livraison de ce type observée', seen_one: 'd’après {{count}} livraison', seen_other: 'd’après {{count}} livraisons' },
  obstacle: { border: 'La frontière arrête le lot {{lot}} : règle {{detail}}.', paper: 'Le lot {{lot}} exige un document à la frontière : {{paper}}.', expires: 'Le lot {{lot}} périme le {{detail}}, avant son arrivée.', recalled: 'Le lot {{lot}} est rappelé.', missed: 'Le départ {{detail}} est parti sans lui.' },
  act: { verify: 'Vérifier', accept: 'Accepter', refuse: 'Refuser', load: 'Chargé', depart: 'Parti', arrive: 'Arrivé', deliver: 'Saisir la livraison', deviate: 'Un incident', release: 'Libérer', replace: 'Remplacer', cancel: 'Annuler', enter: 'Saisir', undo: 'Défaire', print: 'Imprimer' },
  done: '{{what}} : {{dispatch}}.', undone: 'Défait par une correction ; la première saisie reste au journal.', undoReason: 'saisi par erreur',
  form: {
    when: 'Quand', whenWrong: 'Écrivez une date et une heure.', reason: 'Motif', reasonMissing: 'Dites pourquoi.', units: 'Unités : {{item}}, lot {{lot}}', partial: 'Le déchargement continue : le reste suivra', name: 'Signé par', nameHint: 'Conservé hors du journal ; peut être effacé.', role: 'Fonction', photos: 'Photos ou signature (JPEG, PNG, WebP, PDF ; 15 Mo chacune)', reference: 'Numéro de rapport', referenceMissing: 'Un vol ou une saisie a un numéro de rapport.', kind: 'Ce qui s’est passé', whichLot: 'Lot', count: 'Unités', countWrong: 'Écrivez un nombre entier de 1 à {{most}}.', sending: 'Saisie …', nothing: 'Saisissez au moins une unité.',
  },
  deviation: { damaged: 'Endommagé', lost: 'Perdu', stolen: 'Volé', seized: 'Saisi par une autorité', refused: 'Refusé par le destinataire', returned: 'Retourné à la plateforme' },
  plan: { title: 'Libérer le plan', text: 'Des ordres de sortie à partir d’un plan approuvé. Les lignes dont les biens ne sont pas libres attendent.', plan: 'Plan', none: 'Aucun plan n’est enregistré. Enregistrez et approuvez-en un sur la page du plan.', option: '{{policy}}, {{when}}, {{lines}} lignes', given_zero: 'Aucune ligne ne peut être libérée maintenant.', given_one: '{{count}} ordre donné.', given_other: '{{count}} ordres donnés.', waiting_one: '{{count}} ligne attend', waiting_other: '{{count}} lignes attendent', why: { 'released-before': 'déjà libérée', 'struck-out': 'biffée', 'not-free-yet': '{{free}} unités libres sur {{units}}' } },
  losses: {
    title: 'Pertes', open_zero: 'toutes remplacées', open_one: '{{count}} à remplacer', open_other: '{{count}} à remplacer', what: '{{units}} {{item}} : {{how}}', by: '{{units}} remplacées par', still: '{{n}} ne sont pas encore remplacées.', nothing: 'Rien n’en est libre en stock ni annoncé : demandez au donateur.',
    kind: { 'goods-short': 'jamais arrivé', 'goods-damaged': 'endommagé', 'goods-lost': 'perdu', 'goods-seized': 'saisi', 'goods-recalled': 'rendu', 'goods-destroyed': 'détruit', 'dispatch-refused': 'refusé' },
    from: 'Avec', stock: '{{lot}} : {{n}} libres, {{place}}', announced: '{{lot}} : {{n}} annoncées avec {{consignment}}', way: 'Par', run: '{{run}}, {{mode}}, {{departs}} – {{arrives}}', byHand: 'aucun départ : à la main, ou retiré', reason: 'remplace la perte du fait {{seq}}',
  },
  proof: { files_one: '{{n}} preuve', files_other: '{{n}} preuves', signed: 'signé {{when}}', of: 'Preuves de {{dispatch}}', open: 'Ouvrir {{name}}', close: 'Fermer', kind: { 'dispatch-loaded': 'Chargement', 'dispatch-departed': 'Départ', 'dispatch-arrived': 'Arrivée', 'dispatch-delivered': 'Livraison', 'dispatch-accepted': 'Acceptation', 'dispatch-refused': 'Refus', 'goods-damaged': 'Dommage', 'goods-lost': 'Perte', 'goods-seized': 'Saisie', 'goods-returned': 'Retour', 'goods-short': 'Manquant', other: 'Pièce' } },
  paper: { 'packing-list': 'Liste de colisage', proforma: 'Facture pro forma', 'air-waybill': 'Lettre de transport aérien', 'gift-certificate': 'Certificat de don', 'donation-letter': 'Lettre de donation', 'ce-certificate': 'Certificat CE', 'test-report': 'Rapport d’essai', 'service-request': 'Demande de service', other: 'Autre document' },
  loads: { title: 'Listes de chargement', of_: 'Ce que porte {{run}}', empty: 'Aucun départ ne porte encore d’ordre.', charter: 'affrété', positions: 'Places de palette', weight: 'Poids', volume: 'Volume', of: '{{load}} sur {{room}} {{unit}}', free: '{{load}} {{unit}}, sans limite', over: 'dépassé', order: 'Ordre', receiver: 'Destinataire', item: 'Article', lot: 'Lot', cartons: 'Cartons', units: 'Unités', sum: 'Total', by: '{{carrier}}, {{mode}}', way: '{{from}} à {{to}}', times: 'part {{departs}}, arrive {{arrives}}' },
};
