// Shortage: the map, what the next landing changes, and the ranking.

import type { ReactElement } from 'react';
import { NextLanding } from './next-landing.tsx';
import { Ranking } from './ranking.tsx';
import { ShortageMap } from './shortage-map.tsx';

export const Shortage = ({ text, country }: { readonly text: string | undefined; readonly country: string | undefined }): ReactElement => (
  <div className="floor shortage">
    <div className="side">
      <ShortageMap />
      <NextLanding />
    </div>
    <Ranking text={text} country={country} />
  </div>
);
