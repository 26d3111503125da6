/**
 * CIB-02 — La cible de l'horizon face à la cible nationale, « à titre indicatif ».
 * Source : annexe 2 ; annexe 5.2 ; annexe 6, objectifs 1 à 6.
 */
import type { Moment } from '../../classeur/dossier';
import { formatPoints, formatTaux, formatTauxFace } from '../../classeur/nombres';
import { CIBLES_NATIONALES, type CibleNationale } from '../../referentiel/cibles-nationales';
import { indicateurDe } from '../../referentiel/indicateurs';
import { colonnesAbsentes } from '../absence';
import type { Constat } from '../constat';
import { definirControle } from '../controle';
import { compter, constatCase, grandeurTaux, nommer } from '../fabrique';
import type { LectureTableau } from '../lecture-tableau';
import type { NonVerifie } from '../non-verifie';
import { isTranche, jugerCibleNationale, nomCompare, type Tranche } from './nationale';

/** Écart en points, avec assez de décimales pour qu'un manque ne s'écrive pas « 0 point ». */
function direPoints(points: number): string {
  for (let decimales = 1; decimales < 4; decimales += 1) {
    const texte = formatPoints(points, decimales);
    if (!texte.startsWith('0\u00a0')) return texte;
  }
  return formatPoints(points, 4);
}

/** « 2,5 points : il manque 83 entretiens pour 20 % ». */
function direManque({ manque, seuil }: Tranche): string {
  if (!manque) return '';
  const volume = manque.volume === null ? '' : ` : il manque ${compter(manque.volume, manque.unite)} pour ${formatTaux(seuil)}`;
  return `${direPoints(manque.points)}${volume}`;
}

/** Objectif 6 : 100 % est une lecture, et le taux ne dit rien des IP encore en attente. */
function lecturePropre(tableau: LectureTableau, { objectif, reperes }: CibleNationale, moment: Moment): string {
  if (objectif !== 6) return '';
  const [evaluees, entrantes] = [tableau.valeur('o6-evaluees', moment), tableau.valeur('o6-entrantes', moment)];
  const stock = evaluees !== null && entrantes ? ` IP évaluées rapportées aux entrantes : ${formatTaux(evaluees / entrantes)}.` : '';
  return ` 100 % est la lecture que fait ce logiciel du délai maximal de trois mois : la circulaire laisse la cible chiffrée à définir (repère : ${reperes.map(({ texte }) => texte).join(' ; ')}).${stock}`;
}

function manquee(tableau: LectureTableau, cible: CibleNationale, jugement: Tranche, moment: Moment): Constat | null {
  const { cellule, valeur, seuil, precision, repli } = jugement;
  if (!cellule) return null;
  const ecart = direManque(jugement);
  const compare = repli && cible.type === 'bilans' ? indicateurDe(cible.tauxDeRepli).nom : nomCompare(cible);
  return constatCase(cellule, {
    code: 'CIB-02', gravite: 'alerte', source: cible.source.texte,
    message: `${nommer(cible.objectif)} : la cible ${String(moment.annee)} (${formatTauxFace(valeur, seuil)}, ${compare}) est sous la cible nationale de ${formatTaux(seuil)}, de ${ecart}${precision ? ` (${precision})` : ''}.${lecturePropre(tableau, cible, moment)}`,
    suite: 'Justifier une cible locale plus basse au regard du diagnostic, ou la relever. La cible nationale est indicative : cet écart ne bloque pas la signature.',
    attendu: { ...grandeurTaux(seuil), texte: `au moins ${formatTaux(seuil)}` },
    trouve: grandeurTaux(valeur, seuil),
    ecart,
  });
}

export const CIB_02 = definirControle({
  code: 'CIB-02',
  titre: 'Cible nationale manquée',
  exigence: 'La cible de l’horizon atteint la cible nationale de l’objectif.',
  pourquoi: 'La circulaire fixe ces cibles « à titre indicatif » au niveau national : un département peut avoir une cible plus basse, s’il la justifie.',
  gravite: 'alerte',
  source: 'annexe 2 ; annexe 5.2 ; annexe 6, objectifs 1 à 6',
  limites: 'Objectif 2 : bilans par un médecin ou en protocole ; au-dessus de 90 % n’est pas un écart. Objectif 3 : pré et postnatal ne s’additionnent pas. Objectif 6 : 100 % sous trois mois est une lecture du projet. Objectifs 14 et 18 : non jugeables sur un seul département.',
  correction: 'aucune',
  exige: ['tableau'],
  controler: ({ tableau }) => {
    const moment = tableau.moment('cible', tableau.horizon);
    if (!moment) return { constats: [], nonVerifies: colonnesAbsentes(tableau, ['cible']) };
    const constats: Constat[] = [];
    const nonVerifies: NonVerifie[] = [];
    for (const cible of CIBLES_NATIONALES) {
      const jugement = jugerCibleNationale(tableau, cible.objectif, moment);
      if (!jugement || jugement.etat === 'non_jugeable') continue;
      if (isTranche(jugement)) {
        const trouve = jugement.etat === 'manquee' ? manquee(tableau, cible, jugement, moment) : null;
        if (trouve) constats.push(trouve);
        else if (jugement.repli) nonVerifies.push({ emplacement: jugement.cellule?.emplacement ?? null, raison: `${nommer(cible.objectif)} : ${jugement.precision ?? ''}` });
      } else {
        nonVerifies.push({ emplacement: jugement.cellule?.emplacement ?? null, raison: `${nommer(cible.objectif)} : ${jugement.raison}` });
      }
    }
    return { constats, nonVerifies };
  },
});
