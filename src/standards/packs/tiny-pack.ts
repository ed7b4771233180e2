// One small pack for the tests of this room: a hub, a town, two items, a pledge of 100,000 masks that lands as one lot.

import type { PackFiles } from './write-pack.ts';

export const TINY: Readonly<Record<string, string>> = {
  'operation.csv': `key,value,unit,source,note
operation,tiny,,,
name,Tiny bridge,,,
hub,BELGG,UN/LOCODE,,
zone,Europe/Brussels,,,
opened_at,2020-03-11T00:00:00Z,,,
`,
  'items.csv': `item,name,class,units_per_box,units_per_carton,cartons_per_pallet,length_cm,width_cm,height_cm,carton_kg,carton_kg_min,carton_kg_max,units_per_carton_min,units_per_carton_max,shelf_life_days,temperature,worth_eur
surgical-mask,Surgical mask,ppe,50,2000,28,60,40,38.5,9.2,6,14,1000,4000,,ambient,0.5
ventilator,Ventilator,device,,1,6,80,60,65,32,20,60,1,1,,ambient,12000
`,
  'places.csv': `place,name,area,latitude,longitude,zone,role,dwell_minutes,change_minutes
BELGG,Liège Airport,BE,50.637,5.443,Europe/Brussels,hub,240,120
ITMIL,Milan,IT-25,45.45,9.28,Europe/Rome,gateway,60,60
`,
  'recipients.csv': `recipient,name,area,place
lombardia,Regione Lombardia,IT-25,ITMIL
`,
  'services.csv': `service,mode,carrier,from,to,days,departs,arrives,arrives_after_days,pallets,eur_per_kg,eur_per_lift,co2_g_per_kg,keeps
LGG-MIL,road,Hauler,BELGG,ITMIL,1234567,06:30,20:00,0,22,0.0834,35,62.5,
`,
  'departures.csv': `departure,service,departs,arrives,pallets,kg,m3,known_at
LGG-MIL-0314,LGG-MIL,2020-03-14T06:30,2020-03-14T20:00,,,,
`,
  'rules.csv': `rule,classes,from_area,to_area,valid_from,valid_until,effect,paper,set_at
EU-402,ppe,EU,CH,2020-03-15,2020-03-20,paper,export-authorisation,2020-03-15
`,
  'pledges.csv': `pledge,item,donor,quantity,unit,scope,made_at,due,via_hub
P1,surgical-mask,Foundation,100000,,EUROPE,2020-03-11T10:00:00Z,2020-03-20,yes
`,
  'earmarks.csv': `earmark,pledge,item,quantity,areas,recipients,set_at
P1-IT,P1,surgical-mask,60000,IT FR,,2020-03-12T08:00:00Z
`,
  'lots.csv': `lot,consignment,pledge,earmark,item,quantity,unit,units_per_carton,gross_kg,announced_at
F1-01,F1,P1,,surgical-mask,50,carton,,460,2020-03-12T08:00:00Z
`,
  'movements.csv': `kind,occurred_at,consignment,dispatch,lot,quantity,unit,place,recipient,state,reason
consignment.arrived,2020-03-13T20:30:00Z,F1,,,,,,,,
goods.tallied,2020-03-13T23:00:00Z,,,F1-01,100000,,BELGG,,,
`,
};

const encoder = new TextEncoder();
export const packOf = (sheets: Readonly<Record<string, string | Uint8Array>>): PackFiles => new Map(Object.entries(sheets).map(([name, content]) => [name, typeof content === 'string' ? encoder.encode(content) : content]));

/** The tiny pack with one text in one of its files replaced. @throws where the text is not there. */
export function tinyWith(file: string, from: string, to: string): PackFiles {
  const content = TINY[file];
  if (content?.includes(from) !== true) throw new Error(`${file} has no ${from}`);
  return packOf({ ...TINY, [file]: content.replace(from, to) });
}
