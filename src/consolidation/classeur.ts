/** La consolidation décrite comme un classeur neuf : une feuille par tableau, nombres et formats compris. */
import type { Plage } from '../classeur/instantane';
import type { CelluleDecrite, ClasseurDecrit, FeuilleDecrite } from '../modele/description';
import { estimerHauteurs } from '../modele/hauteurs';
import { STYLES } from '../modele/styles';
import type { Consolidation } from './consolider';
import type { FormatColonne, Tableau } from './tableau';
import { mettreEnTableaux } from './tableaux';

const STYLE_DE: Readonly<Record<FormatColonne, string>> = { texte: 'texte', nombre: 'nombre', taux: 'part', euros: 'centimes' };
const LARGEUR_DE: Readonly<Record<Exclude<FormatColonne, 'texte'>, number>> = { nombre: 15, taux: 13, euros: 20 };
/** Largeurs d'une colonne de texte, en caractères : celle de son plus long texte, entre ces bornes. */
const LARGEURS_TEXTE = { moindre: 10, plus: 60 } as const;
const LARGEUR_PHRASE = 110;
const LIGNE_NOTE = 2;
const LIGNE_EN_TETE = 4;

function largeurDe({ colonnes, lignes }: Tableau, rang: number): number {
  const { format, titre } = colonnes[rang]!;
  // Une seule colonne : des phrases.
  if (colonnes.length === 1) return LARGEUR_PHRASE;
  if (format !== 'texte') return LARGEUR_DE[format];
  const longueur = Math.max(titre.length, ...lignes.map((ligne) => String(ligne[rang] ?? '').length));
  return Math.min(LARGEURS_TEXTE.plus, Math.max(LARGEURS_TEXTE.moindre, longueur + 2));
}

function decrireFeuille(tableau: Tableau): FeuilleDecrite {
  const { nom, note, colonnes, lignes } = tableau;
  const largeurs = new Map(colonnes.map((_, rang) => [rang + 1, largeurDe(tableau, rang)]));
  const fusions: readonly Plage[] = colonnes.length === 1 ? [] : [{ ligne: LIGNE_NOTE, colonne: 1, derniereLigne: LIGNE_NOTE, derniereColonne: colonnes.length }];
  const contenu: CelluleDecrite[] = [
    { ligne: LIGNE_NOTE, colonne: 1, contenu: { valeur: note }, style: 'note' },
    ...colonnes.map(({ titre }, rang) => ({ ligne: LIGNE_EN_TETE, colonne: rang + 1, contenu: { valeur: titre }, style: 'enTete' })),
    ...lignes.flatMap((ligne, rangLigne) =>
      ligne.map((valeur, rang) => ({ ligne: LIGNE_EN_TETE + 1 + rangLigne, colonne: rang + 1, contenu: { valeur }, style: STYLE_DE[colonnes[rang]?.format ?? 'texte'] })),
    ),
  ];
  return {
    nom,
    cellules: [{ ligne: 1, colonne: 1, contenu: { valeur: nom }, style: 'titre' }, ...contenu],
    fusions,
    largeurs,
    hauteurs: estimerHauteurs(contenu, fusions, largeurs),
    figees: { lignes: LIGNE_EN_TETE, colonnes: 0 },
    enTete: { premiere: LIGNE_EN_TETE, derniere: LIGNE_EN_TETE },
    validations: [],
  };
}

export function decrireConsolidation(consolidation: Consolidation): ClasseurDecrit {
  const cadre = { bordure: true, renvoi: true, horizontal: 'droite' } as const;
  return {
    titre: 'Consolidation des contrats départementaux de prévention et de protection de l’enfance',
    styles: { ...STYLES, note: { italique: true, renvoi: true }, nombre: { ...cadre, format: '#,##0' }, part: { ...cadre, format: '0.0%' }, centimes: { ...cadre, format: '#,##0.00 "€"' } },
    feuilles: mettreEnTableaux(consolidation).map(decrireFeuille),
  };
}
