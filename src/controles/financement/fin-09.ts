/**
 * FIN-09 — Objectif 24 : ce que paie l'ONDAM et ce que paie le programme 304 sont distingués.
 * Source : annexe 4, I et IV.B ; annexe 6, objectif 24.
 */
import { formatMontant } from '../../classeur/nombres';
import { definirControle } from '../controle';
import { constat, grandeurTexte, nommer } from '../fabrique';
import { nombreLu } from '../lecture-cellule';
import { enveloppesParLigne } from './enveloppes';

const SOURCE = 'annexe 4, I et IV.B ; annexe 6, objectif 24';
const OBJECTIF = 24;

export const FIN_09 = definirControle({
  code: 'FIN-09',
  titre: 'ONDAM et programme 304 distingués',
  exigence: 'À l’objectif 24, chaque montant de l’Etat relève d’une seule enveloppe.',
  pourquoi: 'L’ONDAM est versé aux établissements, le programme 304 au Département : la parité ne porte que sur le second.',
  gravite: 'alerte',
  source: SOURCE,
  limites: 'Une modalité vide relève de FIN-08.',
  correction: 'aucune',
  exige: ['plan'],
  cede: ['FIN-08'],
  controler: ({ plan }) => {
    const melees = enveloppesParLigne(plan, OBJECTIF).filter(({ etat, enveloppes }) => enveloppes.length > 1 && (nombreLu(etat) ?? 0) > 0);
    const modalites = plan.modalites(OBJECTIF);
    const ligne = melees[0]?.etat.emplacement.ligne ?? 0;
    const modalite = [...modalites].reverse().find(({ cellule, texte }) => texte !== '' && cellule.emplacement.ligne <= ligne) ?? modalites[0];
    if (melees.length === 0 || !modalite) return { constats: [], sansObjet: !plan.etatFinance(OBJECTIF) };
    const total = melees.reduce((somme, { etat }) => somme + (nombreLu(etat) ?? 0), 0);
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
