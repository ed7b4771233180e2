// The map's three buttons, and the word about the wheel.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { STEP, type Zoom } from './zoom.ts';

export function ZoomKeys({ zoom }: { readonly zoom: Zoom }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <div className="zoom-keys" role="group" aria-label={t('map.zoom')}>
        <button type="button" className="key" aria-label={t('map.closer')} onClick={() => zoom.by(STEP)}>
          +
        </button>
        <button type="button" className="key" aria-label={t('map.farther')} onClick={() => zoom.by(1 / STEP)}>
          −
        </button>
        <button type="button" className="key" aria-label={t('map.whole')} disabled={zoom.view.k === 1 && zoom.view.x === 0 && zoom.view.y === 0} onClick={zoom.home}>
          ⌂
        </button>
      </div>
      <p className="zoom-hint" role="status" aria-live="polite">
        {zoom.hint && t('map.wheel')}
      </p>
    </>
  );
}
