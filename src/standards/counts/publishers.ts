// Who publishes each format: under which id, title and address it is recorded as a source, whose calendar its days are, and at which
// hour of them it counts where its files do not say. Not here: how its files are read (one file each).

import { LocalTime, Zone } from '../../domain/time.ts';
import type { CountFormat } from './read-counts.ts';

export interface Publisher {
  readonly series: string;
  readonly title: string;
  readonly publisher: string;
  readonly link: string;
  /** Whose days its dates are. */
  readonly zone: Zone;
  /** Of the day that it dates its figures by; its files may say another. */
  readonly hour: { readonly time: LocalTime; readonly source: string; readonly note: string };
}

const at = (time: string, source: string, note: string): Publisher['hour'] => ({ time: LocalTime.parse(time), source, note });

export const PUBLISHERS: Readonly<Record<CountFormat, Publisher>> = {
  ecdc: { series: 'ecdc', title: 'Daily new cases and deaths worldwide', publisher: 'European Centre for Disease Prevention and Control', link: 'https://www.ecdc.europa.eu', zone: Zone.parse('Europe/Stockholm'), hour: at('10:00', 'assumption', 'the figures of a day were gathered between 06:00 and 10:00') },
  jhu: { series: 'jhu-csse', title: 'COVID-19 daily reports and time series', publisher: 'Johns Hopkins University, Center for Systems Science and Engineering', link: 'https://github.com/CSSEGISandData/COVID-19', zone: Zone.parse('UTC'), hour: at('23:59', 'assumption', 'a time series tells no hour; daily reports closed about midnight UTC') },
  dpc: { series: 'dpc', title: 'Dati COVID-19 Italia, by region', publisher: 'Presidenza del Consiglio dei Ministri, Dipartimento della Protezione Civile', link: 'https://github.com/pcm-dpc/COVID-19', zone: Zone.parse('Europe/Rome'), hour: at('18:00', 'dpc', 'its files tell the hour of each row; this one stands in for none') },
  who: { series: 'who', title: 'COVID-19 global daily data', publisher: 'World Health Organization', link: 'https://data.who.int/dashboards/covid19', zone: Zone.parse('Europe/Zurich'), hour: at('10:00', 'assumption', 'situation reports gave the figures as received by 10:00 in Geneva') },
};
