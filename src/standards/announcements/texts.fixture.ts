// Three texts of our own in the manner of the case, with what surrounds a claim in real ones: other donors, dates, a death
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
