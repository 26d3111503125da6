/**
 * STR-01 — Le classeur contient un tableau de bord et un plan d'action reconnaissables.
 * Source : annexes 5.2 et 5.3, annexées au contrat (contrat-type, article 2.1).
 */
import { definirControle } from '../controle';
import { constat } from '../fabrique';
import type { Constat } from '../constat';
import type { Dossier } from '../../classeur/dossier';

const SOURCE = 'contrat-type, article 2.1 ; annexes 5.2 et 5.3';
const NOMS = { tableau: 'le tableau de bord (annexe 5.2)', plan: 'le plan d’action (annexe 5.3)' } as const;

function absence(nature: 'tableau' | 'plan', { feuillesEcartees }: Dossier): Constat {
  const rivales = feuillesEcartees.filter((ecartee) => ecartee.nature === nature).map(({ feuille }) => `« ${feuille.nom} »`);
  if (rivales.length > 1) {
    return constat({
      code: 'STR-01', gravite: 'alerte', source: SOURCE,
      message: `Plusieurs feuilles ressemblent au même document, ${NOMS[nature]} : ${rivales.join(', ')}. Aucune n’a été contrôlée, faute de savoir laquelle fait foi.`,
      suite: 'Ne garder visible que la feuille qui fait foi, ou la désigner dans le volet, puis relancer le contrôle.',
    });
  }
  return constat({
    code: 'STR-01', gravite: 'alerte', source: SOURCE,
    message: `Le classeur ne contient pas ${NOMS[nature].replace(/^le /, 'de ')} reconnaissable : les contrôles qui en dépendent n’ont pas pu être faits.`,
    suite: `Ajouter au classeur ${NOMS[nature]}, ou contrôler ensemble les deux fichiers du dossier.`,
  });
}

export const STR_01 = definirControle({
  code: 'STR-01',
  titre: 'Feuilles du dossier',
  exigence: 'Le classeur contient un tableau de bord (annexe 5.2) et un plan d’action (annexe 5.3), reconnus à leur contenu.',
  pourquoi: 'Ces deux documents sont annexés au contrat : sans eux, rien ne peut être vérifié.',
  gravite: 'bloquant',
  graviteVariable: 'alerte si l’une des deux feuilles est là',
  source: SOURCE,
  limites: 'Ne dit rien des autres feuilles du classeur.',
  correction: 'aucune',
  exige: ['dossier'],
  surVierge: true,
  controler: ({ dossier }) => {
    const { tableau, plan, feuillesEcartees } = dossier;
    if (tableau && plan) return { constats: [] };
    if (tableau || plan || feuillesEcartees.length > 0) {
      return { constats: [...(tableau ? [] : [absence('tableau', dossier)]), ...(plan ? [] : [absence('plan', dossier)])] };
    }
    return {
      constats: [constat({
        code: 'STR-01', gravite: 'bloquant', source: SOURCE,
        message: 'Ce classeur ne contient ni tableau de bord (annexe 5.2) ni plan d’action (annexe 5.3) reconnaissable : ce n’est pas un classeur de contrat départemental de prévention et de protection de l’enfance.',
        suite: 'Ouvrir le classeur du contrat, ou partir du modèle vierge des annexes 5.2 et 5.3.',
      })],
    };
  },
});
