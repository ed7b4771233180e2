// The words of the pages in French.

import type { Dictionary } from './en.ts';
import { peopleInFrench } from './people-fr.ts';

export const french: Dictionary = {
  people: peopleInFrench,
  place: { tower: 'Tour de contrôle', promises: 'Promesses', need: 'Besoin', plan: 'Plan', hub: 'Fret & plateforme', dispatch: 'Expédition', intake: 'Feuilles', alerts: 'Alertes', announce: 'Annonces', api: 'Pour les programmes', skip: 'Aller à la réponse', nav: 'Lieux' },
  theme: { dark: 'Sombre', light: 'Clair', to: 'Afficher en {{scheme}}' },
  language: 'Langue',
  item: { 'surgical-mask': 'masques', ffp2: 'masques FFP2', gown: 'blouses', suit: 'combinaisons', 'face-shield': 'visières', 'test-kit': 'kits de test', ventilator: 'respirateurs', gloves: 'gants' },
  area: { EUROPE: 'Europe', EU: 'Union européenne', EFTA: 'AELE', rest: '{{country}}, reste' },
  mode: { air: 'avion', rail: 'rail', road: 'route', sea: 'mer', planned: 'prévu' },
  state: { delivered: 'Livré', onward: 'En route', allocated: 'Attribué', atHub: 'À la plateforme', lost: 'Perdu', landed: 'Atterri', inTheAir: 'En vol', consigned: 'Remis au transport', outstanding: 'Seulement promis', promised: 'Promis', surplus: 'Excédent', planned: 'Prévu' },
  paper: { 'export-authorisation': 'Une autorisation d’exportation' },
  verdict: { kept: 'tenue', 'on-course': 'en bonne voie', 'at-risk': 'en danger', broken: 'rompue' },
  policy: { 'equal-cover': 'Couverture égale', deprivation: 'Privation', severity: 'Gravité d’abord' },
  answer: {
    landed: '<landed/> des <promised/> {{item}} ont atterri.',
    need: ' {{area}} seule : il en faut <perDay/> par jour, soit {{days}}.',
    days_one: 'un jour', days_other: '{{count}} jours', half: 'moins d’un jour',
    onward: '<onward/> sont en route, <delivered/> livrés.',
    next: ' {{consignment}} atterrit {{when}} avec <units/>.',
    source: ' Besoin : {{sources}}, rapporté {{when}}.',
    none: 'À cet instant, rien n’est encore promis par la plateforme.',
    time: 'heure de {{place}}, tous les faits reçus jusque-là',
  },
  promises: { title: 'Promesses', outside: 'Hors de cette plateforme', outsideText_one: '{{count}} promesse qui ne passe pas par la plateforme', outsideText_other: '{{count}} promesses qui ne passent pas par la plateforme', nothing: 'Rien n’est encore remis au transport', verdictPending: 'le verdict suit avec le plan', by: 'd’ici {{when}}', ledger: 'Où sont les {{item}}', of: 'pour {{scope}}', show: 'Montrer le registre' },
  attention: {
    title: 'À traiter', count_one: '{{count}}, le plus pressant d’abord', count_other: '{{count}}, le plus pressant d’abord', empty: 'Rien n’attend personne à cet instant.', by: 'avant {{when}}', since: 'depuis {{when}}', soon: 'au plus tôt',
    facts: 'Lire les faits', lines: 'Voir ses lignes',
    'late-flight': { title: '{{subject}} a {{late}} de retard', text: 'Attendu {{when}} à {{place}} ; maintenant prévu {{deadline}}.' },
    discrepancy: { title: 'Les comptes diffèrent : {{subject}}', short: '{{units}} {{item}} de moins que l’envoi. {{found}} ont été comptés.', surplus: '{{units}} {{item}} de plus que l’envoi. {{found}} ont été comptés.', 'beyond-pledge': '{{units}} {{item}} de plus que la promesse.' },
    paper: { title: 'Document manquant : {{area}}', text: '{{paper}} est exigé pour {{count}} sortes de biens, et personne n’en a.' },
    closed: { title: 'Frontière fermée : {{area}}', text: 'Elle arrête {{count}} sortes de biens.' },
    held: { title: 'La douane retient {{subject}}', text: '{{units}} {{item}} attendent et restent hors du plan.' },
    quarantined: { title: '{{subject}} est en quarantaine', text: '{{units}} {{item}} attendent d’être libérés, hors du plan.' },
    overflow: { title: '{{subject}} est trop gros pour son avion', text: '{{count}} cartons restent à quai, {{units}} {{item}}.' },
    'out-of-stock': { title_one: '{{count}} destinataire n’a plus rien', title_other: '{{count}} destinataires n’ont plus rien', text: '{{recipient}} d’abord : {{units}} {{item}} par jour, selon le dernier stock connu.' },
    'stock-out': { title: '{{recipient}} : fin de stock, {{item}}', text: '{{units}} par jour, selon le dernier stock connu.' },
    'at-risk': { title: 'Promesse {{subject}} en danger', text: '{{units}} {{item}} ne sont pas encore livrés.' },
    broken: { title: 'Promesse {{subject}} rompue', text: '{{units}} {{item}} n’ont pas été livrés.' },
  },
  map: {
    title: 'Carte : plateforme, vols, acheminements, destinataires', needs: 'besoin : {{n}} par jour', had: '{{n}} jours', planned: '{{n}} jours prévus', none: 'personne n’apporte de {{item}} ici', landsAt: 'atterrit {{when}}', late: '{{late}} de retard', toGo: '{{km}} km, reste {{left}}', flown: '{{km}} km', floor: '{{n}} cartons au sol',
    legendArea: 'aire : {{item}} par jour', legendFill: 'rempli : part de 14 jours', legendOuter: 'non desservi par nous', closedUntil: 'fermé jusqu’au {{when}}', paperUntil: 'document exigé', item: 'Article sur la carte', cartons: '{{n}} cartons', inset: 'Le long trajet', zoom: 'Zoom', closer: 'Plus près', farther: 'Plus loin', whole: 'Toute l’opération', wheel: 'Pour zoomer, tenez Ctrl ou ⌘ et tournez la molette', keys: 'Plus et moins zooment, les flèches déplacent, 0 montre le tout.', group: '{{name}} + {{count}}', members: '{{count}} destinataires', moreMembers: 'et {{count}} autres', zoomIn: 'Zoomer sur eux', perDay: '{{n}} par jour', nobody: 'Aucun destinataire ne demande de {{item}} à cet instant. Choisissez un autre article, ou déplacez le curseur.', recipientLabel: '{{name}} : besoin de {{need}} par jour, {{covered}} de 14 jours couverts ou prévus',
  },
  time: {
    title: 'Curseur du temps', play: 'Lire', pause: 'Pause', back: 'Une heure avant', on: 'Une heure après', stands: 'Revenir à {{when}}', happened: 'arrivé', expected: 'attendu', planned: 'plan initial', nine: 'neuf sur dix d’ici', flights: 'Vols', stock: 'Stock', road: 'Camions', rail: 'Trains', air: 'Avions', sea: 'Navires', cartons: '{{n}} cartons', landed: 'atterri {{when}}', label: 'Chronologie des vols, du stock, des camions et des trains', keys: 'Flèches : une heure. Page : un jour. Début, Fin : les bouts.', whole: 'Toute l’opération',
  },
  live: { live: 'En direct', reconnecting: 'Reconnexion …', liveWhy: 'Les nouveaux faits s’affichent ici d’eux-mêmes.', reconnectingWhy: 'Le serveur ne répond pas. Ce qui est affiché peut être dépassé.', offWhy: '' },
  planning: { title: 'Calcul du plan de cet instant', seconds: '{{n}} s', waiting: 'attend son tour', part: 'plan {{part}} sur {{parts}}', levels: 'relève des moins couverts : {{settled}} besoins fixés sur {{groups}}', plan: 'choix des voies', gap: 'choix des voies, {{gap}} entre le plan et la borne', cancel: 'Annuler', cancelled: 'Le calcul a été annulé.', failed: 'Aucun plan n’est possible ici.', made: 'Plan {{policy}}, {{n}} lignes', recorded: 'enregistré', again: 'Recalculer' },
  source: { title: 'D’où vient ce chiffre', unit: 'Unité : {{unit}}', units: 'pièces : {{item}}', perDay: '{{item}} par jour', facts: 'Faits', more: 'et {{n}} autres', loading: 'Lecture des faits …', none: 'Aucun fait ne porte ce chiffre : c’est ce qui reste de la somme.', plan: 'Calculé par le plan {{plan}} et recalculé par le contrôle indépendant.', by: 'Source :', recorded: 'enregistré {{when}}', noSource: 'sans source nommée', failed: 'Les faits n’ont pu être lus : {{why}}' },
  empty: { title: 'Pas encore d’opération.', text: 'Importez-en une, puis revenez à cette page :', reference: 'L’opération de référence, Liège en mars 2020, vient avec npm start.', retry: 'Regarder encore' },
  entry: { recorded: 'Enregistré.', strikeOut: 'Rayer', left: '{{n}} s', keep: 'Garder', reason: 'Pourquoi c’est rayé', mistake: 'saisi par erreur', cancel: 'Annuler', optional: '(facultatif)' },
  failure: { title: 'Le serveur ne répond pas.', remedy: 'Démarrez-le avec npm start, puis réessayez.', retry: 'Réessayer', stale: 'Le serveur ne répond pas ; voici les derniers chiffres reçus.', stopped: 'Cette page s’est arrêtée.', stoppedRemedy: 'Ce qui a été enregistré est conservé. Rechargez la page ; si elle s’arrête encore, dites-le à qui tient le serveur : {{error}}', notFound: 'Il n’y a pas de page à cette adresse.', back: 'Vers la tour de contrôle' },
  loading: { title: 'Lecture du journal', seconds: '{{n}} s' },
  plan: {
    title: 'Plan', policies: 'Trois politiques', chosen: 'choisie', choose: 'Montrer {{policy}}', pending: 'calcul …', waiting: 'attend son tour', worst: 'Le moins couvert', mean: 'Couverture moyenne', gini: 'Inégalité (Gini)', median: 'Heures, médiane', last: 'Dernière arrivée', cost: 'Transport', co2: 'CO₂', charters: 'Affrètements', short: 'Besoins non couverts', gap: 'Écart à la borne', check: 'Contrôle indépendant', agrees: 'd’accord', objects: '{{n}} objections',
    answer: '<units/> unités peuvent atteindre leurs destinataires d’ici {{when}} pour <cost/>.', sub: '{{cartons}} cartons en {{lines}} lignes. {{policy}}, {{when}}, écart de {{gap}} à la borne prouvée.', none: 'Rien ne peut partir à cet instant.',
    to: 'Vers', item: 'Article', cartons: 'Cartons', units: 'Unités', by: 'Par', leaves: 'Départ', arrives: 'Arrivée', why: 'Pourquoi', all: 'Total', sum: 'Total affiché', filterRecipient: 'Destinataire', filterItem: 'Article', filterMode: 'Mode', any: 'tous', onSpot: 'sur place', sort: 'Trier par {{column}}', linesOf: '{{shown}} lignes sur {{all}}', noLines: 'Aucune ligne ne répond à ces filtres.',
    unserved: 'Ce qui reste sans réponse', shortOf: '<who/> : {{units}} {{item}}', unservedCount: '{{n}} besoins', notes: 'Notes du planificateur', route: 'Trajet', select: 'Montrer la ligne {{line}} sur la carte', flows: 'Carte des flux du plan', frozen: 'épinglée',
  },
};
