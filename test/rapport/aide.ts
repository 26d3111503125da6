/** Un rapport minimal, à compléter : les façades se testent sans classeur. */
import type { Constat } from '../../src/controles/constat';
import type { Rapport } from '../../src/moteur/rapport';
import { OBJECTIFS } from '../../src/referentiel/objectifs';
import { PERIODE_2020_2022 } from '../../src/referentiel/periode';

export const FEUILLES: Rapport['feuilles'] = [
  { id: 'f1', nom: 'Tableau de bord', nature: 'tableau' },
  { id: 'f2', nom: 'Plan d’action', nature: 'plan' },
];

export function rapport(partiel: Partial<Rapport> = {}): Rapport {
  const constats = partiel.constats ?? [];
  const compter = (gravite: Constat['gravite']) => constats.filter((constat) => constat.gravite === gravite).length;
  return {
    fichier: 'contrat.xlsx',
    referentiel: 'cdppe-2020-2022',
    departement: { code: '87', nom: 'Haute-Vienne', provenance: 'titre', desaccords: [] },
    periode: PERIODE_2020_2022,
    verdict: 'conforme',
    compte: { bloquant: compter('bloquant'), alerte: compter('alerte'), info: compter('info') },
    feuilles: FEUILLES,
    objectifs: OBJECTIFS.map(({ numero, fondamental }) => ({ numero, fondamental, retenu: fondamental })),
    controles: [],
    ...partiel,
    constats,
  };
}

export function constat(partiel: Partial<Constat> = {}): Constat {
  return {
    code: 'FIN-01', gravite: 'bloquant', feuille: 'f2', emplacement: { feuille: 'f2', ligne: 10, colonne: 7 },
    objectif: 4, indicateur: null, annee: null,
    message: 'Objectif 4 – visites à domicile des puéricultrices : le Département apporte moins que l’Etat.',
    suite: 'Porter la part du Département à 90 000 €.',
    attendu: null, trouve: null, ecart: null, source: 'contrat-type, article 2.2.2', correction: null, causes: [],
    ...partiel,
  };
}
