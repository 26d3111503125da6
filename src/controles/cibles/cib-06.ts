/**
 * CIB-06 — Un objectif retenu sans indicateur harmonisé a un indicateur local, avec sa cible.
 * Source : annexe 6 (« les indicateurs et cibles à retenir au titre de cet objectif sont à définir
 * en fonction du contenu de la ou des fiches actions retenues »).
 */
import type { BlocObjectif } from '../../classeur/dossier';
import { indicateursDe } from '../../referentiel/indicateurs';
import { OBJECTIFS, type NumeroObjectif } from '../../referentiel/objectifs';
import { colonnesAbsentes } from '../absence';
import type { Constat } from '../constat';
import { definirControle } from '../controle';
import { causeObjectif, constat, nommer } from '../fabrique';
import { emplacementDe, lireCellule, nombreLu } from '../lecture-cellule';
import type { LectureTableau } from '../lecture-tableau';

const SOURCE = 'annexe 6, objectif par objectif ; circulaire, III';

/** Une ligne du bloc, officielle ou locale, porte une cible chiffrée. */
function aUneCibleChiffree(tableau: LectureTableau, { lignes }: BlocObjectif): boolean {
  const { grille, service } = tableau;
  return lignes.some((ligne) =>
    tableau.moments('cible').some(({ colonne }) => nombreLu(lireCellule(grille, service, ligne, colonne)) !== null),
  );
}

function verifier(tableau: LectureTableau, numero: NumeroObjectif): readonly Constat[] {
  const { feuille, objectifs } = tableau.tableau;
  const bloc = objectifs.get(numero);
  if (bloc && aUneCibleChiffree(tableau, bloc)) return [];
  return [constat({
    code: 'CIB-06', gravite: 'info', source: SOURCE,
    feuille: feuille.id,
    emplacement: bloc ? emplacementDe(feuille, bloc.libelle.ligne, bloc.libelle.colonne) : null,
    objectif: numero,
    message: `${nommer(numero)} : cet objectif est retenu sans aucun indicateur chiffré assorti d’une cible${bloc ? '' : ', et n’a pas de ligne au tableau de bord'}.`,
    suite: 'Ajouter au tableau de bord une ligne d’indicateur défini localement, avec sa cible, d’après la fiche action.',
    causes: bloc ? [] : [causeObjectif(feuille.id, numero, 'absent')],
  })];
}

export const CIB_06 = definirControle({
  code: 'CIB-06',
  titre: 'Indicateur local à définir',
  exigence: 'Un objectif retenu sans cible harmonisée obligatoire porte au moins un indicateur chiffré et sa cible, définis localement.',
  pourquoi: 'La circulaire demande que tout objectif du contrat soit assorti d’indicateurs et de cibles chiffrées.',
  gravite: 'info',
  source: SOURCE,
  limites: 'Un indicateur peut figurer ailleurs (fiche action) : ce contrôle ne lit que le tableau de bord.',
  correction: 'aucune',
  exige: ['tableau', 'retenus'],
  cede: ['STR-02'],
  controler: ({ tableau, retenus }) => {
    const nonVerifies = colonnesAbsentes(tableau, ['cible']);
    if (tableau.moments('cible').length === 0) return { constats: [], nonVerifies };
    const sansHarmonise = OBJECTIFS.filter(({ numero }) => retenus.has(numero) && !indicateursDe(numero).some(({ cibleExigee }) => cibleExigee));
    return { constats: sansHarmonise.flatMap(({ numero }) => verifier(tableau, numero)), nonVerifies };
  },
});
