// Who holds units of recalled lots, by place, flight, dispatch and receiver; where there is a recall, who has been told.

import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Table, type Column } from '../shared/table.tsx';
import { useHub, type Holder } from './scene.ts';

export function HoldersTable({ holders, told }: { readonly holders: readonly Holder[]; readonly told?: (holder: Holder) => ReactNode }): ReactElement {
  const { t } = useTranslation();
  const { figures } = useHub();
  if (holders.length === 0) return <p className="none">{t('hub.noHolder')}</p>;
  const columns: readonly Column<Holder>[] = [
    {
      name: 'holder', head: t('hub.column.holder'),
      cell: ({ name, kind, tell, handlingUnits }) => (
        <>
          {name}
          <span className="under">
            {t(`hub.holder.${kind}`)}
            {tell !== name && `, ${t('hub.tell', { who: tell })}`}
            {handlingUnits.length > 0 && `, ${t('hub.handlingUnits', { count: handlingUnits.length })}`}
          </span>
        </>
      ),
    },
    { name: 'units', head: t('hub.column.units'), isNumber: true, cell: ({ units }) => figures.count(units) },
    ...(told === undefined ? [] : [{ name: 'told', head: t('hub.column.told'), cell: told }]),
  ];
  return <Table columns={columns} rows={holders} keyOf={({ kind, holder }) => `${kind} ${holder}`} label={t('hub.holders')} isTall />;
}
