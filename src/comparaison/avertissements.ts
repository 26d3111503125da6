import type { Analyse } from '../moteur/analyser';

/** Ce qui rend la comparaison trompeuse : à lire avant les changements. */
export function avertir({ rapport: a, dossier: dossierA }: Analyse, { rapport: b, dossier: dossierB }: Analyse): readonly string[] {
  const departement = ({ departement: lu }: typeof a) => (lu ? `${lu.nom} (${lu.code})` : 'non reconnu');
  const periode = ({ periode: { diagnostic, annees } }: typeof a) => `diagnostic ${String(diagnostic)}, cibles ${annees.join(', ')}`;
  const manque = (nom: string, version: string, absente: boolean, presente: boolean) =>
    absente && presente ? [`Le ${nom} n’est pas reconnu dans ${version} : tout ce qu’il porte dans l’autre paraît ${version === 'la version d’avant' ? 'nouveau' : 'effacé'}.`] : [];
  return [
    ...(a.departement?.code === b.departement?.code ? [] : [`Les deux classeurs n’ont pas le même département : ${departement(a)}, puis ${departement(b)}. Vérifiez que ce sont deux versions d’un même contrat.`]),
    ...(periode(a) === periode(b) ? [] : [`Les deux classeurs n’ont pas la même période : ${periode(a)} ; puis ${periode(b)}. Seules les années communes se comparent.`]),
    ...manque('tableau de bord', 'la version d’avant', !dossierA.tableau, dossierB.tableau !== null),
    ...manque('tableau de bord', 'la version d’après', !dossierB.tableau, dossierA.tableau !== null),
    ...manque('plan d’action', 'la version d’avant', !dossierA.plan, dossierB.plan !== null),
    ...manque('plan d’action', 'la version d’après', !dossierB.plan, dossierA.plan !== null),
  ];
}
