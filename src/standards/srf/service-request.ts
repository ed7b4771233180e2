// The Logistics Cluster's service request form (SRF): one consignment with its line items, when it is ready to load, from
// where to where with facility and coordinates, and whom to call. What its fields are and how they are labelled; reading is
// read-request.ts, writing write-request.ts. Source: Logistics Cluster, RITA user manual, "Service Request Form (SRF)
// manual" (rita-manual.logcluster.org). The cluster gives out its own template by country: fields are found by label, not by cell.

export interface Contact {
  readonly organisation: string | null;
  /** Personal data: kept in the vault, never in a fact. */
  readonly name: string | null;
  readonly role: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface Stop {
  readonly town: string | null;
  readonly facility: string | null;
  readonly address: string | null;
  /** Degrees, WGS 84. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export interface LineItem {
  readonly description: string;
  readonly category: string | null;
  /** What is handled: carton, pallet, bag. */
  readonly handlingUnit: string | null;
  readonly handlingUnits: number | null;
  /** Single units in one of them. */
  readonly unitsEach: number | null;
  /** Of the whole line. */
  readonly grossKg: number | null;
  readonly volumeM3: number | null;
  readonly valueUsd: number | null;
  /** Temperature, dangerous goods and whatever else asks for care. */
  readonly special: string | null;
}

export interface ServiceRequest {
  /** The number that the cluster gives to an accepted request. */
  readonly reference: string | null;
  readonly sender: Contact;
  readonly receiver: Contact;
  /** ISO date. */
  readonly readyToLoad: string | null;
  readonly from: Stop;
  readonly to: Stop;
  readonly storage: { readonly location: string | null; readonly start: string | null; readonly until: string | null };
  readonly items: readonly LineItem[];
  readonly remarks: string | null;
}

/** The sections of the form, by how their title begins in plain words. */
export type Section = 'sender' | 'receiver' | 'transport' | 'from' | 'to' | 'storage' | 'items';
export const SECTIONS: readonly (readonly [Section, RegExp])[] = [
  ['sender', /^(sender|sending organi[sz]ation|requesting organi[sz]ation|requester|service user)\b/],
  ['receiver', /^(receiver|receiving organi[sz]ation|consignee)\b/],
  ['from', /^(dispatch location|from)\b/],
  ['to', /^(receipt location|to)\b/],
  ['storage', /^storage\b/],
  ['transport', /^transport\b/],
  ['items', /^(cargo details|line items|cargo list|items)\b/],
];

export type Label = 'reference' | 'organisation' | 'name' | 'role' | 'phone' | 'email' | 'ready' | 'town' | 'facility' | 'address' | 'coordinates' | 'location' | 'start' | 'until' | 'remarks';
/** Label → how it is written, and how it begins in plain words wherever somebody wrote it otherwise. */
export const LABELS: Readonly<Record<Label, { readonly written: string; readonly known: RegExp }>> = {
  reference: { written: 'SRF tracking number', known: /^srf (tracking )?(number|no|reference)$/ },
  organisation: { written: 'Organization', known: /^(sending |receiving |requesting )?(organi[sz]ation|agency)( name)?$/ },
  name: { written: 'Contact name', known: /^(contact|focal point|contact person|full)( name)?$/ },
  role: { written: 'Job title', known: /^(job title|title|position|function)$/ },
  phone: { written: 'Phone', known: /^(phone|telephone|mobile|tel)( number| no)?$/ },
  email: { written: 'Email', known: /^e ?mail( address)?$/ },
  ready: { written: 'Ready to Load (date)', known: /^(date )?ready to load( date)?$/ },
  town: { written: '(Town/City Name)', known: /^(from |to )?(town|city|town city|city town)( name)?$/ },
  facility: { written: '(Office/Facility Name)', known: /^(office )?facility( name)?$|^office$/ },
  address: { written: '(Street Address)', known: /^(street )?address$|^street$/ },
  coordinates: { written: '(Lat./Long.)', known: /^(lat|latitude) (long|longitude|lon)\b|^gps( coordinates)?$|^coordinates$/ },
  location: { written: 'Location', known: /^location$/ },
  start: { written: 'Start (date)', known: /^(start|beginning)( date)?$/ },
  until: { written: 'Until (date)', known: /^(until|end)( date)?$/ },
  remarks: { written: 'Remarks', known: /^(remarks|special instructions|comments)$/ },
};

export const ITEM_HEADERS = ['Item description', 'Category', 'Handling unit', 'Number of handling units', 'Units per handling unit', 'Gross weight, total (kg)', 'Volume, total (m³)', 'Value, total (USD)', 'Special handling'] as const;
