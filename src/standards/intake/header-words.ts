// How shippers head their columns, in English, French, Italian, German, Dutch, Spanish and Chinese, as plain words
// (words.ts). The list is our own, from the usual forms of commercial invoices, packing lists and warehouse sheets.

import type { Field } from './fields.ts';

const list = (text: string): readonly string[] => text.split('|').map((phrase) => phrase.trim()).toSorted((a, b) => b.length - a.length);

export const HEADER_WORDS: Readonly<Record<Field, readonly string[]>> = {
  item: list(
    'description|description of goods|goods description|goods|item description|item|item name|product|product name|product description|commodity|article|material|cargo description|contents|' +
      'designation|designation des marchandises|libelle|marchandise|nature de la marchandise|produit|intitule|descrizione|descrizione merce|descrizione della merce|merce|articolo|prodotto|denominazione|' +
      'bezeichnung|beschreibung|artikelbezeichnung|warenbezeichnung|ware|artikel|produkt|omschrijving|goederenomschrijving|goederen|descripcion|descripcion de la mercancia|mercancia|articulo|producto|denominacion|' +
      '品名|货物名称|产品名称|商品名称|名称|货品名称|产品|物资名称|货描',
  ),
  itemCode: list('item no|item code|item number|sku|article no|article number|part no|model|model no|product code|ref|reference|code article|reference article|codice|codice articolo|artikelnummer|artikel nr|art nr|artikelnr|codigo|codigo articulo|referencia|型号|货号|产品编号|物料编码|规格型号'),
  quantity: list('quantity|qty|number of handling units|handling units|total quantity|qnty|units|number of units|no of units|pieces|quantite|qte|nombre d unites|nombre de pieces|unites|quantita|qta|pezzi|numero pezzi|menge|anzahl|stuckzahl|stuck|anzahl stuck|aantal|aantal stuks|stuks|cantidad|cant|unidades|numero de unidades|数量|总数量|总数|件数 pcs|个数|数量 合计'),
  unit: list('unit|uom|handling unit|handling unit type|unit type|u m|unit of measure|unit of measurement|measure unit|unite|unite de mesure|um|unita|unita di misura|einheit|me|mengeneinheit|eenheid|unidad|unidad de medida|单位|计量单位'),
  unitsPerCarton: list(
    'units per carton|units per handling unit|pcs per carton|pieces per carton|qty per carton|pack size|packing|per carton|carton qty|inner qty|pcs ctn|qty ctn|pieces carton|units carton|unites par carton|pieces par carton|par carton|qte par carton|colisage|conditionnement|pezzi per cartone|per cartone|pz cartone|confezionamento|' +
      'stuck pro karton|pro karton|stuck karton|verpackungseinheit|ve|aantal per doos|per doos|stuks per doos|unidades por caja|por caja|piezas por caja|uds caja|每箱数量|每箱|装箱数|箱装数|装箱量|单箱数量|包装规格',
  ),
  cartons: list('cartons|ctns|ctn|carton|number of cartons|no of cartons|no of ctns|packages|pkgs|no of packages|number of packages|boxes|cases|colis|nombre de colis|nombre de cartons|nb colis|nb cartons|nb de colis|cartoni|numero cartoni|n cartoni|colli|numero colli|n colli|kartons|anzahl kartons|packstucke|anzahl packstucke|kolli|dozen|aantal dozen|bultos|cajas|numero de bultos|numero de cajas|n de cajas|箱数|件数|总箱数|箱'),
  pallets: list('pallets|plts|number of pallets|no of pallets|palettes|nombre de palettes|nb palettes|pallet count|bancali|numero pallet|paletten|anzahl paletten|aantal pallets|palets|托盘数|板数|托数'),
  gross: list('gross weight|gross|g w|gw|gross wt|gr weight|weight|wt|poids brut|poids|pb|peso lordo|peso|lordo|bruttogewicht|brutto|gewicht|brutogewicht|bruto|peso bruto|毛重|总毛重|重量|总重'),
  net: list('net weight|net|n w|nw|net wt|poids net|peso netto|netto|nettogewicht|netto gewicht|peso neto|neto|净重|总净重'),
  volume: list('volume|cbm|m3|measurement|meas|cubic metres|cubic meters|vol|cube|volume total|cubage|volumen|volumen total|metri cubi|rauminhalt|inhoud|cubicaje|体积|总体积|尺码|立方|立方数'),
  length: list('length|l|longueur|long|lunghezza|lange|lengte|largo|longitud|长|长度'),
  width: list('width|w|largeur|larg|larghezza|breite|b|breedte|ancho|宽|宽度'),
  height: list('height|h|hauteur|haut|altezza|hohe|hoogte|alto|altura|高|高度'),
  dimensions: list('dimensions|dimension|dims|size|carton size|ctn size|l w h|lxwxh|l x w x h|measurements|carton dimensions|dimensions carton|dimensioni|dimensioni cartone|abmessungen|masse|kartonmass|l x b x h|lxbxh|afmetingen|medidas|dimensiones|尺寸|外箱尺寸|纸箱尺寸|箱规|长宽高'),
  batch: list('batch|batch no|batch number|lot|lot no|lot number|batch lot|lot batch|numero de lot|n de lot|no de lot|no lot|n lot|lotto|numero lotto|n lotto|charge|chargennummer|charge nr|los|chargen nr|partij|partijnummer|batchnummer|lotnummer|lote|numero de lote|n lote|批号|批次|批次号|生产批号'),
  expires: list('expiry|expiry date|expiration|expiration date|exp|exp date|best before|use by|valid until|bbd|shelf life|peremption|date de peremption|dlu|ddp|date d expiration|date limite|scadenza|data di scadenza|data scadenza|verfall|verfalldatum|verfallsdatum|haltbar bis|mhd|ablaufdatum|vervaldatum|houdbaar tot|tht|caducidad|fecha de caducidad|vencimiento|fecha de vencimiento|有效期|有效期至|失效日期|到期日|保质期|有效日期'),
  manufactured: list('manufactured|manufacturing date|mfg date|mfg|production date|date of manufacture|date of production|date de fabrication|fabrication|data di produzione|produzione|herstellungsdatum|produktionsdatum|productiedatum|fecha de fabricacion|fabricacion|生产日期|制造日期'),
  value: list('value|total value|amount|total amount|total price|customs value|declared value|fob value|valeur|valeur totale|montant|valeur en douane|valore|valore totale|importo|wert|gesamtwert|betrag|zollwert|waarde|totale waarde|bedrag|valor|valor total|importe|价值|总价|金额|总金额|申报价值|货值'),
  unitPrice: list('unit price|price|unit value|u price|price per unit|prix unitaire|prix|pu|prezzo unitario|prezzo|einzelpreis|stuckpreis|preis|stukprijs|prijs|eenheidsprijs|precio unitario|precio|单价'),
  currency: list('currency|curr|cur|devise|monnaie|valuta|wahrung|divisa|moneda|币种|货币|币别'),
  hs: list('hs code|hs|h s code|hscode|tariff|tariff code|tariff no|commodity code|customs code|code sh|code douanier|nomenclature|nomenclature douaniere|position tarifaire|codice hs|codice doganale|voce doganale|zolltarifnummer|warennummer|taric|goederencode|gn code|partida arancelaria|codigo arancelario|codigo hs|海关编码|商品编码|税号|hs 编码|编码'),
  marks: list('marks|marks and numbers|marks numbers|shipping marks|carton no|ctn no|carton number|package no|case no|marques|marques et numeros|numeros de colis|n colis|no carton|marche e numeri|marche|markierung|markierungen|zeichen und nummern|karton nr|colli nr|merken|merken en nummers|doosnummer|marcas|marcas y numeros|唛头|箱号|件号'),
  sscc: list('sscc|pallet|pallet no|pallet number|pallet id|plt no|palette|n palette|no palette|numero de palette|pallet n|numero bancale|palettennummer|paletten nr|nve|palletnummer|pallet nr|numero de palet|托盘号|板号|托号'),
  consignee: list('consignee|receiver|recipient|ship to|deliver to|destination|destinataire|destinatario|empfanger|ontvanger|geadresseerde|收货人|收货方|收件人|目的地'),
  remarks: list('remarks|remark|notes|note|comments|comment|observations|remarque|remarques|commentaire|osservazioni|bemerkung|bemerkungen|anmerkung|opmerking|opmerkingen|observaciones|notas|nota|comentarios|备注|说明'),
  order: list('po|po no|po number|order|order no|order number|purchase order|contract no|n commande|commande|numero de commande|bon de commande|ordine|numero ordine|n ordine|bestellung|bestellnummer|auftrag|bestelnummer|order nr|pedido|numero de pedido|orden de compra|订单号|合同号|采购单号'),
  waybill: list('awb|awb no|air waybill|mawb|hawb|waybill|waybill no|lta|n lta|lettre de transport aerien|lettera di vettura|luftfrachtbrief|luchtvrachtbrief|guia aerea|运单号|空运单号|提单号|主单号'),
  line: list('no|nr|n|#|line|line no|line number|item|item no|pos|position|s no|sl no|sr no|seq|ligne|n ligne|riga|zeile|lfd nr|regel|linea|num|序号|行号|编号'),
};

/** A figure for one carton rather than for the whole row. */
export const PER_CARTON = list('per carton|per ctn|per case|per package|per box|each carton|par carton|par colis|unitaire|per cartone|a cartone|cad|pro karton|je karton|per doos|per collo|por caja|por bulto|单箱|每箱|单件');
/** A figure for the whole row. */
export const IN_TOTAL = list('total|ttl|overall|totale|gesamt|totaal|合计|总');

/** How a row of sums begins. */
const TOTAL = /^(?:grand |sub ?|sous |zwischen)?(?:totals?\b|totaux\b|totale\b|totali\b|gesamt|summe\b|somme\b|somma\b|total\b|totaal\b|sum\b|suma\b|totales\b|合计|总计|小计|共计|总共)/;
const PARTIAL = /^(?:sub ?tot|sous tot|subtot|zwischen|小计|parziale|tussentot)/;

export const totalOf = (words: string): 'total' | 'part' | null => (PARTIAL.test(words) ? 'part' : TOTAL.test(words) ? 'total' : null);
