/**
 * FOR-05 — Un taux garde la même source de numérateur d'une colonne à l'autre.
 * Source : annexe 6, engagement 1 (double détermination DREES / CD et SNDS).
 */
import type { CodeIndicateur } from '../../referentiel/indicateurs';
import { indicateurDe } from '../../referentiel/indicateurs';
import { TAUX } from '../../referentiel/taux';
import { definirControle } from '../controle';
import { constatCase, grandeurTexte, nommer, nommerMoment } from '../fabrique';
import type { Case } from '../lecture-tableau';
import { tauxLus } from './taux-lus';

const SOURCE = 'annexe 6, engagement 1 (double détermination DREES / CD et SNDS)';

interface Source {
  readonly lue: Case;
  readonly numerateur: CodeIndicateur;
}

/** Numérateur le plus employé ; à égalité, celui de la source de référence. */
function dominant(sources: readonly Source[], candidats: readonly CodeIndicateur[]): CodeIndicateur {
  const compte = (code: CodeIndicateur) => sources.filter(({ numerateur }) => numerateur === code).length;
  return candidats.reduce((meilleur, code) => (compte(code) > compte(meilleur) ? code : meilleur));
}

export const FOR_05 = definirControle({
  code: 'FOR-05',
  titre: 'Changement de source du numérateur',
  exigence: 'Un taux utilise la même source (DREES / CD ou SNDS) dans toutes ses colonnes.',
  pourquoi: 'Les deux sources ne comptent pas la même chose : en changer en route crée une progression, ou une baisse, qui n’existe pas.',
  gravite: 'alerte',
  source: SOURCE,
  limites: 'Les taux à deux numérateurs admis seulement (objectif 1).',
  correction: 'aucune',
  exige: ['tableau'],
  surVierge: true,
  controler: ({ tableau }) => {
    const lus = tauxLus(tableau);
    const aDeuxSources = TAUX.filter(({ numerateurs }) => numerateurs.length > 1);
    return {
      sansObjet: !aDeuxSources.some(({ code }) => lus.some((lu) => lu.code === code && lu.lue.formule !== null)),
      constats: aDeuxSources.flatMap(({ code, numerateurs }) => {
        const sources = lus.flatMap(({ code: lu, lue, identification }): Source[] =>
          lu === code && (identification.nature === 'juste' || identification.nature === 'centuple') ? [{ lue, numerateur: identification.numerateur }] : [],
        );
        if (sources.length === 0) return [];
        const attendue = dominant(sources, numerateurs);
        return sources.filter(({ numerateur }) => numerateur !== attendue).map(({ lue, numerateur }) =>
          constatCase(lue, {
            code: 'FOR-05', gravite: 'alerte', source: SOURCE,
            message: `${nommer(lue.indicateur.objectif)} : « ${lue.indicateur.nom} » (${nommerMoment(lue)}) est calculé sur ${indicateurDe(numerateur).nom}, alors que les autres colonnes le sont sur ${indicateurDe(attendue).nom}.`,
            suite: 'Retenir la même source dans toutes les colonnes.',
            attendu: grandeurTexte(indicateurDe(attendue).nom),
            trouve: grandeurTexte(indicateurDe(numerateur).nom),
          }),
        );
      }),
    };
  },
});
