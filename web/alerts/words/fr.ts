// The words of the alerts page in French.

import type { AlertsDictionary } from './en.ts';

export const french: AlertsDictionary & { readonly [many: `${string}_many`]: string } = {
  none: 'Rien ne demande d’intervention en ce moment.', needs_one: 'Un point demande une intervention.', needs_many: '{{count}} points demandent une intervention.', needs_other: '{{count}} points demandent une intervention.', critical_one: ' Un est critique.', critical_many: ' {{count}} sont critiques.', critical_other: ' {{count}} sont critiques.',
  nobody: 'Personne n’en est averti d’office.', told_one: 'Une adresse est avertie de ce qui survient.', told_many: '{{count}} adresses sont averties de ce qui survient.', told_other: '{{count}} adresses sont averties de ce qui survient.',
  undecided: 'Aucun plan de cet instant n’est disponible : on ne sait pas encore si des promesses sont compromises.',
  story: 'Cette opération se situe au {{when}} : c’est un récit, et elle n’avertit personne d’elle-même. Une adresse ajoutée ici n’est avertie que parce que vous le demandez.',
  raised: 'Signalé maintenant', soonest: 'le plus urgent d’abord', allWell: 'Dès qu’un vol est en retard, qu’un compte diffère, qu’une frontière ferme ou qu’un stock s’épuise, cela s’affiche ici.', since: 'relevé {{when}}', by: 'agir avant {{when}}', soon: 'le plus tôt possible',
  severity: { critical: 'critique', warning: 'important', notice: 'à noter' },
  to: { '/': 'Vers les promesses', '/plan': 'Vers le plan', '/hub': 'Vers la plateforme', '/dispatch': 'Vers l’expédition', '/need/requests': 'Vers les demandes' },
  who: 'Qui est averti', add: 'Ajouter une adresse', noSubscription: 'Personne encore. Ajoutez une adresse e-mail ou un webhook : un seul message par changement, quel que soit le nombre d’alertes.',
  channel: { webhook: 'Webhook', 'e-mail': 'E-mail' }, every: 'tout', some: 'seulement : {{kinds}}', language: { en: 'en anglais', fr: 'en français' }, made: 'ajoutée {{when}}', madeBy: 'ajoutée {{when}} par {{name}}', machine: 'ajoutée {{when}} sur cette machine',
  paused: { 'by-hand': 'En pause depuis {{when}}.', gone: 'En pause depuis {{when}} : le destinataire a répondu qu’il ne veut plus de messages. Corrigez cela chez lui, puis reprenez, ou retirez l’adresse.', 'not-theirs': 'En pause depuis {{when}} : la personne qui l’a ajoutée ne voit plus cette opération.' },
  act: { test: 'Envoyer un essai', pause: 'Mettre en pause', resume: 'Reprendre', remove: 'Retirer', really: 'Retirer définitivement', keep: 'La garder', retry: 'Renvoyer', discard: 'Jeter' },
  sending: 'Envoi…', taken: 'L’essai a été reçu.', notTaken: 'L’essai n’est pas passé :',
  form: { channel: 'Par', address: 'Adresse', webhookHint: 'Une adresse https. Chaque message est signé ; le secret n’est montré qu’une fois.', mailHint: 'Une seule adresse e-mail.', language: 'Langue', kinds: 'De quoi', all: 'Tout', only: 'Seulement', evenPast: 'Avertir cette adresse bien que l’opération soit un récit', go: 'Ajouter', busy: 'Vérification de l’adresse…', cancel: 'Annuler', english: 'Anglais', french: 'Français', mailOff: 'Ce serveur n’envoie pas d’e-mails : la personne qui l’exploite peut régler AIRBRIDGE_SMTP_URL et AIRBRIDGE_SMTP_FROM.' },
  added: 'Ajoutée. Le premier message dira ce qui est en cours.', secret: 'Le secret qui signe chaque message. Montré une seule fois : donnez-le au destinataire.', close: 'Terminé',
  dead: 'Ce qui n’est pas passé', noDead: 'Aucun message n’a été abandonné.', tries_one: 'abandonné {{when}} après un essai', tries_many: 'abandonné {{when}} après {{count}} essais', tries_other: 'abandonné {{when}} après {{count}} essais', to_: 'à {{address}}',
  kind: { 'late-flight': 'vols en retard', 'late-dispatch': 'livraisons en retard', discrepancy: 'comptes qui diffèrent', paper: 'documents manquants', closed: 'frontières fermées', held: 'marchandises retenues en douane', quarantined: 'quarantaine', overflow: 'chargements trop grands', 'out-of-stock': 'ruptures de stock', 'stock-out': 'stocks qui s’épuisent', 'at-risk': 'promesses compromises', broken: 'promesses rompues', request: 'demandes' },
};
