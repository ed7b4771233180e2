// Words of what several desks have in common and the first screen has not: a table copied, printed and shown in full, the cursor in
// the answer line. Each of those desks learns them when it is opened.

import { language } from '../language.ts';

const english = {
  table: { more: 'Show {{n}} more', all: 'Show all {{n}}', copy: 'Copy as a table', copied: '{{n}} lines copied', print: 'Print', failed: 'The browser does not let the page copy.' },
  cursor: { at: 'As it stood on', cursor: 'Time cursor', back: 'Back to {{when}}', now: 'Back to now' },
};
const french: typeof english = {
  table: { more: 'En montrer {{n}} de plus', all: 'Montrer les {{n}}', copy: 'Copier en tableau', copied: '{{n}} lignes copiées', print: 'Imprimer', failed: 'Le navigateur ne laisse pas copier la page.' },
  cursor: { at: 'État au', cursor: 'Curseur temporel', back: 'Retour à {{when}}', now: 'Retour à maintenant' },
};

export function learnDeskWords(): void {
  language.addResourceBundle('en', 'translation', english, true);
  language.addResourceBundle('fr', 'translation', french, true);
}
