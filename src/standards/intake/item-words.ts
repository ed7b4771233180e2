// What shippers call the goods of an air bridge, in English, French, Italian, German, Dutch, Spanish and Chinese, by the
// catalogue's codes. A word that could be several things stands with each of them: then a person is asked. Own list.

const list = (text: string): readonly string[] => text.split('|').map((phrase) => phrase.trim());

const MASK = 'mask|face mask|masque|maschera|mascherina|mascherine|maske|masken|gesichtsmaske|masker|maskers|mondmasker|mondmaskers|mondkapje|mascarilla|mascarillas|口罩';

/** Catalogue code → what it is called, as plain words (words.ts). */
export const ITEM_WORDS: Readonly<Record<string, readonly string[]>> = {
  'surgical-mask': list(
    `${MASK}|surgical mask|surgical face mask|medical mask|medical face mask|procedure mask|type iir|type ii r|iir|type ii|disposable medical mask|disposable face mask|masque chirurgical|masques chirurgicaux|masque de soins|masque medical|masques medicaux|masque anti projection|` +
      'mascherina chirurgica|mascherine chirurgiche|maschera chirurgica|maschere chirurgiche|op maske|op masken|mund nasen schutz|mns|chirurgische maske|chirurgische masken|medizinische maske|medizinische masken|chirurgisch masker|chirurgische maskers|chirurgische mondmaskers|medisch masker|mascarilla quirurgica|mascarillas quirurgicas|' +
      '医用口罩|一次性医用口罩|医用外科口罩|外科口罩|一次性口罩|一次性使用医用口罩',
  ),
  ffp2: list(`${MASK}|ffp2|ffp 2|ffp2 mask|ffp2 respirator|kn95|kn 95|n95|n 95|kn95 mask|n95 mask|n95 respirator|ffp2 kn95|respirator|particulate respirator|filtering facepiece|masque ffp2|masques ffp2|masque de protection respiratoire|appareil de protection respiratoire|maschera ffp2|mascherina ffp2|mascherine ffp2|facciale filtrante|ffp2 maske|ffp2 masken|atemschutzmaske|atemschutzmasken|ffp2 masker|ffp2 maskers|ffp2 mondmasker|mascarilla ffp2|mascarillas ffp2|n95 口罩|kn95 口罩|防护口罩|医用防护口罩|ffp2 口罩`),
  gown: list('gown|isolation gown|surgical gown|protective gown|surblouse|blouse d isolement|blouse chirurgicale|blouse|blouses|camice|camici|camice chirurgico|kittel|schutzkittel|op kittel|isolatiejas|isolatieschort|schort|schorten|bata|batas|bata quirurgica|bata de aislamiento|隔离衣|手术衣'),
  suit: list('suit|protective suit|coverall|coveralls|hazmat suit|protective clothing|protective coverall|combinaison|combinaisons|combinaison de protection|tuta|tute|tuta protettiva|tute protettive|overall|overalls|schutzanzug|schutzanzuge|schutzkleidung|beschermpak|beschermende kleding|mono de proteccion|traje de proteccion|trajes de proteccion|buzo|防护服|医用防护服|一次性防护服'),
  'face-shield': list('face shield|faceshield|visor|visors|protective visor|visiere|visieres|visiere de protection|ecran facial|visiera|visiere protettive|gesichtsschild|gesichtsvisier|gesichtsschutz|gelaatsscherm|spatscherm|face visor|pantalla facial|visera|面罩|防护面罩|面屏'),
  'test-kit': list('test kit|testing kit|pcr kit|rt pcr|pcr test|detection kit|diagnostic kit|nucleic acid test|nucleic acid detection kit|covid 19 test|covid test|test|kit de test|kits de test|kit de depistage|trousse de depistage|test de depistage|kit diagnostico|kit diagnostici|kit di test|tampone|tamponi|testkit|testkits|testset|test sets|nachweistest|testsets|kit de prueba|kits de prueba|prueba pcr|pruebas|检测试剂盒|核酸检测试剂盒|试剂盒|检测试剂|检测盒'),
  ventilator: list('ventilator|ventilators|icu ventilator|breathing machine|respirateur|respirateurs|respirateur de reanimation|ventilateur|ventilatore|ventilatori|ventilatore polmonare|beatmungsgerat|beatmungsgerate|beademingstoestel|beademingstoestellen|beademingsapparaat|respirador|respiradores|ventilador|呼吸机|有创呼吸机|无创呼吸机'),
  gloves: list('glove|gloves|examination glove|examination gloves|nitrile glove|nitrile gloves|latex gloves|surgical gloves|gant|gants|gants d examen|gants nitrile|guanti|guanto|guanti in nitrile|handschuh|handschuhe|untersuchungshandschuhe|handschoen|handschoenen|guante|guantes|guantes de nitrilo|手套|医用手套|检查手套|丁腈手套'),
};
