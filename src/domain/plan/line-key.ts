// What tells one line of a plan from another, whatever its number: the lot, whom it goes to, by which departures.

export const lineKey = ({ lot, recipient, route }: { readonly lot: string; readonly recipient: string; readonly route: readonly string[] }): string => [lot, recipient, ...route].join('\t');
