// Files as the sources published them, a few rows long. Figures are made up where no comment says otherwise; the shape is theirs.

export const ECDC = `dateRep,day,month,year,cases,deaths,countriesAndTerritories,geoId,countryterritoryCode,popData2018,continentExp
16/03/2020,16,3,2020,10,2,Italy,IT,ITA,60431283,Europe
15/03/2020,15,3,2020,30,1,Italy,IT,ITA,60431283,Europe
16/03/2020,16,3,2020,4,0,United_Kingdom,UK,GBR,66488991,Europe
16/03/2020,16,3,2020,3,0,Greece,EL,GRC,10727668,Europe
10/03/2020,10,3,2020,-9,1,Cases_on_an_international_conveyance_Japan,JPG11668,N/A,3000,Other
16/03/2020,16,3,2020,1,0,"Bonaire, Saint Eustatius and Saba",BQ,,,America
`;

/** To 29 February 2020. */
export const JHU_FIRST = `Province/State,Country/Region,Last Update,Confirmed,Deaths,Recovered
Hubei,Mainland China,2020-02-29T12:13:10,66337,2727,28993
Guangdong,Mainland China,2020-02-28T10:00:00,1349,7,983
,South Korea,2020-02-29T18:03:05,3150,16,27
,Italy,2020-02-29T18:03:05,1128,29,46
Diamond Princess cruise ship,Others,2020-02-29T01:43:02,705,6,10
Hong Kong,Hong Kong,2020-02-29T22:43:02,95,2,33
"Snohomish County, WA",US,2020-02-29T02:03:01,1,0,0
"King County, WA",US,2020-02-29T23:53:03,6,1,1
`;

/** 1 to 21 March 2020. */
export const JHU_SECOND = `Province/State,Country/Region,Last Update,Confirmed,Deaths,Recovered,Latitude,Longitude
,Italy,2020-03-16T17:33:03,27980,2158,2749,41.8719,12.5674
,"Korea, South",2020-03-16T09:53:06,8236,75,1137,35.9078,127.7669
France,France,2020-03-16T20:13:20,6633,148,12,46.2276,2.2137
French Guiana,France,2020-03-16T12:00:00,11,0,0,3.9339,-53.1258
Martinique,France,2020-03-16T12:00:00,15,0,0,14.6415,-61.0242
United Kingdom,United Kingdom,2020-03-16T15:13:11,1543,55,19,55.3781,-3.4360
Channel Islands,United Kingdom,2020-03-16T12:00:00,6,0,0,49.3723,-2.3644
Hong Kong,China,2020-03-16T14:53:04,155,4,84,22.3,114.2
Hubei,China,2020-03-10T14:53:04,67798,3099,55142,30.9756,112.2707
`;

/** Since 22 March 2020. */
export const JHU_THIRD = `FIPS,Admin2,Province_State,Country_Region,Last_Update,Lat,Long_,Confirmed,Deaths,Recovered,Active,Combined_Key
36061,New York City,New York,US,2020-03-22 23:45:00,40.7672,-73.9715,9654,63,0,0,"New York City, New York, US"
53033,King,Washington,US,2020-03-22 23:45:00,47.4914,-121.8346,1040,75,0,0,"King, Washington, US"
,,Puerto Rico,US,2020-03-22 22:40:18,18.2208,-66.5901,23,1,0,0,"Puerto Rico, US"
,,,Italy,2020-03-22 18:13:20,41.8719,12.5674,59138,5476,7024,46638,Italy
,,Faroe Islands,Denmark,2020-03-22 23:45:00,61.8926,-6.9118,115,0,3,0,"Faroe Islands, Denmark"
,,,Denmark,2020-03-22 23:45:00,56.2639,9.5018,1395,13,1,0,Denmark
`;

export const JHU_DEATHS = `Province/State,Country/Region,Lat,Long,3/14/20,3/15/20,3/16/20
,Italy,43,12,1441,1809,2158
French Guiana,France,3.9,-53.1,0,0,0
,France,46.2,2.2,91,91,148
Hubei,China,30.9,112.2,3075,3085,3099
Beijing,China,40.1,116.4,8,8,8
`;

/** Two provinces that are one region, of a day on which not all regions report. */
export const DPC = `data,stato,codice_regione,denominazione_regione,lat,long,ricoverati_con_sintomi,terapia_intensiva,totale_ospedalizzati,isolamento_domiciliare,totale_positivi,variazione_totale_positivi,nuovi_positivi,dimessi_guariti,deceduti,totale_casi,tamponi,casi_testati,note_it,note_en
2020-03-16T17:00:00,ITA,03,Lombardia,45.4,9.1,6171,823,6994,3867,10861,0,0,2368,1420,14649,43565,,,
2020-03-16T17:00:00,ITA,04,P.A. Bolzano,46.4,11.3,50,5,55,100,155,0,0,0,3,204,1000,,,
2020-03-16T17:00:00,ITA,04,P.A. Trento,46.0,11.1,107,17,124,200,324,0,0,0,7,378,1000,,,
`;

export const WHO = `Date_reported,Country_code,Country,WHO_region,New_cases,Cumulative_cases,New_deaths,Cumulative_deaths
2020-03-15,IT,Italy,EURO,3497,21157,175,1441
2020-03-16,IT,Italy,EURO,3590,24747,368,1809
2020-03-16,CZ,Czechia,EURO,109,298,0,0
2020-03-16, ,International conveyance,Other,0,697,0,7
`;
