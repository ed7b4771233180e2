// The words of all papers and reports in French.

import type { Words } from './en.ts';

export const fr: Words = {
  titles: {
    'packing-list': 'Liste de colisage',
    'cargo-manifest': 'Manifeste de cargaison',
    'gift-certificate': 'Certificat de don',
    'proforma-invoice': 'Facture pro forma',
    'air-waybill': 'Données de la lettre de transport aérien',
    cmr: 'Lettre de voiture CMR, données',
    cim: 'Lettre de voiture CIM, données',
    'goods-received-note': 'Bon de réception',
    'release-order': 'Ordre de libération',
    waybill: 'Bordereau de livraison',
    'loss-report': 'Constat de perte et d’avarie',
    'relief-declaration': 'Données pour la franchise de droits et de TVA',
    'recall-notice': 'Avis de rappel',
  },
  toComplete: 'Les lignes de points ne figurent pas au registre : les compléter à la main avant d’utiliser le document.',
  shipment: {
    consignment: 'Envoi', dispatch: 'Expédition', from: 'De', to: 'À', carrier: 'Transporteur', mode: 'Mode', run: 'Vol, train ou camion', aircraft: 'Appareil',
    plannedDeparture: 'Départ prévu', departed: 'Parti', plannedArrival: 'Arrivée prévue', arrived: 'Arrivé', released: 'Libéré', delivered: 'Livré',
    sender: 'Expéditeur', donor: 'Donateur', consignee: 'Destinataire', address: 'Adresse', eori: 'Numéro EORI', waybills: 'Lettres de transport aérien', route: 'Itinéraire', papersHeld: 'Documents détenus',
  },
  modes: { road: 'route', rail: 'rail', air: 'air', sea: 'mer' },
  goods: {
    title: 'Marchandises', empty: 'Rien n’y figure encore : annoncer ses lots.', lot: 'Lot', item: 'Marchandise', code: 'Code NC', batch: 'Fabrication', expires: 'Péremption', cartons: 'Cartons', perCarton: 'Par carton', units: 'Pièces', pallets: 'Palettes',
    gross: 'Poids brut', volume: 'Volume', unitValue: 'Valeur unitaire', value: 'Valeur', pledge: 'Promesse', boundFor: 'Destiné à', donor: 'Donateur', temperature: 'Conserver', origin: 'Pays d’origine',
    reckoned: 'Les poids marqués ~ n’ont pas été déclarés : cartons × poids d’un carton dans la liste des articles.', temperatures: { ambient: 'ambiant', cool: 'au frais', frozen: 'congelé' },
  },
  units: {
    title: 'Unités de manutention', empty: 'Aucune unité de manutention n’a été enregistrée.', number: 'Numéro', type: 'Type', within: 'Placée dans', types: { carton: 'carton', crate: 'caisse', pallet: 'palette', uld: 'ULD' },
  },
  sign: { prepared: 'Établi par', checked: 'Vérifié par', sender: 'Expéditeur : date, signature, cachet', carrier: 'Transporteur : date, signature, cachet', consignee: 'Destinataire : date, signature, cachet', donor: 'Donateur : date, signature, cachet', hub: 'Plateforme : date, nom, signature', customs: 'Douane : date, signature, cachet' },
  manifest: {
    waybills: 'Lettres de transport aérien', noWaybill: 'Aucune lettre de transport aérien n’est enregistrée.', waybill: 'Lettre', kind: 'Type', master: 'principale', house: 'de groupage', under: 'Sous', pieces: 'Colis', goods: 'Nature des marchandises', chargeable: 'Poids taxable', capacity: 'Capacité pour l’opération',
    loaded: 'À bord', stayed: 'Annoncé et resté à terre', nothingStayed: 'Rien n’est resté à terre.',
  },
  gift: {
    opening: (donors, consignee) => `Les marchandises ci-dessous sont un don de ${donors} à ${consignee}.`,
    terms: ['Elles sont données sans paiement ni contrepartie.', 'Elles sont destinées à être distribuées gratuitement aux personnes qu’une épidémie met en danger et à celles qui les soignent.', 'Elles ne sont pas à vendre et ne peuvent recevoir d’autre usage.'],
    transit: 'Lorsque des marchandises sont destinées à un autre pays, le pays indiqué à côté d’elles est leur destination : elles sont en transit.',
  },
  proforma: {
    notice: 'Sans valeur commerciale. Valeur pour la douane uniquement.', terms: 'Condition de livraison (Incoterms)', currency: 'Monnaie', reason: 'Motif de l’exportation', relief: 'Don, aide humanitaire',
    source: 'Les valeurs sont celles de la liste des articles de l’opération, pour la douane uniquement ; rien n’est à payer.', unvalued: 'Les marchandises sans valeur dans la liste des articles portent des points ; elles ne sont pas comprises dans le total.', total: 'Valeur totale pour la douane',
  },
  awb: {
    notice: 'Ceci n’est pas une lettre de transport aérien. Données pour ses cases, numérotées comme sur le formulaire.', shipper: 'Nom et adresse de l’expéditeur', shipperAccount: 'Numéro de compte de l’expéditeur', consignee: 'Nom et adresse du destinataire', consigneeAccount: 'Numéro de compte du destinataire', agent: 'Agent du transporteur émetteur', agentCode: 'Code IATA de l’agent',
    departure: 'Aéroport de départ et itinéraire demandé', accounting: 'Renseignements comptables', routing: 'Itinéraire : à, par le premier transporteur', currency: 'Monnaie', valueCarriage: 'Valeur déclarée pour le transport', valueCustoms: 'Valeur déclarée pour la douane', destination: 'Aéroport de destination', flight: 'Vol et date demandés', insurance: 'Montant de l’assurance', handling: 'Instructions de manutention',
    pieces: 'Nombre de colis (RCP)', gross: 'Poids brut, kg', rateClass: 'Classe tarifaire', commodity: 'N° de marchandise', chargeable: 'Poids taxable, kg', nature: 'Nature et quantité des marchandises', executedDate: 'Établie le (date)', executedPlace: 'à (lieu)', signature: 'Signature du transporteur émetteur ou de son agent', number: 'Numéro de la lettre de transport', certified: 'Certification de l’expéditeur',
    noValue: 'NVD (aucune valeur déclarée)', humanitarian: 'Secours humanitaires, gratuits.', keepCool: 'Conserver à la température indiquée à côté des marchandises.', papers: (papers) => `Documents joints : ${papers}`,
  },
  cmr: {
    notice: 'Données pour les 24 cases de la lettre de voiture.', sender: 'Expéditeur (nom, adresse, pays)', consignee: 'Destinataire (nom, adresse, pays)', delivery: 'Lieu prévu pour la livraison (lieu, pays)', takingOver: 'Lieu et date de la prise en charge (lieu, pays, date)', documents: 'Documents annexés', marks: 'Marques et numéros', packages: 'Nombre des colis', packing: 'Mode d’emballage', nature: 'Nature de la marchandise', statistical: 'N° statistique', gross: 'Poids brut en kg', volume: 'Cubage en m³',
    instructions: 'Instructions de l’expéditeur', payment: 'Prescriptions d’affranchissement', cash: 'Remboursement', carrier: 'Transporteur (nom, adresse, pays)', successive: 'Transporteurs successifs (nom, adresse, pays)', reservations: 'Réserves et observations du transporteur', special: 'Conventions particulières', paidBy: 'À payer par', established: 'Établie à, le', senderSigns: 'Signature et timbre de l’expéditeur', carrierSigns: 'Signature et timbre du transporteur', received: 'Marchandises reçues : lieu, date, signature et timbre du destinataire',
    paramount: 'Ce transport est soumis, nonobstant toute clause contraire, à la Convention relative au contrat de transport international de marchandises par route (CMR).', cartons: 'cartons', noCash: 'néant', relief: 'Secours humanitaires. Vente interdite. Remettre contre signature uniquement.',
  },
  cim: {
    notice: 'Données pour la lettre de voiture, selon les numéros de ses cases.', consignor: 'Expéditeur (nom, adresse, signature)', consignorCode: 'Code client de l’expéditeur', payerCode: 'Code client du payeur des frais affranchis', consignee: 'Destinataire (nom, adresse, pays)', consigneeCode: 'Code client du destinataire', payerCodeRest: 'Code client du payeur des autres frais', declarations: 'Déclarations de l’expéditeur', reference: 'Référence de l’expéditeur', annexes: 'Annexes', delivery: 'Lieu de livraison', deliveryCode: 'Code du lieu de livraison', station: 'Code de la gare desservante', commercial: 'Conditions commerciales', agreement: 'Numéro de l’accord client ou du tarif', information: 'Informations pour le destinataire', takingOver: 'Prise en charge : lieu, mois, jour, heure', takingOverCode: 'Code du lieu de prise en charge', wagon: 'Wagon n°', payment: 'Paiement des frais', description: 'Désignation de la marchandise', exceptional: 'Transport exceptionnel', rid: 'RID (marchandises dangereuses)', nhm: 'Code NHM', mass: 'Masse, kg', customs: 'Mentions de la douane', value: 'Déclaration de valeur', interest: 'Intérêt à la livraison', established: 'Établie à, le', notOnRecord: 'non',
  },
  received: {
    tally: 'Pointage contre le manifeste', empty: 'Rien n’a encore été compté.', manifested: 'Au manifeste', counted: 'Compté', difference: 'Écart', damaged: 'Dont avarié', waiting: 'Pas encore compté', first: 'Début du comptage', last: 'Dernier comptage', how: 'Compté par', ways: { count: 'pièces', scan: 'unités lues', pallet: 'palettes entières' }, reference: 'Références',
    discrepancies: 'Écarts', none: 'Aucun écart : ce qui a été compté est ce qui figurait au manifeste.', kind: 'Nature', kinds: { short: 'manquant', surplus: 'excédent', 'beyond-pledge': 'au-delà de la promesse' }, state: 'État', open: 'ouvert', closed: 'clos',
    held: 'Retenu par la douane', quarantined: 'En quarantaine', condition: 'État des marchandises et remarques',
  },
  release: {
    order: 'Ordre', place: 'À libérer de', recipient: 'À remettre à', plan: 'Plan', replaces: 'Remplace', state: 'État', reason: 'Motif', legs: 'Acheminement', noWay: 'Aucun départ n’est enregistré : le destinataire vient chercher les marchandises, ou l’acheminement est réglé à la main.', leg: 'Trajet', departs: 'Départ', arrives: 'Arrivée',
    states: { ordered: 'ordonné', verified: 'vérifié : stock et documents sont là', accepted: 'accepté : il sera chargé', refused: 'refusé' }, verify: 'Vérifié par : date, nom, signature', accept: 'Accepté par : date, nom, signature',
  },
  waybill: { sent: 'Envoyé', receivedGood: 'Reçu en bon état', short: 'Manquant', damaged: 'Avarié', toReceiver: 'Au destinataire : comptez, écrivez ce que vous avez trouvé, signez. Un écart est à éclaircir ; ce n’est pas votre faute.', remarks: 'Remarques à la réception', scan: 'Le code carré désigne cette expédition, ou l’unité envoyée.' },
  loss: {
    kinds: { 'goods.short': 'Manquant', 'goods.damaged': 'Avarié', 'goods.lost': 'Perdu', 'goods.seized': 'Saisi', 'goods.recalled': 'Repris après un rappel', 'goods.destroyed': 'Détruit', 'dispatch.refused': 'Refusé par le destinataire' },
    what: 'Ce qui s’est passé', when: 'Quand', recorded: 'Enregistré', by: 'Enregistré par (rôle)', where: 'Où', report: 'Numéro de rapport', reason: 'Cause, telle que signalée', note: 'Remarque', evidence: 'Preuves', noEvidence: 'aucune au registre', value: 'Valeur selon la liste des articles', found: 'Retrouvé ou retourné depuis', replaced: 'Remplacé par', notReplaced: 'pas encore remplacé',
    where4: { consignment: 'envoi', place: 'lieu', dispatch: 'expédition', recipient: 'destinataire' }, balance: 'Sur le lot entier', lostOfLot: 'Perdu de ce lot à ce jour', statement: 'Déclaration du témoin', witness: 'Témoin : nom, date, signature', investigator: 'Enquête par : nom, date, signature',
  },
  relief: {
    notice: 'Données pour la déclaration en douane selon la décision (UE) 2020/491.', importer: 'Importateur ou organisation pour le compte de laquelle on importe', status: 'Statut (article 1er, paragraphe 1, point c)', state: 'Organisation d’État, organisme public ou autre organisme de droit public', approved: 'Organisation de secours ou organisation agréée par les autorités compétentes ; n° d’agrément', use: 'Usage', free: 'Distribution gratuite', available: 'Mise à disposition gratuite, l’organisme restant propriétaire', procedure: 'Régime et code de franchise (élément 1/11)', declared: 'Date d’importation', basis: 'Base juridique',
    basisText: 'Décision (UE) 2020/491 du 3 avril 2020, importations à partir du 30 janvier 2020 ; règlement (CE) n° 1186/2009, articles 74 à 80 ; directive 2009/132/CE, articles 51 à 57.', undertaking: 'L’importateur déclare que les marchandises sont destinées aux personnes atteintes de la COVID-19, exposées à ce risque ou participant à la lutte contre elle, qu’elles leur sont données ou mises à disposition gratuitement, et qu’elles ne seront ni prêtées, ni louées, ni cédées autrement sans en informer l’autorité compétente.',
    onward: 'Distribution : qui doit recevoir les marchandises', noOnward: 'Pas encore d’ordre de libération : les destinataires ne sont pas fixés.', receiver: 'Destinataire', before: 'Les marchandises sont arrivées avant le 30 janvier 2020 ou ne sont pas arrivées : la franchise vaut pour les importations à partir de ce jour.',
  },
  recall: {
    stop: 'N’utilisez plus ces lots. Mettez-les à part. Ne les détruisez pas et ne les renvoyez pas avant qu’on vous dise comment.', why: 'Motif', authority: 'Autorité', reference: 'Sa référence', recalled: 'Rappelé', holder: 'Vous détenez', lots: 'Lots rappelés enregistrés chez vous', state: 'État', places: 'Où ils se trouvent', bin: 'Emplacement', reply: 'Réponse', replyText: 'À remplir et à renvoyer : ce que vous avez trouvé et mis à part, et ce qui a déjà été utilisé.', found: 'Mis à part', used: 'Déjà utilisé', notFound: 'Introuvable', lifted: 'Ce rappel a été levé.',
    states: { outstanding: 'à venir', consigned: 'attend le départ', airborne: 'en vol', landed: 'arrivé, non compté', held: 'retenu par la douane', quarantined: 'en quarantaine', available: 'en stock', allocated: 'sous ordre de libération', onward: 'en route', delivered: 'livré', accepted: 'accepté', lost: 'perdu', damaged: 'avarié', seized: 'saisi', refused: 'refusé', recalled: 'repris', destroyed: 'détruit' },
  },
  reports: {
    titles: { pipeline: 'Flux du jour', stock: 'Stock des plateformes', movements: 'Mouvements du jour', discrepancies: 'Écarts', donors: 'Rapport aux donateurs' },
    asOf: 'Situation au', day: 'Jour', total: 'Total', byPledge: 'Par promesse et article', byItem: 'Par article', summary: 'Promesses', receivers: 'Jusqu’aux derniers destinataires', open: 'Ouverts', pledge: 'Promesse', donor: 'Donateur', item: 'Article', promised: 'Promis', surplus: 'Excédent', outstanding: 'À venir', consigned: 'Confié', inTheAir: 'En vol', atHub: 'À la plateforme', onward: 'En route', delivered: 'Livré', accepted: 'Dont accepté', lost: 'Perdu', everLanded: 'Arrivé à ce jour', landedShare: 'Arrivé, part',
    place: 'Lieu', lot: 'Lot', batch: 'Fabrication', expires: 'Péremption', landed: 'Arrivé, non compté', held: 'Retenu', quarantined: 'Quarantaine', available: 'Disponible', allocated: 'Attribué', units: 'Pièces', cartons: 'Cartons', turn: 'Rang (FEFO)', remark: 'Remarque', expired: 'périmé', recalled: 'rappelé', time: 'Heure', what: 'Quoi', from: 'De', to: 'À', by: 'Par (rôle)', reference: 'Référence', seq: 'Fait', opened: 'Ouvert', kind: 'Nature', expected: 'Attendu', found: 'Trouvé', missing: 'Manque encore', where: 'Où', state: 'État', receiver: 'Destinataire', country: 'Pays', consignment: 'Venu par', dispatch: 'Expédition', when: 'Quand', transit: 'en route', resolved: 'clos', openState: 'ouvert',
    empty: { pipeline: 'Rien n’a encore été promis.', stock: 'Rien n’est en stock.', movements: 'Rien n’a bougé ce jour-là.', discrepancies: 'Ce qui a été envoyé et ce qui a été reçu concordent.', donors: 'Rien n’a encore été livré et rien n’est en route.' },
  },
};
