/**
 * CIB-02 — La cible de l'horizon face à la cible nationale, « à titre indicatif ».
 * Source : annexe 2 ; annexe 5.2 ; annexe 6, objectifs 1 à 6.
 */
import { formatNombre, formatPoints, formatTaux, formatTauxFace } from '../../classeur/nombres';
import { CIBLES_NATIONALES, type CibleNationale } from '../../referentiel/cibles-nationales';
import { definirControle } from '../controle';
import { constatCase, grandeurTaux, nommer } from '../fabrique';
import type { Constat } from '../constat';
import type { NonVerifie } from '../non-verifie';
import { isTranche, jugerCibleNationale, nomCompare, type Tranche } from './nationale';

/** « il manque 83 entretiens pour 20 % ». */
function direManque({ manque, seuil }: Tranche): string {
  if (!manque) return '';
  const volume = manque.volume === null ? '' : ` : il manque ${formatNombre(manque.volume)} ${manque.unite} pour ${formatTaux(seuil)}`;
  return `${formatPoints(manque.points)}${volume}`;
}

function manquee(cible: CibleNationale, jugement: Tranche, annee: number): Constat | null {
  const { cellule, valeur, seuil, precision } = jugement;
  if (!cellule) return null;
  const ecart = direManque(jugement);
  return constatCase(cellule, {
    code: 'CIB-02', gravite: 'alerte', source: cible.source.texte,
    message: `${nommer(cible.objectif)} : la cible ${String(annee)} (${formatTauxFace(valeur, seuil)}, ${nomCompare(cible)}) est sous la cible nationale de ${formatTaux(seuil)}, de ${ecart}${precision ? ` (${precision})` : ''}.`,
    suite: 'Justifier une cible locale plus basse au regard du diagnostic, ou la relever. La cible nationale est indicative : cet écart ne bloque pas la signature.',
    attendu: { ...grandeurTaux(seuil), texte: `au moins ${formatTaux(seuil)}` },
    trouve: grandeurTaux(valeur, seuil),
    ecart,
  });
}

export const CIB_02 = definirControle({
  code: 'CIB-02',
  titre: 'Cible nationale',
  exigence: 'La cible de l’horizon atteint la cible nationale de l’objectif.',
  pourquoi: 'La circulaire fixe ces cibles « à titre indicatif » au niveau national : un département peut avoir une cible plus basse, s’il la justifie.',
  gravite: 'alerte',
  source: 'annexe 2 ; annexe 5.2 ; annexe 6, objectifs 1 à 6',
  limites: 'Objectif 2 : bilans par un médecin ou en protocole ; au-dessus de 90 % n’est pas un écart. Objectif 3 : pré et postnatal ne s’additionnent pas. Objectif 6 : 100 % sous trois mois est une lecture du projet. Objectifs 14 et 18 : non jugeables sur un seul département.',
  correction: 'aucune',
  exige: ['tableau'],
  cede: ['CIB-01', 'FOR-06'],
  controler: ({ tableau }) => {
    const moment = tableau.moment('cible', tableau.horizon);
    if (!moment) return { constats: [], nonVerifies: [{ emplacement: null, raison: `la colonne des cibles ${String(tableau.horizon)} est introuvable` }] };
    const constats: Constat[] = [];
    const nonVerifies: NonVerifie[] = [];
    for (const cible of CIBLES_NATIONALES) {
      const jugement = jugerCibleNationale(tableau, cible.objectif, moment);
      if (!jugement || jugement.etat === 'non_jugeable') continue;
      if (isTranche(jugement)) {
        const trouve = jugement.etat === 'manquee' ? manquee(cible, jugement, moment.annee) : null;
        if (trouve) constats.push(trouve);
      } else {
        nonVerifies.push({ emplacement: jugement.cellule?.emplacement ?? null, raison: `${nommer(cible.objectif)} : ${jugement.raison}` });
      }
    }
    return { constats, nonVerifies };
  },
});
