/**
 * Du libellé d'une trame à son indicateur, avec les outils du tableau de bord : les libellés exacts
 * d'abord, puis les approchés, le plus sûr en premier, parmi les indicateurs encore libres.
 */
import { indicateursExacts, isIntituleDelais, isLibelleDe, isTotal, reconnaitreIndicateur, reconnaitreObjectif } from '../classeur/libelles';
import type { Rapprochement } from '../classeur/rapprochement';
import { MEMES_DENOMINATEURS } from '../referentiel/coherences';
import { INDICATEURS, indicateurDe, type CodeIndicateur, type Indicateur } from '../referentiel/indicateurs';
import { OBJECTIFS, type NumeroObjectif } from '../referentiel/objectifs';

export type LibelleRapproche =
  /** Deux codes pour un même dénominateur saisi deux fois : la valeur vaut pour les deux. */
  | { readonly etat: 'trouve'; readonly codes: readonly CodeIndicateur[] }
  | { readonly etat: 'ambigu'; readonly candidats: readonly CodeIndicateur[] }
  | { readonly etat: 'inconnu' }
  /** Titre ou total : rien à rapprocher. */
  | { readonly etat: 'titre' };

export interface Libelle {
  readonly rang: number;
  readonly libelle: string;
  readonly code: string;
  readonly objectif: string;
}

const CODES = new Map(INDICATEURS.map(({ code }) => [code.toLowerCase(), code]));

/** Numéro d'objectif d'une case : « 4 », « Objectif 4 », son libellé ; `null` si elle n'en dit pas. */
export function numeroObjectif(texte: string): NumeroObjectif | null {
  const nombre = /^(?:objectif|obj\.?|o)? ?(?:n[°o] ?)?(\d{1,2})$/i.exec(texte.trim());
  if (nombre) return OBJECTIFS.find(({ numero }) => numero === Number(nombre[1]))?.numero ?? null;
  if (texte.trim() === '') return null;
  const reconnu = reconnaitreObjectif(texte, 'tableau');
  return reconnu.etat === 'trouve' ? reconnu.trouve.numero : null;
}

/** L'autre saisie du même dénominateur (naissances 1 et 3, enfants 4 et 5), s'il y en a une. */
export function jumeauDe(code: CodeIndicateur): CodeIndicateur | null {
  const paire = MEMES_DENOMINATEURS.find(({ premier, second }) => premier === code || second === code);
  return paire ? (paire.premier === code ? paire.second : paire.premier) : null;
}

const isMemeDenominateur = ([a, b, ...autres]: readonly CodeIndicateur[]) => a !== undefined && b !== undefined && autres.length === 0 && jumeauDe(a) === b;

/** Ce que désignent plusieurs codes : celui de l'objectif, le même dénominateur, ou un doute. */
function trancher(codes: readonly CodeIndicateur[], objectif: NumeroObjectif | null): LibelleRapproche {
  // Un libellé qui ne désigne qu'un indicateur l'emporte sur l'objectif écrit à côté.
  if (codes.length === 1) return { etat: 'trouve', codes };
  const siens = objectif === null ? codes : codes.filter((code) => indicateurDe(code).objectif === objectif);
  if (siens.length === 1 || isMemeDenominateur(siens)) return { etat: 'trouve', codes: siens };
  return { etat: 'ambigu', candidats: siens.length > 0 ? siens : codes };
}

function exact({ libelle, code, objectif }: Libelle): LibelleRapproche | null {
  const nomme = CODES.get(code.trim().toLowerCase()) ?? CODES.get(libelle.trim().toLowerCase());
  if (nomme) return { etat: 'trouve', codes: [nomme] };
  if (libelle === '' || isIntituleDelais(libelle) || isTotal(libelle)) return { etat: 'titre' };
  const codes = indicateursExacts(libelle);
  const propres = codes.filter((officiel) => isLibelleDe(libelle, officiel));
  return codes.length === 0 ? null : trancher(propres.length === 1 ? propres : codes, numeroObjectif(objectif));
}

/** Vrai si un texte est, mot pour mot, un indicateur (code, libellé officiel ou nom). */
export function isIndicateurExact(texte: string): boolean {
  return exact({ rang: 0, libelle: texte, code: '', objectif: '' })?.etat === 'trouve';
}

function approcher({ libelle, objectif }: Libelle, pris: ReadonlySet<CodeIndicateur>): Rapprochement<Indicateur> {
  const numero = numeroObjectif(objectif);
  return reconnaitreIndicateur(libelle, { admis: (code) => numero === null || indicateurDe(code).objectif === numero, isPris: (code) => pris.has(code) });
}

/** Vrai si un texte ressemble assez à un indicateur pour en être le titre. */
export function isIndicateur(texte: string): boolean {
  return isIndicateurExact(texte) || (texte.length >= 12 && approcher({ rang: 0, libelle: texte, code: '', objectif: '' }, new Set()).etat !== 'inconnu');
}

function jugerDoute(resultat: Rapprochement<Indicateur>): LibelleRapproche {
  if (resultat.etat === 'inconnu') return { etat: 'inconnu' };
  const codes = resultat.etat === 'trouve' ? [resultat.candidat.cible.code] : resultat.candidats.map(({ cible }) => cible.code);
  return resultat.etat === 'trouve' || isMemeDenominateur(codes) ? { etat: 'trouve', codes } : { etat: 'ambigu', candidats: codes };
}

/** « Naissances domiciliées », sans objectif : la valeur vaut pour les deux saisies de ce dénominateur. */
function avecJumeau(code: CodeIndicateur, { objectif }: Libelle, pris: ReadonlySet<CodeIndicateur>): readonly CodeIndicateur[] {
  const jumeau = jumeauDe(code);
  return jumeau === null || pris.has(jumeau) || numeroObjectif(objectif) !== null ? [code] : [code, jumeau];
}

/** Rapproche tous les libellés d'une trame ; par rang. */
export function rapprocherLibelles(libelles: readonly Libelle[]): ReadonlyMap<number, LibelleRapproche> {
  const resultats = new Map<number, LibelleRapproche>();
  const pris = new Set<CodeIndicateur>();
  let restants: readonly Libelle[] = libelles.filter((libelle) => {
    const trouve = exact(libelle);
    if (trouve === null) return true;
    resultats.set(libelle.rang, trouve);
    if (trouve.etat === 'trouve') for (const code of trouve.codes) pris.add(code);
    return false;
  });
  // Chaque libellé placé peut en départager un autre : on recommence tant qu'on avance.
  for (;;) {
    const notes = restants.map((libelle) => ({ libelle, resultat: approcher(libelle, pris) }));
    const meilleur = notes.reduce<{ libelle: Libelle; code: CodeIndicateur; score: number } | null>((retenu, { libelle, resultat }) =>
      resultat.etat === 'trouve' && resultat.score > (retenu?.score ?? 0) ? { libelle, code: resultat.candidat.cible.code, score: resultat.score } : retenu, null);
    if (!meilleur) {
      for (const { libelle, resultat } of notes) resultats.set(libelle.rang, jugerDoute(resultat));
      return resultats;
    }
    const codes = avecJumeau(meilleur.code, meilleur.libelle, pris);
    resultats.set(meilleur.libelle.rang, { etat: 'trouve', codes });
    for (const code of codes) pris.add(code);
    restants = restants.filter((libelle) => libelle !== meilleur.libelle);
  }
}
