// The words that make a claim: verbs of giving, arriving, passing through, lacking, with their tense; what makes them uncertain or
// denies them; and the small words that say who, whither, how much of it.

import type { Certainty, Language, Qualifier, Share } from './shape.ts';

/** What a verb or noun claims. */
export type Sense = 'give' | 'receive' | 'arrive' | 'onward' | 'bound' | 'pass' | 'support' | 'short' | 'deny' | 'confirm' | 'expect' | 'follow' | 'deaths' | 'cases';
/** `done` and `open` rest on the verb's own form; null: on what stands before it. */
export interface Verb {
  readonly is: 'verb';
  readonly sense: Sense;
  readonly certainty: Certainty | null;
  readonly isNoun: boolean;
}
export type Cue =
  | Verb
  | { readonly is: 'modal'; readonly certainty: Certainty }
  | { readonly is: 'not' | 'more' | 'flight' | 'part-of' | 'total' | 'by' | 'each' | 'people' | 'passive' | 'said' | 'stop' }
  | { readonly is: 'qualifier'; readonly qualifier: Qualifier }
  | { readonly is: 'share'; readonly share: Share }
  | { readonly is: 'vague' }
  | { readonly is: 'role'; readonly role: 'to' | 'in' | 'from' | 'of' | 'by' };

const words = (text: string): readonly string[] => text.split('|').map((word) => word.trim());

/** Regular verbs by their beginning: donat → donate, donates, donated, donating. */
function english(sense: Sense, stems: string): [string, Verb][] {
  return words(stems).flatMap((stem): [string, Verb][] => {
    const bare = stem.replace(/~$/, '');
    const base = stem.endsWith('~') ? `${bare}e` : bare;
    const verb = (certainty: Certainty | null): Verb => ({ is: 'verb', sense, certainty, isNoun: false });
    return [[base, verb(null)], [`${bare}ed`, verb('done')], [`${bare}ing`, verb(null)]];
  });
}

/** Verbs in -er by their beginning. A participle loses its accent as the text does, so that its tense rests on what stands before. */
function french(sense: Sense, stems: string): [string, Verb][] {
  return words(stems).flatMap((stem): [string, Verb][] => {
    const verb = (certainty: Certainty | null): Verb => ({ is: 'verb', sense, certainty, isNoun: false });
    return [
      ...['e', 'ee', 'ent', 'ons', 'ant', 'er'].map((end): [string, Verb] => [`${stem}${end}`, verb(null)]),
      ...['era', 'eront', 'erons'].map((end): [string, Verb] => [`${stem}${end}`, verb('planned')]),
      ...['erait', 'eraient'].map((end): [string, Verb] => [`${stem}${end}`, verb('possible')]),
      ...['ait', 'aient', 'erent', 'a'].map((end): [string, Verb] => [`${stem}${end}`, verb('done')]),
    ];
  });
}

const forms = (sense: Sense, certainty: Certainty | null, text: string, isNoun = false): [string, Verb][] => words(text).map((word) => [word, { is: 'verb', sense, certainty, isNoun }]);
const small = <C extends Cue>(cue: C, text: string): [string, C][] => words(text).map((word) => [word, cue]);

