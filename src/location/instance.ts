// What is asked: which candidates to open as hubs, so that customers are served at least cost. Four classic questions over the same
// table of costs. Not here: where the costs come from, and what speaks against an instance (examine.ts).

/** Customers, candidates, and what it costs to serve one from the other. Costs are in one unit throughout, and not negative. */
export interface Service {
  readonly customers: number;
  readonly candidates: number;
  /** Row by row: `cost[customer · candidates + candidate]`, all of the customer's demand included. Infinity: not reachable. Need not be symmetric. */
  readonly cost: Float64Array;
}

/** Open exactly `p` candidates so that the sum of the customers' costs is least (Hakimi 1964). */
export interface PMedian extends Service {
  readonly model: 'pmedian';
  readonly p: number;
}

/** Open at most `p` candidates so that the greatest of the customers' costs is least (Hakimi 1965). */
export interface PCentre extends Service {
  readonly model: 'pcentre';
  readonly p: number;
}

/** Opening a candidate costs; open so that openings and service together cost least (Balinski 1965). */
export interface Uncapacitated extends Service {
  readonly model: 'ufl';
  /** For each candidate. */
  readonly fixed: Float64Array;
}

/** The same where a candidate can serve only so much, and a customer may be served from several, at the share of its cost. */
export interface Capacitated extends Service {
  readonly model: 'cfl';
  readonly fixed: Float64Array;
  /** For each customer, in the unit of the capacities. */
  readonly demand: Float64Array;
  readonly capacity: Float64Array;
}

export type Instance = PMedian | PCentre | Uncapacitated | Capacitated;
export type Model = Instance['model'];

/** A share of a customer's demand, greater than 0 and at most 1, that a candidate serves. */
export interface Served {
  readonly customer: number;
  readonly candidate: number;
  readonly share: number;
}

export interface Located {
  /** Optimal: the bound meets the objective, to a share of 1e-9. Stopped: it was told to end before that was proven. */
  readonly status: 'optimal' | 'stopped';
  readonly objective: number;
  /** No solution is below it. */
  readonly bound: number;
  /** Candidates, ascending. */
  readonly open: readonly number[];
  /** By customer, then candidate. */
  readonly assignment: readonly Served[];
  /** How many parts of the search were looked at. */
  readonly nodes: number;
}
