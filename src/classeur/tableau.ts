/** Lecture du tableau de bord (annexe 5.2) dans une feuille, où qu'il soit et quelle que soit sa mise en forme. */
import { decouper, type Decoupage } from './blocs';
import type { Moment, TableauDeBord } from './dossier';
import { lignesEnTete, lireEnTete, plageEnTete } from './en-tete';
import type { Grille } from './grille';
import { lireIndicateurs } from './indicateurs-lus';
import { lireMoments, momentsManquants } from './moments';
import { deduireDesIndicateurs, deduireDesVoisins } from './objectifs-deduits';
import type { ProfilFeuille } from './profil';
import { rattachementsDe, type RattachementManuel } from './rattachements';

/** Une colonne désignée à la main prend la place de celle qu'on avait lue, et perd le rôle qu'elle avait. */
function imposer(moments: readonly Moment[], choisis: readonly Moment[]): readonly Moment[] {
  const autres = moments.filter(({ colonne, bloc, annee }) => !choisis.some((choisi) => choisi.colonne === colonne || (choisi.bloc === bloc && choisi.annee === annee)));
  return [...autres, ...choisis.map(({ colonne, bloc, annee }) => ({ colonne, bloc, annee }))].sort((a, b) => a.colonne - b.colonne);
}

function rattacherLignes(decoupage: Decoupage, colonneObjectif: number | null, texteDe: (ligne: number) => string): Decoupage {
  return colonneObjectif === null ? { ...decoupage, lignes: deduireDesVoisins(decoupage.lignes, texteDe) } : deduireDesIndicateurs(decoupage, texteDe);
}

export function lireTableau(grille: Grille, profil: ProfilFeuille, manuels: readonly RattachementManuel[] = []): TableauDeBord | null {
  const { colonneIndicateur, colonneObjectif, colonneMesure } = profil;
  if (colonneIndicateur === null) return null;
  const { objectifs, indicateurs: indicateursALaMain, moments: momentsALaMain } = rattachementsDe(manuels, grille.feuille.nom);
  const libelles = [colonneMesure, colonneObjectif, colonneIndicateur].filter((colonne) => colonne !== null);
  const lignes = lignesEnTete(grille, profil.premiereLigne, libelles);
  const enTete = plageEnTete(grille, lignes, profil.premiereLigne);
  const premiereLigne = enTete.derniereLigne + 1;
  const { moments: lus, periode } = lireMoments(lireEnTete(grille, lignes).filter(({ colonne }) => !libelles.includes(colonne)));
  const moments = imposer(lus, momentsALaMain);
  const texteDe = (ligne: number) => grille.texte(ligne, colonneIndicateur);
  const porteContenu = (ligne: number) => texteDe(ligne) !== '' || moments.some(({ colonne }) => !grille.isVide(ligne, colonne));
  const lues = decouper({ grille, annexe: 'tableau', enTete, colonneMesure, colonneObjectif, colonneIndicateur, premiereUtile: colonneIndicateur, montants: [], premiereLigne, porteContenu, aLaMain: objectifs });
  const decoupage = rattacherLignes(lues, colonneObjectif, texteDe);
  const { indicateurs, anomalies } = lireIndicateurs({ grille, colonne: colonneIndicateur, lignes: decoupage.lignes, aLaMain: indicateursALaMain });
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