const EN: readonly [string, Cue][] = [
  ...english('give', 'donat~|pledg~|promis~|offer|prepar~|suppl|provid~|contribut~|deliver~|dispatch|earmark|ship|shipp|commit|committ'),
  ...forms('give', null, 'supply|supplies|give|giving|send|sending|to give|to send|deliver|delivering'),
  ...forms('give', 'done', 'gave|given|sent|delivered|supplied'),
  ...forms('give', null, 'promise of|pledge of|donation of|gift of|shipment of|shipments of|delivery of|deliveries of', true),
  ...english('receive', 'receiv~'),
  ...forms('receive', null, 'get|getting|be given|been given|is given|are given|was given|were given'),
  ...forms('receive', 'done', 'got'),
  ...english('arrive', 'arriv~|land|unload|offload|reach'),
  ...forms('arrive', 'done', 'touched down|came in|flown|flew'),
  ...forms('arrive', null, 'touch down|touches down|touching down|arrival of', false),
  ...forms('bound', null, 'intended for|destined for|destined to|meant for|earmarked for|bound for|reserved for|headed for|heading for|going to be sent to|goes to|go to|will go to|on its way to|on their way to|continue to|continues to'),
  ...forms('onward', null, 'sent on|distributed|distribute|forwarded|transported|onward|carried on|carried onward|moved on|trucked|transferred'),
  ...english('pass', 'transit|pass through|rout'),
  ...forms('pass', null, 'pass through|passes through|passing through|passed through|go through|goes through|come through|comes through|transit through|routed through|routed via|via|travel through'),
  ...english('support', 'support|assist'),
  ...forms('support', null, 'helping|is helping|help to|come to the aid of'),
  ...forms('short', null, 'short of|shortage of|shortage in|run out of|runs out of|running out of|ran out of|running low on|run low on|lack|lacks|lacking|lack of|in need of|desperately need|urgently need|need|needs|needed|do not have enough|not have enough|without enough'),
  ...english('deny', 'den|refut'),
  ...forms('deny', null, 'deny|denies|denied|denying'),
  ...english('confirm', 'confirm'),
  ...forms('expect', 'planned', 'expected|due|scheduled|planned|awaited|set to|on the way|under way|underway'),
  ...forms('follow', 'planned', 'follow|follows|will follow|to follow'),
  ...forms('deaths', null, 'death|dead|died|death toll|fatality|fatalities|killed|deceased|victim', true),
  ...forms('cases', null, 'case|infection|infected|confirmed case|contagion', true),
  ...small({ is: 'modal', certainty: 'possible' }, 'could|might|may|would|should|reportedly|possibly|perhaps|allegedly'),
  ...small({ is: 'modal', certainty: 'planned' }, "will|shall|going to|is to|are to|plan to|plans to|intends to|intend to|wants to|to be|is set to|are set to"),
  ...small({ is: 'modal', certainty: 'done' }, "has|have|had|was|were"),
  ...small({ is: 'not' }, "not|never|no longer|without|hasn't|haven't|didn't|won't|wasn't|weren't|isn't|aren't|doesn't|don't|cannot|can't|yet to|no|neither|none|nobody|nothing"),
  ...small({ is: 'more' }, 'more|further|other|another|additional|next|subsequent|second|third'),
  ...small({ is: 'flight' }, 'plane|aircraft|flight|cargo plane|airplane|aeroplane|jet|freighter|cargo flight|airlift|Airbus|Boeing'),
  ...small({ is: 'part-of' }, 'including|of which|of them|among them|of these'),
  ...small({ is: 'total' }, 'a total of|in total|in all|altogether|all told'),
  ...small({ is: 'each' }, 'each'),
  ...small({ is: 'people' }, 'people|person|employee|staff|volunteer|worker|resident|patient|passenger|member|citizen|inhabitant|men|women|children|doctor|nurse'),
  ...small({ is: 'passive' }, 'been|be|being|was|were|is|are'),
  ...small({ is: 'said' }, 'according to'),
  ...small({ is: 'stop' }, 'price|cost|information|question|hotline|share|stock'),
  ...small({ is: 'qualifier', qualifier: 'about' }, 'about|around|some|approximately|roughly|circa'),
  ...small({ is: 'qualifier', qualifier: 'nearly' }, 'nearly|almost|close to'),
  ...small({ is: 'qualifier', qualifier: 'more-than' }, 'more than|over|above'),
  ...small({ is: 'qualifier', qualifier: 'at-least' }, 'at least|no fewer than|no less than'),
  ...small({ is: 'qualifier', qualifier: 'up-to' }, 'up to|as many as|at most|no more than'),
  ...small({ is: 'qualifier', qualifier: 'exactly' }, 'exactly'),
  ...small({ is: 'share', share: 'large-part' }, 'a large part|a large share|most|the majority|the bulk|the lion\'s share|a good part|much|a large portion|the largest part|largely|mostly|mainly'),
  ...small({ is: 'share', share: 'part' }, 'part of|a part|some of|a share|a portion'),
  ...small({ is: 'share', share: 'half' }, 'half of|half the'),
  ...small({ is: 'share', share: 'rest' }, 'the rest|the remainder|what remains|the remaining'),
  ...small({ is: 'share', share: 'all' }, 'all of|all the|all'),
  ...small({ is: 'vague' }, 'hundreds of thousands|tens of thousands|thousands|hundreds|dozens|millions|several million|several thousand|several hundred|several hundred thousand|a few thousand|hundreds of millions|tens of millions|scores|countless'),
  ...small({ is: 'role', role: 'to' }, 'to|for|towards|toward|into'),
  ...small({ is: 'role', role: 'in' }, 'in|across|throughout|at|within|inside'),
  ...small({ is: 'role', role: 'from' }, 'from'),
  ...small({ is: 'role', role: 'of' }, 'of'),
  ...small({ is: 'role', role: 'by' }, 'by'),
];

