/**
 * FOR-08 — Le classeur se suffit : aucune cellule rapprochée ne renvoie à un autre classeur.
 * Source : contrat-type, article 2.1 (le tableau de bord et le plan sont annexés au contrat).
 */
import { feuillesAbsentes } from '../absence';
import { definirControle } from '../controle';
import { constat, grandeurTexte } from '../fabrique';
import { isAutreClasseur } from './precedents';
import { rapprochees } from './rapprochees';

const SOURCE = 'contrat-type, article 2.1';

export const FOR_08 = definirControle({
  code: 'FOR-08',
  titre: 'Lien vers un autre classeur',
  exigence: 'Les valeurs, montants et totaux ne renvoient pas à un autre classeur.',
  pourquoi: 'Transmis seul, le fichier perd la valeur : le destinataire ne peut ni la vérifier, ni la mettre à jour.',
  gravite: 'alerte',
  source: SOURCE,
  limites: 'Le classeur lié n’est pas lu : la valeur enregistrée est jugée, non vérifiée.',
  correction: 'aucune',
  exige: ['feuilles', 'dossier'],
  surVierge: true,
  controler: ({ feuilles, dossier }) => ({
    nonVerifies: feuillesAbsentes(dossier),
    constats: rapprochees(feuilles)
      .filter(({ service, cellule }) => cellule.formule !== null && isAutreClasseur(service, cellule.formule))
      .map(({ cellule, objectif, indicateur, annee, nommer }) =>
        constat({
          code: 'FOR-08', gravite: 'alerte', source: SOURCE,
          emplacement: cellule.emplacement,
          objectif, indicateur, annee,
          message: `${nommer()} est lu dans un autre classeur.`,
          suite: 'Recopier la valeur dans ce classeur, avec sa source, et retirer le lien.',
          trouve: grandeurTexte(cellule.formule ?? ''),
        }),
      ),
  }),
});
