// Three texts of our own (and two longer ones) in the manner of the case, with what surrounds a claim in real ones: other donors, dates, a death
// count, a share price. All are of Monday 16 March 2020 or the days before it.

import { Instant } from '../../domain/time.ts';

interface Text {
  readonly text: string;
  readonly publishedAt: Instant;
}

/** A foundation's post. */
export const FOUNDATION_POST: Text = {
  publishedAt: Instant.parse('2020-03-13T16:00:00.000Z'),
  text: `Friends in Europe, you are not alone ✊

Our foundation will donate 2 million masks to Europe. The first plane from Hangzhou is expected in Liège this evening.

Today we also announced, by communiqué and by tweet, that 500,000 test kits and 1 million masks have been prepared for the United States. Besides, the foundation supports Italy, Spain, Iran, South Korea and Japan.

Founded in 2014, the foundation has 85 staff. Shares of the group closed at $196.32, down 2.4%. Questions? Call +32 4 234 84 11.`,
};

/** An agency's report. */
export const AGENCY_REPORT: Text = {
  publishedAt: Instant.parse('2020-03-14T06:30:00.000Z'),
  text: `LIÈGE – Un premier avion-cargo en provenance de Hangzhou a atterri vendredi soir à Liège avec environ 500.000 masques et des kits de test à son bord, a indiqué samedi l'aéroport.

Une grande partie de ce matériel est destinée à l'Italie. Les 2 millions de masques promis à l'Europe par la fondation passeront tous par Liège, avant d'être acheminés par rail ou par avion vers le reste du continent. D'autres vols sont attendus.

L'appareil, un Boeing 747 du vol CK3821, avait parcouru 9.100 km en 11 heures. La Croix-Rouge chinoise a de son côté envoyé 31 tonnes de matériel à l'Italie. L'action du groupe a cédé 1,9 % à 192,10 dollars.`,
};

/** A newspaper's article. */
export const NEWSPAPER_ARTICLE: Text = {
  publishedAt: Instant.parse('2020-03-16T18:00:00.000Z'),
  text: `Coronavirus : la promesse des 2 millions de masques

La fondation a promis deux millions de masques à l'Europe. Vendredi 13 mars, environ 500 000 masques et kits de test sont arrivés à Liège depuis Hangzhou. Le même jour, la fondation a annoncé l'envoi de 500 000 kits de test et d'un million de masques aux États-Unis. Elle soutient aussi l'Italie, l'Espagne, l'Iran, la Corée du Sud et le Japon.

Le bilan officiel s'établissait lundi 16 mars à 6.705 morts, selon un décompte de sources officielles. Des centaines de milliers de personnes pourraient déjà être infectées. Plusieurs pays manquent de masques. Le ministère n'a pas confirmé la date de la prochaine livraison.

Le groupe, qui emploie 117.000 personnes, a vu son chiffre d'affaires progresser de 38 % en 2019. Son fondateur, 55 ans, a quitté la présidence en septembre.`,
};

/** A longer report in English: reported speech, another donor, a batch of a whole. */
export const LONG_REPORT: Text = {
  publishedAt: Instant.parse('2020-03-13T22:00:00.000Z'),
  text: `LIÈGE, Belgium, March 13 (Agency) - A cargo plane from the Chinese city of Hangzhou touched down at Liège Airport late on Friday carrying half a million face masks and an unspecified number of test kits, the first part of a donation of 2 million masks for Europe, an airport spokesman said.

The goods, paid for by the foundation of a Chinese e-commerce billionaire, are largely bound for Italy, where 1,266 people had died as of Friday evening. "We are grateful," said Italian health official Marco B., 52. "But we need 90 million masks a month."

Airport chief Luc P. told reporters that at least two more flights were expected next week. All of the supplies will be routed through Liège and sent on by rail or air, he added. Belgium itself could receive up to 300,000 masks, although the health ministry declined to comment.

The foundation said on Twitter that it would also give 500,000 test kits and 1 million masks to the United States. It has already sent 1 million masks to Japan and a further million each to Iran and South Korea. Spain, which reported 5,232 cases, is also to be helped.

Shares in the group fell 1.2 percent to $192.10 in New York. The company, founded in 1999, employs more than 110,000 people. Last year its sales on a single day reached $38.4 billion. A mask that cost 5 cents in January now costs up to 80 cents.

Separately, the Red Cross Society of China said a team of nine experts had arrived in Rome on Thursday with 31 tonnes of medical supplies, including 1,000 ventilators... "Friends in need," the crates read in Italian. The Czech government has banned the export of FFP2 respirators. Germany, too, faces shortages, and no masks have reached its care homes.

In Brussels, about 200 flights were cancelled. Call the hotline on 0800 14 689 between 8:00 and 20:00.`,
};

/** A longer article in French, five days later. */
export const LONG_ARTICLE: Text = {
  publishedAt: Instant.parse('2020-03-18T18:00:00.000Z'),
  text: `BRUXELLES, 18 mars – Un troisième appareil affrété par la fondation du géant chinois de l'e-commerce a atterri mercredi à 12h45 sur le tarmac de Liège. À son bord : 1,5 million de masques, destinés à la Belgique, à la France et à la Slovénie. La Belgique recevra 200.000 masques ainsi que 30.000 kits de dépistage, a précisé la ministre.

« Nous avons besoin de 20 millions de masques », a déclaré le docteur Jean D., 61 ans, chef de service dans un hôpital de 900 lits. Lundi, une deuxième cargaison de 300.000 masques était déjà arrivée dans la cité ardente. La Région wallonne n'a toujours pas reçu de blouses.

En Italie, le bilan atteint 2.978 morts, selon la protection civile. En Espagne, le nombre de cas confirmés est passé de 11.178 à 13.716 en un jour. Jusqu'à 100.000 personnes pourraient être contaminées en Allemagne.

Selon nos informations, 500.000 masques supplémentaires seraient envoyés à l'Italie d'ici vendredi. De son côté, Huawei offre 200.000 masques à l'Espagne. La France, elle, a réquisitionné les stocks et commandé 250 millions de masques. Le prix d'un FFP2 a triplé pour atteindre 6 euros.

Pour rappel, l'aéroport de Liège emploie 9.000 personnes et a accueilli 31.000 vols en 2019. Infos : 04/234.84.11.`,
};
