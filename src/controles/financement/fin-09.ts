/**
 * FIN-09 — Objectif 24 : ce que paie l'ONDAM et ce que paie le programme 304 sont distingués.
 * Source : annexe 4, I et IV.B ; annexe 6, objectif 24.
 */
import { formatMontant } from '../../classeur/nombres';
import { colonnesDuPlanAbsentes } from '../absence';
import { definirControle } from '../controle';
import { constat, grandeurTexte, nommer } from '../fabrique';
import { montantConnu } from '../lecture-plan';
import { enveloppesParLigne } from './enveloppes';

const SOURCE = 'annexe 4, I et IV.B ; annexe 6, objectif 24';
const OBJECTIF = 24;

export const FIN_09 = definirControle({
  code: 'FIN-09',
  titre: 'ONDAM et programme 304 mêlés',
  exigence: 'À l’objectif 24, chaque montant de l’Etat relève d’une seule enveloppe.',
  pourquoi: 'L’ONDAM est versé aux établissements, le programme 304 au Département : la parité ne porte que sur le second.',
  gravite: 'alerte',
  source: SOURCE,
  limites: 'Une modalité vide ou imprécise relève de FIN-08, une source qui n’est pas admise de FIN-03.',
  correction: 'aucune',
  exige: ['plan'],
  cede: ['FIN-03', 'FIN-08'],
  controler: ({ plan }) => {
    const nonVerifies = colonnesDuPlanAbsentes(plan, ['etat', 'modalites']);
    if (nonVerifies.length > 0) return { constats: [], nonVerifies };
    const melees = enveloppesParLigne(plan, OBJECTIF).filter(({ etat, enveloppes }) => enveloppes.length > 1 && (montantConnu(etat) ?? 0) > 0);
    const modalites = plan.modalites(OBJECTIF);
    const ligne = melees[0]?.etat.emplacement.ligne ?? 0;
    const modalite = [...modalites].reverse().find(({ cellule, texte }) => texte !== '' && cellule.emplacement.ligne <= ligne) ?? modalites[0];
    if (melees.length === 0 || !modalite) return { constats: [], sansObjet: !plan.etatFinance(OBJECTIF) };
    const total = melees.reduce((somme, { etat }) => somme + (montantConnu(etat) ?? 0), 0);
    return {
      constats: [constat({
        code: 'FIN-09', gravite: 'alerte', source: SOURCE,
        emplacement: modalite.cellule.emplacement,
        objectif: OBJECTIF,
        message: `${nommer(OBJECTIF)} : ${formatMontant(total)} de l’Etat sont inscrits sans distinguer l’ONDAM du programme 304.`,
        suite: 'Séparer les montants sur deux lignes de l’objectif, l’une « ONDAM », l’autre « PLF ».',
        trouve: modalite.texte === '' ? null : grandeurTexte(modalite.texte),
      })],
    };
  },
});
