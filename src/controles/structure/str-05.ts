/**
 * STR-05 — Les libellés officiels sont intacts.
 * Source : annexes 5.2 et 5.3 (l'annexe 5.2 fait foi sur les libellés, docs/decisions.md, « Libellés »).
 */
import type { Libelle } from '../../classeur/dossier';
import { celluleDe, isErreur, type Cellule, type Feuille } from '../../classeur/instantane';
import type { Contenu } from '../../corrections/plan';
import { indicateurDe, type CodeIndicateur } from '../../referentiel/indicateurs';
import { objectifDe, type NumeroObjectif } from '../../referentiel/objectifs';
import type { Constat } from '../constat';
import { definirControle } from '../controle';
import { constat, correction, grandeurTexte, nommer } from '../fabrique';
import { emplacementDe } from '../lecture-cellule';
import { parFeuille, type FeuilleLue } from './feuilles';

interface Reconnu {
  readonly feuille: Feuille;
  readonly libelle: Libelle;
  readonly objectif: NumeroObjectif | null;
  readonly indicateur: CodeIndicateur | null;
  readonly annexe: string;
}

/** Libellé à rétablir ; au tableau de bord, un objectif porte aussi la mention de sa cible nationale. */
function officielComplet({ libelle, objectif, indicateur, annexe }: Reconnu): string {
  const mention = indicateur === null && objectif !== null && annexe === 'annexe 5.2' ? objectifDe(objectif).mentionCible : undefined;
  return mention === undefined ? libelle.officiel : `${libelle.officiel}\n${mention}`;
}

/** Contenu à relire avant d'écrire ; `null` pour une erreur saisie, qui ne se relit pas. */
function contenuDe(cellule: Cellule | undefined): Contenu | null {
  if (cellule?.formule != null) return { formule: cellule.formule };
  const valeur = cellule?.valeur ?? null;
  return isErreur(valeur) ? null : { valeur };
}

function modifie(reconnu: Reconnu): Constat {
  const { feuille, libelle, objectif, indicateur, annexe } = reconnu;
  const emplacement = emplacementDe(feuille, libelle.ligne, libelle.colonne);
  const officiel = officielComplet(reconnu);
  const contenu = contenuDe(celluleDe(feuille, libelle.ligne, libelle.colonne));
  const sujet = indicateur === null ? 'le libellé de l’objectif' : `le libellé de l’indicateur « ${indicateurDe(indicateur).nom} »`;
  return constat({
    code: 'STR-05', gravite: 'info', source: annexe,
    emplacement, objectif, indicateur,
    message: `${nommer(objectif)} : ${sujet} ${libelle.texte === '' ? 'n’est plus un texte' : `a été modifié (« ${libelle.texte} »)`}. Il a été reconnu et contrôlé comme tel.`,
    suite: 'Vérifier que la modification ne change pas ce qui est compté, ou rétablir le libellé officiel.',
    attendu: grandeurTexte(officiel),
    trouve: libelle.texte === '' ? null : grandeurTexte(libelle.texte),
    correction: contenu && correction('proposee', { emplacement, contenu }, { valeur: officiel }, 'Rétablir le libellé officiel.'),
  });
}

function reconnus({ lue, annexe }: FeuilleLue): readonly Reconnu[] {
  const { feuille } = lue;
  const objectifs = [...lue.objectifs.values()].map(({ libelle, numero }) => ({ feuille, libelle, objectif: numero, indicateur: null, annexe }));
  if (!('indicateurs' in lue)) return objectifs;
  return [...objectifs, ...[...lue.indicateurs.values()].map(({ libelle, code }) => ({ feuille, libelle, objectif: indicateurDe(code).objectif, indicateur: code, annexe }))];
}

export const STR_05 = definirControle({
  code: 'STR-05',
  titre: 'Libellé modifié',
  exigence: 'Les libellés des objectifs et des indicateurs sont ceux des annexes 5.2 et 5.3.',
  pourquoi: 'Un libellé retouché peut changer ce qui est compté, et gêne la consolidation nationale.',
  gravite: 'info',
  source: 'annexe 5.2 ; annexe 5.3',
  limites: 'La casse, les accents, les espaces, les apostrophes, la ponctuation et un numéro en tête ne comptent pas.',
  correction: 'proposée : rétablir le libellé officiel',
  exige: ['dossier'],
  surVierge: true,
  controler: ({ dossier }) => parFeuille(dossier, (feuille) => reconnus(feuille).filter(({ libelle }) => !libelle.exact).map(modifie)),
});
