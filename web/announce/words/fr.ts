// The words of the page Announce in French.

import type { english } from './en.ts';

export const french: typeof english = {
  answer: {
    stale_one: '{{count}} texte publié ne dit plus ce que porte le registre.', stale_other: '{{count}} textes publiés ne disent plus ce que porte le registre.',
    waiting_one: '{{count}} texte approuvé attend d’être publié.', waiting_other: '{{count}} textes approuvés attendent d’être publiés.',
    fine_one: '{{count}} texte est publié et dit ce que porte le registre.', fine_other: '{{count}} textes sont publiés et disent ce que porte le registre.', none: 'Rien n’a encore été annoncé.',
    sub: 'Chaque chiffre d’un texte vient du registre. Vos propres mots n’en contiennent aucun.',
  },
  draft: 'Projet', of: 'Chiffres arrêtés au {{when}}', language: 'Langue', languages: { en: 'anglais', fr: 'français' }, form: 'Forme', forms: { communique: 'communiqué', post: 'message', correction: 'rectification' }, tone: 'Ton', tones: { plain: 'sobre', warm: 'chaleureux' }, length: 'Longueur', lengths: { short: 'court', full: 'complet' },
  correcting: 'Rectification de {{name}}', leaveCorrecting: 'Rédiger autre chose',
  noPlan: 'Aucun plan de cet instant n’est enregistré : le texte ne donne pas de date attendue. Ouvrez la page du plan et approuvez-en un.',
  sentences: 'Phrases', keep: 'Garder cette phrase', own: 'Une phrase à vous, sans chiffre', ownHint: 'Un remerciement, une citation, un contact. Un chiffre y est refusé : prenez la phrase du projet qui le donne.', add: 'L’ajouter', remove: 'La retirer',
  text: 'Le texte', signs_one: '{{count}} signe', signs_other: '{{count, number}} signes', page: 'La page publique', copy: 'Copier', copied: 'Copié', name: 'Nom', nameHint: 'Sous lequel il figure au journal, par exemple soir-du-premier-vol.', approve: 'Approuver ce texte', approved: '« {{name}} » est approuvé.',
  texts: 'Textes', empty: 'Aucun texte n’est approuvé. Choisissez les phrases d’un projet, donnez-lui un nom, approuvez-le.',
  state: { approved: 'approuvé', published: 'publié', stale: 'plus exact', corrected: 'rectifié par {{name}}' }, since: 'depuis le {{when}}', publish: 'Publier', link: 'Où il est publié', linkHint: 'Son adresse ; facultative.', published: '« {{name}} » est publié.', show: 'Voir le texte', correct: 'Rédiger la rectification',
  change: 'écrit {{was}}, c’est {{now}}', gone: 'écrit {{was}} ; ce chiffre n’existe plus', cancel: 'Annuler', print: 'Imprimer', figure: 'chiffre du registre',
  units: { pieces: 'pièces', 'pieces-a-day': 'pièces par jour', people: 'personnes', days: 'jours', percent: 'pour cent' },
};