const FR: readonly [string, Cue][] = [
  ...french('give', 'donn|envoy|exped|livr|prepar|apport|expedi|dedi|accord|affect'),
  ...forms('give', null, "promet|promettent|promettons|promettre|promis|promise|offre|offrent|offrons|offrir|offert|offerte|fait don de|font don de|faisons don de|faire don de|fait don d'|fournit|fournissent|fournir|fourni|fournie|remet|remettent|remettre|remis|remise|s'engage à|s'est engagée à|s'engage à donner|cède|cédé"),
  ...forms('give', 'planned', "promettra|offrira|offriront|offrirons|fera don de|fera don d'|feront don de|ferons don de|fournira|fourniront|fournirons|remettra|remettront|enverra|enverront|enverrons"),
  ...forms('give', 'possible', 'promettrait|offrirait|offriraient|fournirait|fourniraient|remettrait|enverrait|enverraient'),
  ...forms('give', null, "promesse de|promesse d'|promesse des|don de|don d'|dons de|envoi de|envoi d'|livraison de|livraison d'|livraisons de", true),
  ...forms('receive', null, 'reçoit|reçoivent|recevoir|reçu|reçue'),
  ...forms('receive', 'planned', 'recevra|recevront|recevrons|bénéficiera de|aura|auront'),
  ...forms('receive', 'possible', 'recevrait|recevraient'),
  ...french('arrive', 'arriv|debarqu|decharg'),
  ...forms('arrive', null, "atterrit|atterrissent|atterrir|atterri|se pose|se posent|se poser|s'est posé|s'est posée|se sont posés|posé|touché terre"),
  ...forms('arrive', 'planned', 'atterrira|atterriront|se posera|se poseront'),
  ...forms('arrive', 'possible', 'atterrirait|atterriraient|se poserait'),
  ...forms('bound', null, "destiné à|destinée à|destiné au|destinée au|destiné aux|destinée aux|réservé à|réservée à|est pour|sont pour|à destination de|à destination du|à destination des|à destination d'|part vers|partira vers|partiront vers|partir vers|ira à|ira en|ira vers|iront à|iront en|continueront leur route vers|continuera sa route vers|poursuivra sa route vers|prendra la route de|sera acheminé vers|sera acheminée vers|seront acheminés vers|seront acheminées vers|prennent la route de"),
  ...french('onward', 'distribu'),
  ...forms('onward', null, 'acheminé|acheminée|acheminer|réparti|répartie|répartir|réexpédié|réexpédiée|transporté|transportée|redistribué|redistribuée'),
  ...french('pass', 'transit'),
  ...forms('pass', null, 'passe par|passent par|passer par|passé par|via|passant par|passe tous par'),
  ...forms('pass', 'planned', 'passera par|passeront par|passeront|passera|passeront tous par|passeront toutes par'),
  ...forms('pass', 'possible', 'passerait par|passeraient par'),
  ...forms('support', null, "soutient|soutiennent|soutenir|soutenons|soutenu|aide aussi|aide également|vient en aide à|vient aussi en aide à|vient en aide au|viennent en aide à|apporte son soutien à|apporte son aide à|épaule"),
  ...forms('support', 'planned', 'soutiendra|soutiendront'),
  ...french('short', 'manqu'),
  ...forms('short', null, "pénurie de|pénurie d'|à court de|à court d'|en manque de|en manque d'|manque de|manque d'|besoin de|besoin d'|en rupture de|dépourvu de|ne dispose plus de|ne disposent plus de|n'a plus de|n'ont plus de|n'ont plus assez de"),
  ...forms('deny', null, 'dément|démentent|démenti|démentir|nie|nient|nié|réfute|réfuté'),
  ...french('confirm', 'confirm'),
  ...forms('expect', 'planned', 'attendu|attendue|prévu|prévue|programmé|programmée|annoncé|annoncée'),
  ...forms('follow', 'planned', 'suivra|suivront|va suivre|vont suivre|doit suivre|arrivera ensuite'),
  ...forms('deaths', null, 'mort|décès|victime|décédé|décédée|bilan|tué', true),
  ...forms('cases', null, 'cas|cas confirmé|contamination|infecté|infectée|contaminé|contaminée|infection|contagion', true),
  ...small({ is: 'modal', certainty: 'possible' }, 'pourrait|pourraient|pourrions|devrait|devraient|serait|seraient|aurait|auraient|peut-être|éventuellement|irait|iraient'),
  ...small({ is: 'modal', certainty: 'planned' }, 'va|vont|allons|sera|seront|doit être|doivent être|doit|doivent|compte|entend|prévoit de|veut'),
  ...small({ is: 'modal', certainty: 'done' }, "a|ont|avait|avaient|est|sont|était|étaient|avons|s'est|fut|furent|a été|ont été"),
  ...small({ is: 'not' }, "pas|jamais|aucun|aucune|n'|ni|personne"),
  ...small({ is: 'more' }, "autre|nouveau|nouveaux|nouvelle|prochain|prochaine|supplémentaire|deuxième|second|troisième"),
  ...small({ is: 'flight' }, 'avion|vol|appareil|avion-cargo|cargo|Airbus|Boeing|rotation|pont aérien|aéronef|gros-porteur'),
  ...small({ is: 'part-of' }, "dont|parmi lesquels|parmi lesquelles|y compris|d'entre eux|d'entre elles"),
  ...small({ is: 'total' }, 'au total|en tout|un total de'),
  ...small({ is: 'each' }, 'chacun|chacune'),
  ...small({ is: 'people' }, 'personne|employé|salarié|bénévole|habitant|patient|passager|membre|collaborateur|travailleur|citoyen|soignant|médecin|infirmier|enfant'),
  ...small({ is: 'passive' }, 'été|être|est|sont|sera|seront'),
  ...small({ is: 'said' }, "selon|d'après"),
  ...small({ is: 'stop' }, 'prix|coût|question|renseignement|information|action'),
  ...small({ is: 'qualifier', qualifier: 'about' }, 'environ|quelque|autour de|à peu près|approximativement'),
  ...small({ is: 'qualifier', qualifier: 'nearly' }, "près de|près d'|presque"),
  ...small({ is: 'qualifier', qualifier: 'more-than' }, "plus de|plus d'"),
  ...small({ is: 'qualifier', qualifier: 'at-least' }, "au moins|pas moins de|pas moins d'"),
  ...small({ is: 'qualifier', qualifier: 'up-to' }, "jusqu'à|au maximum|maximum|au plus"),
  ...small({ is: 'qualifier', qualifier: 'exactly' }, 'exactement|très exactement'),
  ...small({ is: 'share', share: 'large-part' }, "une grande partie|la plus grande partie|la majeure partie|l'essentiel|la majorité|la plupart|une bonne partie|le gros|en grande partie|principalement"),
  ...small({ is: 'share', share: 'part' }, 'une partie|une part'),
  ...small({ is: 'share', share: 'half' }, 'la moitié'),
  ...small({ is: 'share', share: 'rest' }, 'le reste|le solde|ce qui reste|le restant'),
  ...small({ is: 'share', share: 'all' }, "tous les|toutes les|la totalité|l'ensemble|tous|toutes"),
  ...small({ is: 'vague' }, "centaines de milliers|dizaines de milliers|milliers|centaines|dizaines|millions|plusieurs millions|plusieurs milliers|plusieurs centaines|plusieurs centaines de milliers|quelques milliers"),
  ...small({ is: 'role', role: 'to' }, "à|au|aux|pour|vers|à l'|à la"),
  ...small({ is: 'role', role: 'in' }, 'en|dans|chez'),
  ...small({ is: 'role', role: 'from' }, "depuis|en provenance de|en provenance d'|en provenance du|venu de|parti de|venant de"),
  ...small({ is: 'role', role: 'of' }, "de|d'|du|des"),
  ...small({ is: 'role', role: 'by' }, 'par'),
];

export const CUES: Readonly<Record<Language, readonly (readonly [string, Cue])[]>> = { en: EN, fr: FR };

/** Between whole thoughts of a sentence. */
export const JOINTS: Readonly<Record<Language, ReadonlySet<string>>> = { en: new Set(['and', 'but', 'while', 'whereas', 'then', 'before', 'after', 'that', 'which', 'who']), fr: new Set(['et', 'mais', 'tandis', 'alors', 'puis', 'avant', 'apres', 'qui', 'que', "qu'"]) };
/** Not part of any name. */
export const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an', 'our', 'its', 'their', 'this', 'these', 'those', 'le', 'la', 'les', "l'", 'un', 'une', 'des', 'notre', 'nos', 'sa', 'son', 'ses', 'ce', 'cet', 'cette', 'ces', 'leur', 'leurs', "d'", 'de', 'du']);
