// The band: what is asked against low, most likely and high of the estimate, on one line; the same in words beneath, with what
// lies outside said and not only shown.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../shared/figures.ts';
import type { Line, Request } from './scene.ts';

/** Three times the high estimate is as far as the band reaches (an assumption; the report says so). */
const TIMES = 3;

interface BandProps {
  readonly line: Pick<Line, 'plausible'>;
  /** Whose area it is, by name, where it is the recipient's own. */
  readonly of: Pick<Request, 'area' | 'name'>;
  readonly figures: Figures;
}

export function Band({ line, of, figures }: BandProps): ReactElement {
  const { t } = useTranslation();
  const { plausible } = line;
  if (plausible === null) return <span className="quiet">{t('requests.band.none')}</span>;
  const { asked, estimate, share, area, verdict } = plausible;
  const whole = Math.max(asked, estimate.high) * 1.04 || 1;
  const at = (n: number): string => `${((n / whole) * 100).toFixed(2)}%`;
  const words = { asked: figures.count(asked), low: figures.count(estimate.low), high: figures.count(estimate.high), central: figures.count(estimate.central), area: area === of.area && share === 'whole' ? of.name : figures.area(area), times: TIMES };
  return (
    <span className="band" data-verdict={verdict}>
      <span className="line" role="img" aria-label={t('requests.band.label', words)}>
        <span className="likely" style={{ insetInlineStart: at(estimate.low), inlineSize: at(estimate.high - estimate.low) }} />
        <span className="central" style={{ insetInlineStart: at(estimate.central) }} />
        <span className="asked" style={{ insetInlineStart: at(asked) }} />
      </span>
      <span className="under">
        {t('requests.band.asked', words)}; {t('requests.band.estimate', words)} {t(`requests.band.${share}`, words)}
        {verdict !== 'within' && <b>; {t(`requests.band.${verdict}`, words)}</b>}
      </span>
    </span>
  );
}
