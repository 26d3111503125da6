/** La trame de diagnostic en classeur : la même que le CSV, avec largeurs et règle de saisie. */
import { bande, ouvrirChantier } from './chantier';
import type { ClasseurDecrit } from './description';
import { STYLES, type NomStyle } from './styles';
import { champsModele, RANG_VALEUR, titresModele, type ModeleTrame } from './trame';

const LARGEURS = [22, 18, 9, 60, 13, 13, 34, 11, 20, 40];
const STYLE_VALEUR: NomStyle = 'libre';

export function decrireClasseurTrame(modele: ModeleTrame): ClasseurDecrit {
  const chantier = ouvrirChantier();
  titresModele(modele.annee).forEach((titre, rang) => { chantier.poser(1, rang + 1, titre, 'enTete'); });
  modele.lignes.forEach((ligne, l) => {
    champsModele(modele, ligne).forEach((champ, c) => { chantier.poser(l + 2, c + 1, champ === '' ? null : champ, c === RANG_VALEUR ? STYLE_VALEUR : 'texte'); });
  });
  const derniere = modele.lignes.length + 1;
  return {
    titre: `Trame de diagnostic ${String(modele.annee)}${modele.departement === null ? '' : ` – ${modele.departement}`}`,
    styles: STYLES,
    feuilles: [chantier.terminer({
      nom: 'Trame de diagnostic',
      largeurs: new Map(LARGEURS.map((largeur, rang) => [rang + 1, largeur])),
      figees: { lignes: 1, colonnes: 4 },
      enTete: { premiere: 1, derniere: 1 },
      validations: [{
        plages: [bande(RANG_VALEUR + 1, 2, derniere)],
        regle: { nature: 'decimal', minimum: 0 },
        titre: 'Nombre attendu',
        message: 'Cette case attend un nombre (0 si la valeur est nulle). Si la donnée manque, écrivez ND et confirmez.',
      }],
    })],
  };
}
