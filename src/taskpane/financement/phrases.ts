/** Les phrases de l'écran « Financement ». */
import { formatMontant } from '../../classeur/nombres';
import type { EtatEnveloppe, VueEnveloppe } from '../../moteur/vues/enveloppes';
import type { EtatParite, LigneFinancement, VueFinancement } from '../../moteur/vues/financement';
import { accorder } from '../../rapport/mots';

export const NOMS_PARITES: Readonly<Record<EtatParite, string>> = {
  tenue: 'Parité tenue',
  manquee: 'Parité non tenue',
  a_justifier: 'Parité à justifier (ONDAM)',
  illisible: 'Parité non vérifiable',
  sans_etat: 'Sans part de l’Etat',
};

export const NOMS_ETATS_ENVELOPPES: Readonly<Record<EtatEnveloppe, string>> = {
  dans_les_bornes: 'Dans les bornes',
  au_dessous: 'Au-dessous des bornes',
  au_dessus: 'Au-dessus des bornes',
  vide: 'Rien d’inscrit au plan',
  inconnue: 'Non vérifiable : la colonne « Etat » est introuvable',
};

/** Montant avec le nom dont il est le complément : « 1 000 000 € par an ». */
export function decrireBornes({ minimum, maximum }: VueEnveloppe): string {
  const bornes = maximum === null ? `au moins ${formatMontant(minimum)}` : `de ${formatMontant(minimum)} à ${formatMontant(maximum)}`;
  return `Dotation indicative d’un département : ${bornes} par an.`;
}

/** Ce que la parité demande encore, en clair ; `null` si rien. */
export function decrireManque({ parite, manque }: LigneFinancement): string | null {
  if (manque <= 0) return null;
  return parite === 'manquee'
    ? `Il manque ${formatMontant(manque)} à la part du Département.`
    : `Le Département apporte ${formatMontant(manque)} de moins que l’Etat ; une part relève de l’ONDAM, versé aux établissements.`;
}

const PARITES_DITES: readonly (readonly [EtatParite, string])[] = [
  ['manquee', 'non tenue'],
  ['a_justifier', 'à justifier'],
  ['illisible', 'non vérifiable'],
  ['tenue', 'tenue'],
];

/** « Parité non tenue pour 2 objectifs, tenue pour 12. » */
export function resumerParite({ lignes }: VueFinancement): string {
  const parts = PARITES_DITES.flatMap(([etat, mot]) => {
    const nombre = lignes.filter(({ parite }) => parite === etat).length;
    return nombre === 0 ? [] : [`${mot} pour ${accorder(nombre, 'objectif')}`];
  });
  return parts.length === 0 ? 'L’Etat ne finance encore aucun objectif.' : `Parité ${parts.join(', ')}.`;
}

const ORDRE: readonly EtatParite[] = ['manquee', 'illisible', 'a_justifier', 'tenue', 'sans_etat'];

/** Les objectifs qui portent un montant, ceux qui posent question en tête ; puis les autres. */
export function ranger({ lignes }: VueFinancement): { readonly finances: readonly LigneFinancement[]; readonly sans: readonly LigneFinancement[] } {
  const isFinance = ({ departement, etat, partenaires, parite }: LigneFinancement) => parite === 'illisible' || [departement, etat, partenaires].some(({ euros }) => euros !== 0);
  const finances = lignes.filter(isFinance).map((ligne, rang) => ({ ligne, rang }));
  finances.sort((a, b) => ORDRE.indexOf(a.ligne.parite) - ORDRE.indexOf(b.ligne.parite) || a.rang - b.rang);
  return { finances: finances.map(({ ligne }) => ligne), sans: lignes.filter((ligne) => !isFinance(ligne)) };
}
