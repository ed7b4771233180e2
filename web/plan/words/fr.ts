// Le français de la page du plan : pourquoi, la frontière, décisions, recalcul, approbation.

import type { planEnglish } from './en.ts';

export const planFrench: typeof planEnglish = {
  whyPanel: {
    title: 'Pourquoi ?', of: '{{to}} : {{cartons}} cartons, {{item}}', need: '{{to}} : il manque {{units}} {{item}}', close: 'Fermer', asking: 'Calcul des autres possibilités.', again: 'Redemander', failed: 'Pas de réponse : {{why}}',
    hint: 'Choisissez une ligne pour savoir pourquoi elle est ainsi, ce qui pourrait être autrement, et pour en décider. Les flèches passent d’une ligne à l’autre.',
    prices: 'Ce que vaut ce qui est sur son chemin', otherwise: 'Ce qui la changerait', each: 'Chaque rangée est un plan entier.', what: 'Si', cover: 'Ce besoin', worst: 'Le moins couvert', cost: 'Coût', last: 'Dernier carton', proven: 'prouvé', none: 'pas de plan', same: 'inchangé', points: '{{n}} pts', notTaken: 'non pris : {{euros}}, {{hours}}', notTakenCover: 'le moins couvert {{points}}', hours: '{{n}} h', roadNotTaken: 'Le chemin non pris : {{route}}',
    preview: 'Le plan du brouillon n’est pas enregistré ; ses autres possibilités se demandent une fois qu’il est approuvé.',
  },
  frontier: {
    title: 'Équité, heures et coût', whyHub: 'Pourquoi ce hub ? Et si …', sub: 'ce que l’un demande aux autres', draw: 'Tracer la frontière', takes: 'Dix plans certifiés ; une dizaine de secondes.', asking: 'Calcul de dix points.', worst: 'Le moins couvert', hours: 'Heures, médiane', cost: 'Transport', chart: 'Graphique : couverture du moins couvert et heures médianes selon le coût du transport. Le tableau dessous donne les mêmes chiffres.', point: 'Point', gap: 'Écart', mean: 'Couverture moyenne', table: 'Les points en tableau', beaten: 'un autre est meilleur en tout', policies: 'Politiques', certified: 'Points certifiés', failed: 'Pas de frontière : {{why}}', choose: '{{point}} : le moins couvert {{worst}}, {{hours}}, {{cost}}, écart {{gap}}', besides: '{{point}}, à côté des trois politiques',
    'most-equal': 'Le plus égal', 'equal-90': '90 % des niveaux', 'equal-75': '75 % des niveaux', 'equal-50': 'La moitié des niveaux', 'most-relief': 'Aucun niveau tenu', 'equal-cheaper': 'Le plus égal, moins cher', 'equal-faster': 'Le plus égal, plus rapide',
  },
  decide: {
    title: 'Décider de cette ligne', act: 'Décision', pin: 'L’épingler : elle reste telle quelle', set: 'Fixer un nombre de cartons', forbid: 'Pas par ce départ', move: 'Déplacer des cartons vers une autre ligne', release: 'La libérer : elle peut changer', cartons: 'Cartons', struck: '0 supprime la ligne.', reason: 'Raison', departure: 'Départ', whom: 'Pour qui', everybody: 'tout le monde', to: 'Vers', add: 'Ajouter au brouillon', noTarget: 'Aucune autre ligne ne porte : {{item}}.', drag: 'Ou glissez une ligne sur une autre du même article.', most: '{{n}} au plus',
    draft: 'Brouillon des décisions', empty: 'Rien n’est décidé. Ce que vous décidez reste ici jusqu’au recalcul et à l’approbation.', undo: 'Annuler', redo: 'Rétablir', clear: 'Tout retirer', remove: 'Retirer : {{what}}', removeShort: 'Retirer',
    saidPin: 'Épinglée : {{line}}', saidSet: '{{line}} → {{n}} cartons', saidStrike: 'Supprimée : {{line}}', saidRelease: 'Libérée : {{line}}', saidForbid: 'Pas par {{departure}} : {{whom}}', line: '{{to}}, {{cartons}} cartons, {{item}}, par {{by}}', onSpot: 'main', added: '{{n}} décisions au brouillon',
    pallets: 'Charger des palettes entières : ce qui va ensemble à un destinataire prend et paie les palettes qu’il entame',
    steady_one: 'Garder ce d’après quoi l’on agit : {{n}} ligne approuvée part dans les {{hours}} h, et la changer compte', steady_other: 'Garder ce d’après quoi l’on agit : {{n}} lignes approuvées partent dans les {{hours}} h, et les changer compte',
    replan: 'Recalculer', replanning: 'Recalcul.', refused: 'Cela ne peut pas tenir', releaseThese: 'Libérer celles-ci', release_one: 'Le moins qu’il faudrait lâcher : {{count}} décision', release_other: 'Le moins qu’il faudrait lâcher : {{count}} décisions', setMost: 'Fixer à {{n}}, le plus qui tienne', failed: 'Le serveur n’a pu recalculer : {{why}}',
  },
  beside: {
    title: 'Le nouveau plan à côté de celui qui vaut', whole: 'Tout', before: 'vaut', after: 'nouveau', to: 'Vers', cover: 'Besoin couvert', hours: 'Heures moyennes', cost: 'Coût', cartons: 'Cartons', unchanged_one: '{{count}} destinataire reste inchangé.', unchanged_other: '{{count}} destinataires restent inchangés.', nothing: 'Personne n’est mieux ni moins bien servi.', stale: 'Le brouillon a changé depuis : recalculez avant d’approuver.', lines: 'Nouvelles lignes', differences: 'Différences', old: 'Lignes qui valent', discard: 'Abandonner le nouveau plan', show: 'Ce qui est montré', checked: 'Le contrôle indépendant est d’accord.', objects: 'Le contrôle indépendant a {{n}} objections.', acted: 'Ce d’après quoi l’on agit', actedSub: '{{kept}} cartons sur {{cartons}} restent ; le changement compte {{euros}}',
  },
  approve: {
    open: 'Approuver et figer', title: 'Approuver ce plan', text: '{{lines}} lignes, {{cartons}} cartons, {{cost}}. Vos décisions sont enregistrées avec lui, d’un coup, et lisibles par tous.', reason: 'Raison, pour le journal', by: 'Votre rôle', freeze: 'Ce qui vaut désormais', all: 'chaque ligne, quoi qu’un plan futur préfère', decided: 'seulement ce qui a été décidé', go: 'Approuver', cancel: 'Pas encore', first: 'Recalculez d’abord : ce plan ignore des décisions du brouillon.', done: 'Approuvé : {{facts}} faits enregistrés, {{frozen}} lignes valent désormais.', already: 'Il avait déjà été approuvé ainsi.', before: 'Approuvé par {{by}}, {{when}}.', other: 'Un autre plan vaut : {{policy}} du {{asOf}}, approuvé par {{by}}, {{when}}.', failed: 'Rien n’est enregistré : {{why}}', working: 'Enregistrement … {{n}} s',
  },
  pallets: { title: 'Palettes', sub: '{{places}} places, remplies à {{part}}', departure: 'Départ', to: 'Vers', places: 'Places', filled: 'Rempli' },
  fares: { title: 'Si le besoin est moindre, ou plus grand', sub: 'les mêmes envois', short: 'Unités manquantes', low: 'Borne basse', central: 'Comme planifié', high: 'Borne haute' },
};
