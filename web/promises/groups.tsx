// All promises side by side: by pledge, by donor, by item, by country. A row chosen here is what the meter and the history show.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromisesSeen } from '../router.tsx';
import { Bar } from '../shared/custody.tsx';
import { GROUPS, partsOf, usePromises, type Group, type Shown } from './scene.ts';

/** What an address says for each choice; the others are let go. */
const NOWHERE = { pledge: '', donor: '', country: '' } as const;

interface Row {
  readonly key: string;
  readonly name: string;
  readonly item: string;
  readonly tally: Shown['tally'];
  readonly total: number;
  readonly share: number | null;
  readonly isShown: boolean;
  readonly to: Partial<PromisesSeen>;
}

export function Groups({ by }: { readonly by: string | undefined }): ReactElement {
  const { t } = useTranslation();
  const { figures, onLook, report } = usePromises();
  const group = GROUPS.find((it) => it === by) ?? 'pledge';
  const rows = useRows(group);
  return (
    <section className="groups" aria-label={t('said.group.title')}>
      <h2 className="head">
        {t('said.group.title')}
        <span className="choices" role="group" aria-label={t('said.group.by')}>
          {GROUPS.map((it) => (
            <button key={it} type="button" className="verb" aria-pressed={it === group} onClick={() => onLook({ by: it })}>
              {t(`said.group.${it}`)}
            </button>
          ))}
        </span>
      </h2>
      {report.meter.pledges.length === 0 ? (
        <p className="none">{t('said.meter.empty')}</p>
      ) : (
        <div className="sheet" tabIndex={0} role="region" aria-label={`${t('said.group.title')}, ${t('said.history.table').toLowerCase()}`}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('said.group.name')}</th>
                <th scope="col">{t('said.group.what')}</th>
                <th scope="col" className="number">
                  {group === 'country' ? t('said.group.total') : t('said.group.promised')}
                </th>
                <th scope="col" className="number">{t('said.group.landed')}</th>
                <th scope="col" className="number">{t('said.group.delivered')}</th>
                {group !== 'country' && <th scope="col" className="number">{t('said.group.share')}</th>}
                <th scope="col" className="of-bar">
                  <span className="hidden">{t('said.meter.title')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, name, item, tally, total, share, isShown, to }) => (
                <tr key={key} className={isShown ? 'selected' : undefined}>
                  <th scope="row">
                    <button type="button" className="plain" aria-pressed={isShown} aria-label={t('said.group.show', { name, item: figures.item(item) })} onClick={() => onLook({ ...NOWHERE, ...to })}>
                      {name}
                    </button>
                  </th>
                  <td data-label={t('said.group.what')}>{figures.item(item)}</td>
                  <td className="number" data-label={group === 'country' ? t('said.group.total') : t('said.group.promised')}>{figures.count(total)}</td>
                  <td className="number" data-label={t('said.group.landed')}>{figures.count(tally.everLanded)}</td>
                  <td className="number" data-label={t('said.group.delivered')}>{figures.count(tally.everDelivered)}</td>
                  {group !== 'country' && <td className="number" data-label={t('said.group.share')}>{figures.percent(share ?? 0)}</td>}
                  <td className="of-bar">
                    <Bar parts={partsOf(tally)} height={12} label={`${name}, ${figures.item(item)}`} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="quiet">{t('said.group.note')}</p>
    </section>
  );
}

function useRows(group: Group): readonly Row[] {
  const { t } = useTranslation();
  const { report: { meter }, figures, shown } = usePromises();
  const isShown = (name: string | null, item: string): boolean => shown?.by === group && shown.name === name && shown.item === item;
  if (group === 'pledge')
    return meter.pledges.toSorted((a, b) => b.promised - a.promised).map((it) => ({ key: `${it.pledge} ${it.item}`, name: `${it.pledge}, ${figures.area(it.scope)}`, item: it.item, tally: it, total: it.promised, share: it.landedShare, isShown: isShown(it.pledge, it.item), to: { pledge: it.pledge, item: it.item } }));
  const all = group === 'donor' ? meter.donors : group === 'item' ? meter.items : meter.countries;
  const nameOf = ({ donor, country, item }: (typeof all)[number]): string => (group === 'donor' ? (donor ?? '') : group === 'item' ? figures.item(item) : country === null ? t('said.meter.none') : figures.area(country));
  return all.toSorted((a, b) => b.total - a.total).map((it) => ({
    key: `${it.donor} ${it.country} ${it.item}`, name: nameOf(it), item: it.item, tally: it, total: it.promised ?? it.total, share: it.landedShare, isShown: isShown(group === 'donor' ? it.donor : group === 'item' ? it.item : it.country, it.item),
    to: { item: it.item, ...(group === 'donor' && { donor: it.donor ?? '' }), ...(group === 'country' && { country: it.country ?? '-' }) },
  }));
}
