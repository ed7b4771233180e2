// The words of the page about the choice of a hub in French.

import type { HubsDictionary } from './en.ts';

export const french: HubsDictionary = {
  title: 'Pourquoi ce hub ?',
  intro: 'Chaque candidat est essayé comme hub : on revient avant le premier vol, vols et liaisons sont retracés, le tout est planifié et vérifié. Rien n’est écrit.',
  begin: 'Essayer tous les candidats', takes: 'Jusqu’à une minute.', asking: 'Un plan par candidat est en cours.', cancelled: 'Abandonné ; rien n’a changé.',
  count_one: 'un hub', count_other: '{{count}} hubs à la fois', hubs: 'Hubs', by: 'Classés par', sheet: 'Vos candidats', sheetHint: 'CSV ou classeur ; sans fichier, les douze aéroports fournis avec Airbridge.', budget: 'Budget de transport, €',
  order: { objective: 'l’objectif', cost: 'le coût', hours: 'les heures', co2: 'le CO₂', coverage: 'la couverture moyenne' },
  from: 'dès le premier départ, {{when}}', ranking: 'Classement', rankingSub: 'un plan vérifié par ligne',
  rank: 'Nº', hub: 'Hub', objective: 'Objectif, M€', bound: 'Borne, M€', gap: 'Écart', cover: 'Couverture', mean: 'Heures moyennes', last: 'Dernier, h', cost: 'Coût', co2: 'CO₂, kg', shaken: 'Après un choc, M€ : hub fermé 2 jours · frontière fermée 7 jours · sans trains', check: 'Contrôle', clean: 'conforme', violations_one: '1 infraction', violations_other: '{{count}} infractions',
  reasons: 'Face au premier', own: 'celui de l’opération', overBudget: 'hors budget', pick: 'Voir {{hub}}', noReason: 'C’est le premier du classement.',
  map: 'Jusqu’où vont les biens', mapSub: 'selon les règles de trajet, en cercles', mapLabel: 'Carte de {{hub}} : jusqu’où vont les biens par {{mode}}', mode: { road: 'la route', rail: 'le rail', air: 'avion', sea: 'mer' }, within: '{{hours}} h', honest: 'Des cercles, car les règles ne connaissent que la distance : ni routes réelles ni horaires. Les plans ci-dessus utilisent des départs datés.', noRail: 'Aucun train de fret ne charge ici : les cercles sont ceux d’un autre aéroport relié au rail.',
  trade: 'Coût et heures', tradeSub: 'le CO₂ fait la taille du cercle', tradeLabel: 'Heures moyennes selon le coût du transport, un cercle par hub ; les chiffres sont dans le classement', tradeSpot: '{{hub}} : {{cost}}, {{hours}} h, {{co2}} kg de CO₂',
  facts: 'Les candidats', runway: 'Piste, m', lands: 'Atterrissages', always: 'jour et nuit', rail: 'Rail', yes: 'oui', no: 'non', rate: 'Palettes par heure', note: 'Note', source: 'Source',
  change: 'Ce qui changerait la réponse', changeSub: 'une hypothèse à la fois, les trois premiers replanifiés', find: 'Chercher les seuils', findTakes: 'Quelques minutes.', verified: 'Replanifié à 1 % de part et d’autre : le seuil tient.', unverified: 'Replanifié à 1 % de part et d’autre : le seuil ne tient pas.',
  over: 'Couverture dans le temps', overLabel: 'Part de tout le besoin remise, par heures après le premier départ', hoursAfter: 'Heures après le premier départ',
  classic: { title: 'Les questions classiques', sub: 'Résolues exactement sur les mêmes liaisons, sans horaires, places ni frontières : à côté des plans, non à leur place.', question: 'Question', pmedian: 'le moins, en moyenne du besoin', pcentre: 'le moins, pour la plateforme la moins bien servie', least: 'Minimum', bound: 'Borne démontrée' },
  whatIf: {
    title: 'Et si ?', sub: 'face au plan de l’opération telle qu’elle est ; rien n’est écrit', none: 'Aucun changement n’est choisi.', add: 'Essayer un changement', go: 'Planifier les deux', link: 'L’adresse de cette page porte les changements : qui l’ouvre pose la même question.', remove: 'Retirer : {{change}}',
    need: 'Besoins plus élevés', flight: 'Un vol de plus', rail: 'Des trains au lieu de camions', hub: 'Un autre hub', percent: 'De combien de pour cent', like: 'Comme quel envoi', days: 'Combien de jours après', place: 'Aéroport', areas: 'Pour les pays (codes ISO)', addIt: 'Ajouter',
    said: { need: 'besoins plus élevés de {{percent}}', needLess: 'besoins plus bas de {{percent}}', flight_one: 'un vol de plus comme {{like}}, un jour après', flight_other: 'un vol de plus comme {{like}}, {{count}} jours après', flightTimes_one: '{{times}} vols de plus comme {{like}}, un par jour', flightTimes_other: '{{times}} vols de plus comme {{like}}, tous les {{count}} jours', rail: 'des trains au lieu de camions', railTo: 'des trains au lieu de camions vers {{to}}', hub: '{{place}} comme autre hub pour {{areas}}' },
    points: '{{n}} pts', percentOf: '{{n}} %', figure: 'Chiffre', asking: 'Les deux plans sont en cours.', now: 'Tel quel', changed: 'Et si', difference: 'Différence', recipients: 'Par destinataire', recipient: 'Destinataire', coverThen: 'Couverture', hoursThen: 'Heures moyennes', badLink: 'Le lien porte un changement que cette version ne connaît pas ; il est laissé de côté.',
  },
  figure: { worstOff: 'Le moins couvert', mean: 'Couverture moyenne', gini: 'Inégalité (Gini)', median: 'Heure médiane', last: 'Dernière heure', cost: 'Coût', co2: 'CO₂, kg', cartons: 'Cartons remis', objective: 'Objectif, €', gap: 'Écart' },
  several: {
    title: 'Côte à côte', sub: 'Tous au {{when}}. Sous chaque chiffre : sa distance à l’opération telle qu’elle est. Le meilleur de chaque colonne est en gras.', choose: 'Comparer {{name}}', all: 'Tous', go: 'Comparer côte à côte', chosen: 'Choisis : {{n}}', tooMany: 'Choisis : {{n}}. Au plus {{most}} à la fois.', asking: 'Un plan par ligne est en cours.', name: 'Et si', changes: 'Changements', own: 'seul, au {{when}}', best: '(meilleur)',
  },
  kept: {
    title: 'Et si gardés', none: 'Aucun n’est gardé. Essayez un changement, puis gardez-le sous un nom ; ceux qui sont gardés se comparent côte à côte.', name: 'Le garder sous le nom', keep: 'Garder', done: 'Gardé : {{name}}', by: 'gardé par {{by}}, {{when}}', copy: 'Copier l’adresse', copyOf: 'Copier l’adresse de {{name}}', copied: 'L’adresse de {{name}} est copiée.', notCopied: 'Le navigateur ne permet pas de copier. L’adresse : {{address}}', strikeOut: 'Biffer', strikeOutOf: 'Biffer {{name}}', struck: 'Biffé : {{name}}', reason: 'La question ne se pose plus',
  },
};
