// placeholder for compile
import type { ReactElement } from 'react';
export const PlanPage = (): ReactElement => <p />;
