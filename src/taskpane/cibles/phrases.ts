/** Les phrases de l'écran « Cibles ». */
import { formatTaux } from '../../classeur/nombres';
import { majuscule } from '../../controles/fabrique';
import { ETATS_CIBLE, type EtatCible, type VueCible, type VueCibles } from '../../moteur/vues/cibles';
import type { SerieCible } from '../../moteur/vues/cibles-series';
import { accorder } from '../../rapport/mots';

export const NOMS_ETATS: Readonly<Record<EtatCible, string>> = {
  manquee: 'Sous la cible nationale',
  indetermine: 'Indéterminé',
  non_renseigne: 'Non renseigné',
  atteinte: 'Cible nationale atteinte',
  non_jugeable: 'Non jugeable pour un seul département',
};

/** « 12,3 % en 2019, 17,5 % visés en 2022 ». */
export function decrireTrajectoire({ points }: SerieCible, horizon: number): string {
  const diagnostic = points.find(({ bloc }) => bloc === 'diagnostic');
  const cible = points.find(({ bloc, annee }) => bloc === 'cible' && annee === horizon);
  const depart = diagnostic && `${diagnostic.texte} en ${String(diagnostic.annee)}`;
  const arrivee = cible && (cible.valeur === null ? `cible ${String(horizon)} non renseignée` : `${cible.texte} en cible ${String(horizon)}`);
  return [depart, arrivee].filter(Boolean).join(', ');
}

/** Une phrase par série : « Part d’enfants ayant eu une VAD : 12,3 % en 2019, 17,5 % en cible 2022. » */
export function decrireSeries({ series, comparaison }: VueCible, horizon: number): readonly string[] {
  return series.map((serie) => `${majuscule(series.length > 1 ? serie.nom : serie.nom || comparaison)} : ${decrireTrajectoire(serie, horizon)}.`);
}

/** « Cible nationale : au moins 20 %. » */
export function decrireSeuil({ seuil, haut }: VueCible): string | null {
  if (seuil === null) return null;
  if (haut !== null) return `Cible nationale : de ${formatTaux(seuil)} à ${formatTaux(haut)}.`;
  return seuil === 1 ? `Cible nationale : ${formatTaux(seuil)}.` : `Cible nationale : au moins ${formatTaux(seuil)}.`;
}

const RESUMES: Readonly<Record<EtatCible, (nombre: number) => string>> = {
  manquee: (nombre) => `${accorder(nombre, 'objectif')} sous la cible nationale`,
  indetermine: (nombre) => accorder(nombre, 'indéterminé'),
  non_renseigne: (nombre) => accorder(nombre, 'non renseigné'),
  atteinte: (nombre) => accorder(nombre, 'atteint'),
  non_jugeable: (nombre) => accorder(nombre, 'non jugeable'),
};

/** « 2 objectifs sous la cible nationale, 1 indéterminé, 3 atteints, 2 non jugeables. » */
export function resumerCibles({ objectifs }: VueCibles): string {
  const parts = ETATS_CIBLE.flatMap((etat) => {
    const nombre = objectifs.filter((vue) => vue.etat === etat).length;
    return nombre === 0 && etat !== 'manquee' ? [] : [nombre === 0 ? 'Aucun objectif sous la cible nationale' : RESUMES[etat](nombre)];
  });
  return `${parts.join(', ')}.`;
}
