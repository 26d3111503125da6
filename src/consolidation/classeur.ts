/** La consolidation décrite comme un classeur neuf : une feuille par tableau, nombres et formats compris. */
import type { CelluleDecrite, ClasseurDecrit, FeuilleDecrite } from '../modele/description';
import { STYLES } from '../modele/styles';
import type { Consolidation } from './consolider';
import { mettreEnTableaux, type FormatColonne, type Tableau } from './tableaux';

const STYLE_DE: Readonly<Record<FormatColonne, string>> = { texte: 'texte', nombre: 'nombre', taux: 'part', euros: 'montant' };
const LARGEUR_DE: Readonly<Record<FormatColonne, number>> = { texte: 34, nombre: 15, taux: 13, euros: 20 };
const LARGEUR_PHRASE = 110;
const LIGNE_EN_TETE = 4;

function decrireFeuille({ nom, note, colonnes, lignes }: Tableau): FeuilleDecrite {
  const cellules: CelluleDecrite[] = [
    { ligne: 1, colonne: 1, contenu: { valeur: nom }, style: 'titre' },
    { ligne: 2, colonne: 1, contenu: { valeur: note }, style: 'mention' },
    ...colonnes.map(({ titre }, rang) => ({ ligne: LIGNE_EN_TETE, colonne: rang + 1, contenu: { valeur: titre }, style: 'enTete' })),
    ...lignes.flatMap((ligne, rangLigne) =>
      ligne.map((valeur, rang) => ({ ligne: LIGNE_EN_TETE + 1 + rangLigne, colonne: rang + 1, contenu: { valeur }, style: STYLE_DE[colonnes[rang]?.format ?? 'texte'] })),
    ),
  ];
  return {
    nom,
    cellules,
    fusions: [],
    // Une seule colonne : des phrases.
    largeurs: new Map(colonnes.map(({ format }, rang) => [rang + 1, colonnes.length === 1 ? LARGEUR_PHRASE : LARGEUR_DE[format]])),
    hauteurs: new Map(),
    figees: { lignes: LIGNE_EN_TETE, colonnes: 0 },
    enTete: { premiere: LIGNE_EN_TETE, derniere: LIGNE_EN_TETE },
    validations: [],
  };
}

export function decrireConsolidation(consolidation: Consolidation): ClasseurDecrit {
  const cadre = { bordure: true, renvoi: true, horizontal: 'droite' } as const;
  return {
    titre: 'Consolidation des contrats départementaux de prévention et de protection de l’enfance',
    styles: { ...STYLES, nombre: { ...cadre, format: '#,##0' }, part: { ...cadre, format: '0.0%' } },
    feuilles: mettreEnTableaux(consolidation).map(decrireFeuille),
  };
}
