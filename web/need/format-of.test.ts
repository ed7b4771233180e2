import { expect, test } from 'vitest';
import { formatOf } from './format-of.ts';

test.each([
  ['ecdc', 'dateRep,day,month,year,cases,deaths,countriesAndTerritories,geoId,countryterritoryCode,popData2018,continentExp'],
  ['dpc', 'data,stato,codice_regione,denominazione_regione,lat,long,ricoverati_con_sintomi,terapia_intensiva'],
  ['who', '\uFEFFDate_reported,Country_code,Country,WHO_region,New_cases,Cumulative_cases,New_deaths,Cumulative_deaths\n2020-01-03,AF,Afghanistan'],
  ['jhu', 'Province/State,Country/Region,Last Update,Confirmed,Deaths,Recovered,Latitude,Longitude'],
  ['jhu', 'FIPS,Admin2,Province_State,Country_Region,Last_Update,Lat,Long_,Confirmed,Deaths'],
  ['sheet', 'Land;Datum;Fälle'],
  ['sheet', ''],
])('%s by its first line', (format, text) => expect(formatOf(text)).toBe(format));
