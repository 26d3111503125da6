/** Constats d'essai. */
import type { Constat } from '../../src/controles/constat';
import { constat } from '../../src/controles/fabrique';

/** Une alerte CIB-02 sur la cible 2022 de l'objectif 5, en G33. */
export function alerte(changements: Partial<Constat> = {}): Constat {
  return constat({
    code: 'CIB-02', gravite: 'alerte', source: 'annexe 6',
    emplacement: { feuille: 'tdb', ligne: 33, colonne: 7 },
    objectif: 5, indicateur: 'o5-taux', annee: 2022,
    message: 'Objectif 5 – consultations infantiles : la cible 2022 (17,5 %) est sous la cible nationale.',
    suite: 'Justifier.',
    attendu: { valeur: 0.2, unite: '%', texte: 'au moins 20 %' },
    trouve: { valeur: 0.175, unite: '%', texte: '17,5 %' },
    ecart: '2,5 points',
    ...changements,
  });
}

export const JUSTIFICATION = { motif: 'Démographie médicale', auteur: 'C. Martin, DDCS 87', date: '2020-09-14' } as const;
