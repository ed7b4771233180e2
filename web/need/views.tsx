// Which part of the page is shown, and of which item it speaks. The requests have a page of their own.

import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNeed, VIEWS, type View } from './scene.ts';

export function Views({ view }: { readonly view: View }): ReactElement {
  const { t } = useTranslation();
  const { operation } = useNeed();
  return (
    <div className="views">
      <nav aria-label={t('need.views.title')}>
        {VIEWS.map((it) => (
          <Link key={it} to="/need" search={(held) => ({ ...held, view: it })} aria-current={it === view ? 'true' : undefined} activeProps={{}} replace resetScroll={false}>
            {t(`need.views.${it}`)}
          </Link>
        ))}
        <Link to="/need/requests" search={({ op, at }) => ({ op: op ?? operation, at })} activeProps={{}}>
          {t('need.views.requests')}
        </Link>
      </nav>
      <ItemChoice />
    </div>
  );
}

function ItemChoice(): ReactElement {
  const { t } = useTranslation();
  const { picture, item, figures, onLook } = useNeed();
  const items = [...new Set([item, ...picture.items.map((it): string => it.item)])];
  return (
    <label>
      {t('need.views.item')}{' '}
      <select className="choice" value={item} onChange={(event) => onLook({ item: event.currentTarget.value })}>
        {items
          .map((code) => [code, figures.item(code)] as const)
          .toSorted(([, a], [, b]) => names.compare(a, b))
          .map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
      </select>
    </label>
  );
}

const names = new Intl.Collator();
