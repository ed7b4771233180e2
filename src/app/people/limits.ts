// The limits of what people may choose about accounts, tokens and links; shared by the use cases, the routes and the pages.

import { z } from 'zod';

export const LEAST_PASSWORD = 12;
export const MOST_PASSWORD = 128;
export const TOKEN_DAYS_MOST = 366;
export const LINK_DAYS = 14;
export const LINK_DAYS_MOST = 90;
export const Username = z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/i, 'a user name has 2–40 letters, digits, or . _ -, and begins with a letter or digit');
