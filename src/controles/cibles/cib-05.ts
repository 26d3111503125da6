/**
 * CIB-05 — La cible de l'horizon dépasse le diagnostic.
 * Source : annexe 2 ; annexe 6, introduction.
 */
import { INDICATEURS } from '../../referentiel/indicateurs';
import { tauxDe } from '../../referentiel/taux';
import { colonnesAbsentes } from '../absence';
import { definirControle } from '../controle';
import { constatCase, grandeurDe, nommer } from '../fabrique';
import { estRetenu } from '../indicateurs/parcours';

const SOURCE = 'annexe 2 ; annexe 6, introduction';
/** Bruit du calcul binaire. */
const EPSILON = 1e-9;

export const CIB_05 = definirControle({
  code: 'CIB-05',
  titre: 'Cible égale au diagnostic',
  exigence: 'La cible de l’horizon diffère du diagnostic.',
  pourquoi: 'Une cible égale au point de départ n’engage à rien, sauf à maintenir un niveau déjà élevé.',
  gravite: 'info',
  source: SOURCE,
  limites: 'Dénominateurs et IP entrantes exclus ; un taux dont le numérateur est déjà signalé n’est pas redit.',
  correction: 'aucune',
  exige: ['tableau', 'retenus'],
  cede: ['CIB-04'],
  controler: ({ tableau, retenus }) => {
    const diagnostic = tableau.moment('diagnostic');
    const horizon = tableau.moment('cible', tableau.horizon);
    const egaux = INDICATEURS.filter((indicateur) => indicateur.sens !== null && (indicateur.objectif === null || estRetenu(indicateur, retenus)))
      .filter(({ code }) => {
        const [cible, depart] = [tableau.valeur(code, horizon), tableau.valeur(code, diagnostic)];
        return cible !== null && depart !== null && Math.abs(cible - depart) <= EPSILON;
      });
    const codes = new Set<string>(egaux.map(({ code }) => code));
    const redits = egaux.filter(({ code }) => !tauxDe(code)?.numerateurs.some((numerateur) => codes.has(numerateur)));
    return {
      nonVerifies: colonnesAbsentes(tableau, ['diagnostic', 'cible']),
      constats: redits.flatMap((indicateur) => {
        const lue = tableau.lire(indicateur.code, horizon);
        const valeur = tableau.valeur(indicateur.code, horizon);
        if (!lue || valeur === null) return [];
        return [constatCase(lue, {
          code: 'CIB-05', gravite: 'info', source: SOURCE,
          message: `${nommer(indicateur.objectif)} : la cible ${String(lue.moment.annee)} de « ${indicateur.nom} » est égale au diagnostic (${grandeurDe(indicateur, valeur).texte}).`,
          suite: 'Vérifier qu’il s’agit bien de maintenir ce niveau.',
          trouve: grandeurDe(indicateur, valeur),
        })];
      }),
    };
  },
});
