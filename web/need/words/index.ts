// The words of the page of need join the others when it is first opened, under `need`; and what Italy's regions are called, by ISO
// 3166-2, for they are counted one by one.

import { language } from '../../shared/language.ts';
import { learnDeskWords } from '../../shared/words/desk.ts';
import { mayNotEnglish, mayNotFrench } from '../../shared/words/may-not.ts';
import { needInEnglish } from './en.ts';
import { needInFrench } from './fr.ts';

const regionsInEnglish = {
  'IT-21': 'Piedmont', 'IT-23': 'Aosta Valley', 'IT-25': 'Lombardy', 'IT-32': 'Trentino-South Tyrol', 'IT-34': 'Veneto', 'IT-36': 'Friuli Venezia Giulia', 'IT-42': 'Liguria', 'IT-45': 'Emilia-Romagna', 'IT-52': 'Tuscany', 'IT-55': 'Umbria',
  'IT-57': 'Marche', 'IT-62': 'Lazio', 'IT-65': 'Abruzzo', 'IT-67': 'Molise', 'IT-72': 'Campania', 'IT-75': 'Apulia', 'IT-77': 'Basilicata', 'IT-78': 'Calabria', 'IT-82': 'Sicily', 'IT-88': 'Sardinia',
};
const regionsInFrench: typeof regionsInEnglish = {
  'IT-21': 'Piémont', 'IT-23': 'Vallée d’Aoste', 'IT-25': 'Lombardie', 'IT-32': 'Trentin-Haut-Adige', 'IT-34': 'Vénétie', 'IT-36': 'Frioul-Vénétie julienne', 'IT-42': 'Ligurie', 'IT-45': 'Émilie-Romagne', 'IT-52': 'Toscane', 'IT-55': 'Ombrie',
  'IT-57': 'Marches', 'IT-62': 'Latium', 'IT-65': 'Abruzzes', 'IT-67': 'Molise', 'IT-72': 'Campanie', 'IT-75': 'Pouilles', 'IT-77': 'Basilicate', 'IT-78': 'Calabre', 'IT-82': 'Sicile', 'IT-88': 'Sardaigne',
};

export function learnNeedWords(): void {
  learnDeskWords();
  language.addResourceBundle('en', 'translation', { need: needInEnglish, mayNot: mayNotEnglish, area: regionsInEnglish }, true);
  language.addResourceBundle('fr', 'translation', { need: needInFrench, mayNot: mayNotFrench, area: regionsInFrench }, true);
}
