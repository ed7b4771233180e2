// The words of all papers and reports in Italian.

import type { Words } from './en.ts';

export const it: Words = {
  titles: {
    'packing-list': 'Distinta dei colli',
    'cargo-manifest': 'Manifesto di carico',
    'gift-certificate': 'Certificato di donazione',
    'proforma-invoice': 'Fattura proforma',
    'air-waybill': 'Dati della lettera di trasporto aereo',
    cmr: 'Lettera di vettura CMR, dati',
    cim: 'Lettera di vettura CIM, dati',
    'goods-received-note': 'Bolla di ricevimento',
    'release-order': 'Ordine di rilascio',
    waybill: 'Bolla di consegna',
    'loss-report': 'Verbale di perdita e danno',
    'relief-declaration': 'Dati per la franchigia da dazi e IVA',
    'recall-notice': 'Avviso di richiamo',
  },
  toComplete: 'Le righe di punti non risultano dal registro: completarle a mano prima di usare il documento.',
  shipment: {
    consignment: 'Partita', dispatch: 'Spedizione', from: 'Da', to: 'A', carrier: 'Vettore', mode: 'Modo', run: 'Volo, treno o camion', aircraft: 'Aeromobile',
    plannedDeparture: 'Partenza prevista', departed: 'Partita il', plannedArrival: 'Arrivo previsto', arrived: 'Arrivata il', released: 'Rilasciata il', delivered: 'Consegnata il',
    sender: 'Mittente', donor: 'Donatore', consignee: 'Destinatario', address: 'Indirizzo', eori: 'Numero EORI', waybills: 'Lettere di trasporto aereo', route: 'Percorso', papersHeld: 'Documenti disponibili',
  },
  modes: { road: 'strada', rail: 'ferrovia', air: 'aereo', sea: 'mare' },
  goods: {
    title: 'Merci', empty: 'Non contiene ancora nulla: annunciarne i lotti.', lot: 'Lotto', item: 'Merce', code: 'Codice NC', batch: 'Produzione', expires: 'Scadenza', cartons: 'Cartoni', perCarton: 'Per cartone', units: 'Pezzi', pallets: 'Pallet',
    gross: 'Peso lordo', volume: 'Volume', unitValue: 'Valore unitario', value: 'Valore', pledge: 'Promessa', boundFor: 'Destinato a', donor: 'Donatore', temperature: 'Conservare', origin: 'Paese d’origine',
    reckoned: 'I pesi segnati con ~ non sono stati dichiarati: cartoni × peso di un cartone nell’elenco degli articoli.', temperatures: { ambient: 'ambiente', cool: 'al fresco', frozen: 'congelato' },
  },
  units: {
    title: 'Unità di movimentazione', empty: 'Nessuna unità di movimentazione è stata registrata.', number: 'Numero', type: 'Tipo', within: 'Si trova in', types: { carton: 'cartone', crate: 'cassa', pallet: 'pallet', uld: 'ULD' },
  },
  sign: { prepared: 'Redatto da', checked: 'Verificato da', sender: 'Mittente: data, firma, timbro', carrier: 'Vettore: data, firma, timbro', consignee: 'Destinatario: data, firma, timbro', donor: 'Donatore: data, firma, timbro', hub: 'Centro di smistamento: data, nome, firma', customs: 'Dogana: data, firma, timbro' },
  manifest: {
    waybills: 'Lettere di trasporto aereo', noWaybill: 'Nessuna lettera di trasporto aereo è registrata.', waybill: 'Lettera', kind: 'Tipo', master: 'principale', house: 'di consolidamento', under: 'Sotto', pieces: 'Colli', goods: 'Natura delle merci', chargeable: 'Peso tassabile', capacity: 'Capacità per l’operazione',
    loaded: 'A bordo', stayed: 'Annunciato e rimasto a terra', nothingStayed: 'Nulla è rimasto a terra.',
  },
  gift: {
    opening: (donors, consignee) => `Le merci elencate sotto sono un dono di ${donors} a ${consignee}.`,
    terms: ['Sono date senza pagamento né contropartita.', 'Sono destinate alla distribuzione gratuita alle persone che un’epidemia mette in pericolo e a chi le cura.', 'Non sono in vendita e non possono essere usate altrimenti.'],
    transit: 'Quando le merci sono destinate a un altro Paese, il Paese indicato accanto ad esse è la loro destinazione: sono in transito.',
  },
  proforma: {
    notice: 'Senza valore commerciale. Valore ai soli fini doganali.', terms: 'Resa (Incoterms)', currency: 'Valuta', reason: 'Motivo dell’esportazione', relief: 'Dono, aiuto umanitario',
    source: 'I valori sono quelli dell’elenco degli articoli dell’operazione, ai soli fini doganali; nulla è da pagare.', unvalued: 'Le merci senza valore nell’elenco degli articoli portano dei punti; non sono comprese nel totale.', total: 'Valore totale per la dogana',
  },
  awb: {
    notice: 'Non è una lettera di trasporto aereo. Dati per le sue caselle, numerate come sul modulo.', shipper: 'Nome e indirizzo del mittente', shipperAccount: 'Numero di conto del mittente', consignee: 'Nome e indirizzo del destinatario', consigneeAccount: 'Numero di conto del destinatario', agent: 'Agente del vettore emittente', agentCode: 'Codice IATA dell’agente',
    departure: 'Aeroporto di partenza e percorso richiesto', accounting: 'Informazioni contabili', routing: 'Percorso: a, con il primo vettore', currency: 'Valuta', valueCarriage: 'Valore dichiarato per il trasporto', valueCustoms: 'Valore dichiarato per la dogana', destination: 'Aeroporto di destinazione', flight: 'Volo e data richiesti', insurance: 'Importo assicurato', handling: 'Istruzioni per la manipolazione',
    pieces: 'N. di colli (RCP)', gross: 'Peso lordo, kg', rateClass: 'Classe tariffaria', commodity: 'N. della merce', chargeable: 'Peso tassabile, kg', nature: 'Natura e quantità delle merci', executedDate: 'Emessa il (data)', executedPlace: 'a (luogo)', signature: 'Firma del vettore emittente o del suo agente', number: 'Numero della lettera di trasporto', certified: 'Dichiarazione del mittente',
    noValue: 'NVD (nessun valore dichiarato)', humanitarian: 'Aiuti umanitari, gratuiti.', keepCool: 'Conservare alla temperatura indicata accanto alle merci.', papers: (papers) => `Documenti con le merci: ${papers}`,
  },
  cmr: {
    notice: 'Dati per le 24 caselle della lettera di vettura.', sender: 'Mittente (nome, indirizzo, Paese)', consignee: 'Destinatario (nome, indirizzo, Paese)', delivery: 'Luogo previsto per la consegna (luogo, Paese)', takingOver: 'Luogo e data della presa in carico (luogo, Paese, data)', documents: 'Documenti allegati', marks: 'Contrassegni e numeri', packages: 'Numero dei colli', packing: 'Imballaggio', nature: 'Denominazione della merce', statistical: 'Numero statistico', gross: 'Peso lordo in kg', volume: 'Volume in m³',
    instructions: 'Istruzioni del mittente', payment: 'Disposizioni per il pagamento del porto', cash: 'Rimborso', carrier: 'Vettore (nome, indirizzo, Paese)', successive: 'Vettori successivi (nome, indirizzo, Paese)', reservations: 'Riserve e osservazioni del vettore', special: 'Convenzioni particolari', paidBy: 'Da pagare da', established: 'Compilata a, il', senderSigns: 'Firma e timbro del mittente', carrierSigns: 'Firma e timbro del vettore', received: 'Merci ricevute: luogo, data, firma e timbro del destinatario',
    paramount: 'Questo trasporto è soggetto, nonostante ogni clausola contraria, alla Convenzione relativa al contratto di trasporto internazionale di merci su strada (CMR).', cartons: 'cartoni', noCash: 'nessuno', relief: 'Aiuti umanitari. Vietata la vendita. Consegnare solo contro firma.',
  },
  cim: {
    notice: 'Dati per la lettera di vettura, secondo i numeri delle caselle.', consignor: 'Mittente (nome, indirizzo, firma)', consignorCode: 'Codice cliente del mittente', payerCode: 'Codice cliente di chi paga le spese affrancate', consignee: 'Destinatario (nome, indirizzo, Paese)', consigneeCode: 'Codice cliente del destinatario', payerCodeRest: 'Codice cliente di chi paga le altre spese', declarations: 'Dichiarazioni del mittente', reference: 'Riferimento del mittente', annexes: 'Allegati', delivery: 'Luogo di consegna', deliveryCode: 'Codice del luogo di consegna', station: 'Codice della stazione che lo serve', commercial: 'Condizioni commerciali', agreement: 'Numero dell’accordo o della tariffa', information: 'Informazioni per il destinatario', takingOver: 'Presa in carico: luogo, mese, giorno, ora', takingOverCode: 'Codice del luogo di presa in carico', wagon: 'Carro n.', payment: 'Pagamento delle spese', description: 'Designazione della merce', exceptional: 'Trasporto eccezionale', rid: 'RID (merci pericolose)', nhm: 'Codice NHM', mass: 'Massa, kg', customs: 'Annotazioni della dogana', value: 'Dichiarazione di valore', interest: 'Interesse alla consegna', established: 'Compilata a, il', notOnRecord: 'no',
  },
  received: {
    tally: 'Riscontro con il manifesto', empty: 'Non è stato ancora contato nulla.', manifested: 'A manifesto', counted: 'Contato', difference: 'Differenza', damaged: 'Di cui danneggiato', waiting: 'Non ancora contato', first: 'Inizio del conteggio', last: 'Ultimo conteggio', how: 'Contato per', ways: { count: 'pezzi', scan: 'unità lette', pallet: 'pallet interi' }, reference: 'Riferimenti',
    discrepancies: 'Differenze', none: 'Nessuna differenza: quanto contato è quanto era a manifesto.', kind: 'Tipo', kinds: { short: 'mancante', surplus: 'eccedente', 'beyond-pledge': 'oltre la promessa' }, state: 'Stato', open: 'aperta', closed: 'chiusa',
    held: 'Trattenuto dalla dogana', quarantined: 'In quarantena', condition: 'Stato delle merci e osservazioni',
  },
  release: {
    order: 'Ordine', place: 'Da rilasciare da', recipient: 'Da consegnare a', plan: 'Piano', replaces: 'Sostituisce', state: 'Stato', reason: 'Motivo', legs: 'Percorso', noWay: 'Nessuna partenza è registrata: il destinatario ritira le merci, oppure il trasporto è organizzato a mano.', leg: 'Corsa', departs: 'Partenza', arrives: 'Arrivo',
    states: { ordered: 'ordinato', verified: 'verificato: scorte e documenti ci sono', accepted: 'accettato: sarà caricato', refused: 'rifiutato' }, verify: 'Verificato da: data, nome, firma', accept: 'Accettato da: data, nome, firma',
  },
  waybill: { sent: 'Spedito', receivedGood: 'Ricevuto in buono stato', short: 'Mancante', damaged: 'Danneggiato', toReceiver: 'Al destinatario: contate, scrivete ciò che avete trovato, firmate. Una differenza va chiarita; non è colpa vostra.', remarks: 'Osservazioni al ricevimento', scan: 'Il codice quadrato indica questa spedizione, o l’unità spedita.' },
  loss: {
    kinds: { 'goods.short': 'Mancante', 'goods.damaged': 'Danneggiato', 'goods.lost': 'Perduto', 'goods.seized': 'Sequestrato', 'goods.recalled': 'Ritirato dopo un richiamo', 'goods.destroyed': 'Distrutto', 'dispatch.refused': 'Rifiutato dal destinatario' },
    what: 'Che cosa è accaduto', when: 'Quando', recorded: 'Registrato', by: 'Registrato da (ruolo)', where: 'Dove', report: 'Numero del verbale', reason: 'Causa, come segnalata', note: 'Osservazione', evidence: 'Prove', noEvidence: 'nessuna a registro', value: 'Valore secondo l’elenco degli articoli', found: 'Ritrovato o reso in seguito', replaced: 'Sostituito con', notReplaced: 'non ancora sostituito',
    where4: { consignment: 'partita', place: 'luogo', dispatch: 'spedizione', recipient: 'destinatario' }, balance: 'Dell’intero lotto', lostOfLot: 'Perduto del lotto a oggi', statement: 'Dichiarazione del testimone', witness: 'Testimone: nome, data, firma', investigator: 'Indagine di: nome, data, firma',
  },
  relief: {
    notice: 'Dati per la dichiarazione doganale secondo la decisione (UE) 2020/491.', importer: 'Importatore o organizzazione per conto della quale si importa', status: 'Qualifica (articolo 1, paragrafo 1, lettera c)', state: 'Organizzazione statale, ente pubblico o altro organismo di diritto pubblico', approved: 'Unità di pronto soccorso o organizzazione autorizzata dalle autorità competenti; n. di autorizzazione', use: 'Uso', free: 'Distribuzione gratuita', available: 'Messa a disposizione gratuita, restando di proprietà dell’organismo', procedure: 'Regime e codice di franchigia (dato 1/11)', declared: 'Data d’importazione', basis: 'Base giuridica',
    basisText: 'Decisione (UE) 2020/491 del 3 aprile 2020, importazioni dal 30 gennaio 2020; regolamento (CE) n. 1186/2009, articoli da 74 a 80; direttiva 2009/132/CE, articoli da 51 a 57.', undertaking: 'L’importatore dichiara che le merci sono destinate a persone colpite o minacciate dalla COVID-19 o impegnate a combatterla, che sono date o messe a loro disposizione gratuitamente e che non saranno prestate, locate o cedute altrimenti senza informarne l’autorità competente.',
    onward: 'Distribuzione: chi riceverà le merci', noOnward: 'Ancora nessun ordine di rilascio: i destinatari non sono decisi.', receiver: 'Destinatario', before: 'Le merci sono arrivate prima del 30 gennaio 2020 o non sono arrivate: la franchigia vale per le importazioni da quel giorno.',
  },
  recall: {
    stop: 'Non usate più questi lotti. Metteteli da parte. Non distruggeteli e non rispediteli prima che vi si dica come.', why: 'Motivo', authority: 'Autorità', reference: 'Suo riferimento', recalled: 'Richiamato', holder: 'Voi detenete', lots: 'Lotti richiamati che risultano presso di voi', state: 'Stato', places: 'Dove si trovano', bin: 'Posizione', reply: 'Risposta', replyText: 'Da compilare e rispedire: ciò che avete trovato e messo da parte, e ciò che è già stato usato.', found: 'Messo da parte', used: 'Già usato', notFound: 'Non trovato', lifted: 'Questo richiamo è stato revocato.',
    states: { outstanding: 'da ricevere', consigned: 'attende la partenza', airborne: 'in volo', landed: 'arrivato, non contato', held: 'trattenuto dalla dogana', quarantined: 'in quarantena', available: 'in magazzino', allocated: 'sotto ordine di rilascio', onward: 'in viaggio', delivered: 'consegnato', accepted: 'accettato', lost: 'perduto', damaged: 'danneggiato', seized: 'sequestrato', refused: 'rifiutato', recalled: 'ritirato', destroyed: 'distrutto' },
  },
  reports: {
    titles: { pipeline: 'Flusso del giorno', stock: 'Scorte nei centri', movements: 'Movimenti del giorno', discrepancies: 'Differenze', donors: 'Rapporto ai donatori' },
    asOf: 'Situazione al', day: 'Giorno', total: 'Totale', byPledge: 'Per promessa e articolo', byItem: 'Per articolo', summary: 'Promesse', receivers: 'Fino agli ultimi destinatari', open: 'Aperte', pledge: 'Promessa', donor: 'Donatore', item: 'Articolo', promised: 'Promesso', surplus: 'Eccedenza', outstanding: 'Da ricevere', consigned: 'Affidato', inTheAir: 'In volo', atHub: 'Al centro', onward: 'In viaggio', delivered: 'Consegnato', accepted: 'Di cui accettato', lost: 'Perduto', everLanded: 'Arrivato finora', landedShare: 'Arrivato, quota',
    place: 'Luogo', lot: 'Lotto', batch: 'Produzione', expires: 'Scadenza', landed: 'Arrivato, non contato', held: 'Trattenuto', quarantined: 'Quarantena', available: 'Disponibile', allocated: 'Assegnato', units: 'Pezzi', cartons: 'Cartoni', turn: 'Turno (FEFO)', remark: 'Nota', expired: 'scaduto', recalled: 'richiamato', time: 'Ora', what: 'Che cosa', from: 'Da', to: 'A', by: 'Di (ruolo)', reference: 'Riferimento', seq: 'Fatto', opened: 'Aperta', kind: 'Tipo', expected: 'Atteso', found: 'Trovato', missing: 'Ancora mancante', where: 'Dove', state: 'Stato', receiver: 'Destinatario', country: 'Paese', consignment: 'Arrivato con', dispatch: 'Spedizione', when: 'Quando', transit: 'in viaggio', resolved: 'chiusa', openState: 'aperta',
    empty: { pipeline: 'Non è stato ancora promesso nulla.', stock: 'Non c’è nulla in magazzino.', movements: 'In questo giorno non si è mosso nulla.', discrepancies: 'Quanto spedito e quanto ricevuto concordano.', donors: 'Nulla è stato ancora consegnato e nulla è in viaggio.' },
  },
};
