// The words of requests for need in French.

import type { RequestsDictionary } from './en.ts';

export const french: RequestsDictionary = {
  severity: { 1: '1 : peut attendre', 2: '2 : faible', 3: '3 : ordinaire', 4: '4 : urgent', 5: '5 : des vies en dépendent' },
  state: { open: 'vous attend', asked: 'précision demandée', answered: 'réponse reçue, vous attend', accepted: 'acceptée', declined: 'refusée', withdrawn: 'retirée', replaced: 'remplacée' },
  via: { link: 'par lien', sheet: 'par feuille', api: 'par un programme', desk: 'à ce bureau' },
  cartons_one: '{{n}} carton', cartons_other: '{{n}} cartons', of: 'de {{n}}', window: 'du {{from}} au {{until}}',
  desk: {
    none: 'Personne n’a encore rien demandé.', waits_one: 'Une demande vous attend.', waits_other: '{{count}} demandes vous attendent.', allJudged: 'Aucune demande ne vous attend.', asked_one: ' Une attend la réponse de son auteur.', asked_other: ' {{count}} attendent la réponse de leur auteur.',
    source: 'Ce qui est accepté devient un besoin et compte dans les plans. Une quantité hors de la fourchette plausible fait l’objet d’une question automatique ; elle n’est jamais écartée.',
    empty: 'Un destinataire dit ce dont il a besoin par un lien, sans compte : créez-en un ici. Ou apportez une feuille de demandes.', sheet: 'Apporter une feuille de demandes',
    show: 'Afficher', shown: { waiting: 'ce qui attend', all: 'tout', accepted: 'acceptées', declined: 'refusées ou retirées' }, find: 'Chercher un destinataire ou un article', nothing: 'Aucune demande ne correspond.',
    recipient: 'Destinataire', asks: 'Demande', band: 'Face à l’estimation', urgency: 'Urgence', since: 'Depuis', state: 'État', list: 'Demandes', open: 'Voir la demande de {{name}}', close: 'Fermer',
    mayNot: 'En tant que {{role}}, vous ne voyez pas les demandes.',
  },
  band: {
    asked: '{{asked}} demandés', estimate: 'estimation de {{low}} à {{high}}, le plus probable {{central}}', none: 'aucun chiffre officiel pour comparer', part: 'pour l’ensemble de {{area}}, dont ceci est une partie', whole: 'pour {{area}}',
    above: 'au-dessus de la fourchette plausible : plus de {{times}} fois l’estimation haute', below: 'au-dessous de la fourchette plausible : moins du tiers de l’estimation basse', label: '{{asked}} demandés ; estimation de {{low}} à {{high}}',
    parameters: 'La fourchette : du tiers de l’estimation basse à {{times}} fois la haute. Les deux sont des hypothèses : moins vient plus souvent d’un zéro oublié ou de cartons comptés comme des pièces, plus d’un zéro de trop ou d’une réserve.',
  },
  detail: {
    beside: 'Ce qui existe à côté', alone: 'Personne d’autre ne demande cela.', said: 'Ce qui a été dit', why: 'Motif indiqué : {{why}}', replaces: 'Remplace {{requests}}.', replacedBy: 'Remplacée par {{request}}.',
    step: { request: 'demandé', ask: 'question posée', answer: 'réponse', accept: 'acceptée', decline: 'refusée', withdraw: 'retirée', replace: 'remplacée par une demande ultérieure' }, byItself: 'question automatique',
    accepted: 'Besoin depuis lors : {{what}}',
  },
  judge: {
    accept: 'Accepter', ask: 'Demander une précision', decline: 'Refuser', undo: 'Annuler la décision', units: 'Pièces acceptées : {{item}}', within: 'Compte à l’intérieur de ce qui existe, ne s’y ajoute pas', onTop: 'S’ajoute', counts: 'Comment cela compte : {{item}}', reason: 'Motif, si moins ou autrement que demandé', whyNot: 'Pourquoi pas', question: 'Question à l’auteur de la demande', undoReason: 'Pourquoi annuler', go: { accept: 'Accepter', ask: 'Envoyer la question', decline: 'Refuser', undo: 'Annuler la décision' },
    hint: 'Au plus {{n}} ; 0 laisse la ligne de côté.', asked: 'Pas encore de réponse. La demande peut tout de même être acceptée ou refusée.',
  },
  links: {
    title: 'Liens', text: 'Quiconque détient le lien peut déposer des demandes pour ce seul destinataire, jusqu’à son expiration ou sa révocation.', recipient: 'Destinataire', days: 'Durée en jours', make: 'Créer un lien', none: 'Aucun lien en cours.', until: 'jusqu’au {{when}}', revoked: 'révoqué', expired: 'expiré', revoke: 'Révoquer', once: 'Affiché cette seule fois : envoyez-le au destinataire. Valable jusqu’au {{when}}.', local: 'Les liens demandent un serveur avec comptes (AIRBRIDGE_ACCOUNTS=on). Sans lui, apportez les demandes en feuille.',
  },
  sheet: {
    question: 'Apportez une feuille de demandes : qui a besoin de quoi, et qu’est-ce qui ne va pas ?', nothingWritten: 'Rien n’est déposé tant qu’une question reste ouverte ou qu’une ligne est fausse sans être mise de côté.', drop: 'Déposez ici une feuille de demandes, ou choisissez-la', kinds: 'Excel (.xlsx) ou CSV de tout pays, une ligne par destinataire et article : destinataire, article, quantité, unité, du, au, urgence, motif.',
    says_one: '{{count}} ligne pour {{recipients}}.', says_other: '{{count}} lignes pour {{recipients}}.', nobody: 'Aucune demande n’a encore pu être lue.', ready: 'Rien n’est ouvert.', before: 'Ce fichier a déjà été déposé. Il n’y a plus rien à faire.',
    file: 'Déposer les demandes', filing: 'Dépôt …', filed_one: 'Une demande est déposée.', filed_other: '{{count}} demandes sont déposées.', asked_one: 'L’une d’elles fait déjà l’objet d’une question : sa quantité sort de la fourchette plausible.', asked_other: '{{count}} d’entre elles font déjà l’objet d’une question : leurs quantités sortent de la fourchette plausible.', to: 'Vers les demandes',
    lines: 'Ce qu’elle demande', recipient: 'Destinataire', item: 'Article', units: 'Pièces', cartons: 'Cartons', window: 'Jours', urgency: 'Urgence', why: 'Motif', row: 'Ligne', mayNot: 'En tant que {{role}}, vous ne pouvez pas déposer de demandes.', back: 'Toutes les demandes',
  },
  link: {
    title: 'De quoi {{name}} a-t-il besoin ?', none: 'Une demande', text: 'Dites ce qui manque. Deux minutes, sans compte. Revenez avec ce lien pour voir la suite donnée.', item: 'Article', pieces: 'Pièces', packed: '= {{cartons}} de {{per}}', choosePieces: 'Des pièces à l’unité, pas des cartons.', from: 'Premier jour', until: 'Dernier jour', urgency: 'Urgence', why: 'Motif (facultatif)', whyHint: 'Par exemple lits, personnel, jours de stock restants.', line: 'Article {{n}}', another: 'Ajouter un article', remove: 'Retirer l’article {{n}}',
    who: 'Votre nom', whoHint: 'Conservé hors du journal ; peut être effacé.', go: 'Envoyer la demande', busy: 'Envoi …', sent: 'Merci. La demande est déposée.', newOne: 'Demander autre chose', until_: 'Ce lien est valable jusqu’au {{when}}.', yours: 'Vos demandes', when: 'Déposée le {{when}}',
    became: { open: 'Elle est à l’étude.', asked: 'Une question vous est posée.', answered: 'Votre réponse est à l’étude.', accepted: 'Acceptée : elle compte dans le plan.', declined: 'Refusée.', withdrawn: 'Retirée.', replaced: 'Une de vos demandes ultérieures l’a remplacée.' },
    part: '{{units}} sur {{asked}} acceptés.', question: 'Une question pour vous', answer: 'Votre réponse', change: 'Le nombre était juste, ou corrigez-le ici', send: 'Envoyer la réponse', thanks: 'Merci. Votre réponse est déposée.', withdraw: 'Retirer', really: 'Retirer définitivement', keep: 'La garder', reason: 'Motif : {{reason}}',
  },
};
