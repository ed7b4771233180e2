// Who holds units of recalled lots, by place, flight, dispatch and receiver; where there is a recall, who has been told.

import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHub, type Holder } from './scene.ts';

export function HoldersTable({ holders, told }: { readonly holders: readonly Holder[]; readonly told?: (holder: Holder) => ReactNode }): ReactElement {
  const { t } = useTranslation();
  const { figures } = useHub();
  if (holders.length === 0) return <p className="none">{t('hub.noHolder')}</p>;
  return (
    <div className="sheet" tabIndex={0} role="group" aria-label={t('hub.holders')}>
      <table className="holders">
        <thead>
          <tr>
            <th scope="col">{t('hub.column.holder')}</th>
            <th scope="col" className="number">
              {t('hub.column.units')}
            </th>
            {told !== undefined && <th scope="col">{t('hub.column.told')}</th>}
          </tr>
        </thead>
        <tbody>
          {holders.map((holder) => (
            <tr key={`${holder.kind} ${holder.holder}`}>
              <th scope="row">
                {holder.name}
                <span className="under">
                  {t(`hub.holder.${holder.kind}`)}
                  {holder.tell !== holder.name && `, ${t('hub.tell', { who: holder.tell })}`}
                  {holder.handlingUnits.length > 0 && `, ${t('hub.handlingUnits', { count: holder.handlingUnits.length })}`}
                </span>
              </th>
              <td className="number" data-label={t('hub.column.units')}>
                {figures.count(holder.units)}
              </td>
              {told !== undefined && <td data-label={t('hub.column.told')}>{told(holder)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
