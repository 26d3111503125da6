/** Lecture du tableau de bord (annexe 5.2) dans une feuille, où qu'il soit et quelle que soit sa mise en forme. */
import { decouper } from './blocs';
import type { TableauDeBord } from './dossier';
import { lignesEnTete, lireEnTete, plageEnTete } from './en-tete';
import type { Grille } from './grille';
import { lireIndicateurs } from './indicateurs-lus';
import { lireMoments, momentsManquants } from './moments';
import type { ProfilFeuille } from './profil';
import type { RattachementManuel } from './rattachements';
import { normaliser } from './texte';

const INTITULES = /^(?:mesures?|objectifs?|indicateurs?)\b/;

function momentsALaMain(moments: ReturnType<typeof lireMoments>['moments'], feuille: string, manuels: readonly RattachementManuel[]) {
  const choisis = manuels.filter((manuel) => manuel.type === 'moment' && manuel.feuille === feuille) as Extract<RattachementManuel, { type: 'moment' }>[];
  const autres = moments.filter(({ colonne, bloc, annee }) => !choisis.some((choisi) => choisi.colonne === colonne || (choisi.bloc === bloc && choisi.annee === annee)));
  return [...autres, ...choisis.map(({ colonne, bloc, annee }) => ({ colonne, bloc, annee }))].sort((a, b) => a.colonne - b.colonne);
}

export function lireTableau(grille: Grille, profil: ProfilFeuille, manuels: readonly RattachementManuel[] = []): TableauDeBord | null {
  const { colonneIndicateur, colonneObjectif, colonneMesure, premiereLigne } = profil;
  if (colonneIndicateur === null) return null;
  const lignes = lignesEnTete(grille, premiereLigne, (texte) => INTITULES.test(texte));
  const enTete = plageEnTete(grille, lignes, premiereLigne);
  const { moments: lus, periode } = lireMoments(lireEnTete(grille, lignes).filter(({ colonne }) => colonne !== colonneIndicateur && colonne !== colonneObjectif));
  const moments = momentsALaMain(lus, grille.feuille.nom, manuels);
  const porteContenu = (ligne: number) =>
    grille.texte(ligne, colonneIndicateur) !== '' || moments.some(({ colonne }) => !grille.isVide(ligne, colonne));
  const decoupage = decouper({
    grille, annexe: 'tableau', colonneMesure, colonneObjectif, premiereLigne, porteContenu,
    aLaMain: new Map(manuels.flatMap((manuel) => (manuel.type === 'objectif' ? [[normaliser(manuel.texte), manuel.numero] as const] : []))),
  });
  const { indicateurs, anomalies } = lireIndicateurs({
    grille, colonne: colonneIndicateur, lignes: decoupage.lignes,
    aLaMain: new Map(manuels.flatMap((manuel) => (manuel.type === 'indicateur' ? [[normaliser(manuel.texte), manuel.code] as const] : []))),
  });
  return {
    feuille: grille.feuille,
    periode,
    enTete,
    colonnes: { mesure: colonneMesure, objectif: colonneObjectif, indicateur: colonneIndicateur },
    moments,
    objectifs: decoupage.objectifs,
    indicateurs,
    colonnesManquantes: momentsManquants(moments, periode, enTete),
    anomalies: [...decoupage.anomalies, ...anomalies],
    derniereLigne: Math.max(premiereLigne, ...decoupage.lignes.keys()),
  };
}
