/**
 * Les lignes d'indicateurs du tableau de bord. Trois passes : les libellés exacts de l'objectif de la
 * ligne, les libellés exacts égarés dans un autre bloc, puis les libellés retouchés parmi les
 * indicateurs restants de leur objectif — l'élimination lève bien des ambiguïtés (« entretiens
 * réalisés » est celui de la DREES si celui du SNDS est déjà pris).
 */
import { indicateurDe, type CodeIndicateur } from '../referentiel/indicateurs';
import type { Rattachement } from './blocs';
import type { Anomalie, LigneIndicateur } from './dossier';
import type { Grille } from './grille';
import { indicateursExacts, isIntituleDelais, isLibelleDe, reconnaitreIndicateur } from './libelles';
import { normaliser } from './texte';

interface LigneLue {
  readonly ligne: number;
  readonly texte: string;
  readonly objectif: Rattachement;
  /** Indicateurs dont le texte est le libellé officiel, ou celui d'un jumeau. */
  readonly exacts: readonly CodeIndicateur[];
}

export interface IndicateursLus {
  readonly indicateurs: ReadonlyMap<CodeIndicateur, LigneIndicateur>;
  readonly anomalies: readonly Anomalie[];
}

export interface OptionsIndicateurs {
  readonly grille: Grille;
  readonly colonne: number;
  readonly lignes: ReadonlyMap<number, Rattachement>;
  /** Rattachements faits à la main : texte normalisé d'un libellé → indicateur. */
  readonly aLaMain?: ReadonlyMap<string, CodeIndicateur>;
}

interface Etat {
  readonly colonne: number;
  readonly trouves: Map<CodeIndicateur, LigneIndicateur>;
  readonly anomalies: Anomalie[];
}

function lire({ grille, colonne, lignes, aLaMain }: OptionsIndicateurs): readonly LigneLue[] {
  return [...lignes]
    .map(([ligne, objectif]) => ({ ligne, objectif, texte: grille.texte(ligne, colonne) }))
    .filter(({ texte }) => texte !== '' && !isIntituleDelais(texte))
    .map((lue) => {
      const main = aLaMain?.get(normaliser(lue.texte));
      return { ...lue, exacts: main === undefined ? indicateursExacts(lue.texte) : [main] };
    });
}

function placer({ colonne, trouves }: Etat, { ligne, texte }: LigneLue, code: CodeIndicateur, exact: boolean): void {
  trouves.set(code, { code, ligne, libelle: { texte, ligne, colonne, officiel: indicateurDe(code).libelle, exact } });
}

function signaler({ anomalies, colonne }: Etat, { ligne, texte, objectif }: LigneLue, code: CodeIndicateur | null, candidats: readonly string[] = []): void {
  const numero = code !== null ? indicateurDe(code).objectif : objectif === 'local' ? null : objectif;
  anomalies.push({ nature: code !== null ? 'doublon_indicateur' : 'indicateur_ambigu', ligne, colonne, texte, objectif: numero, indicateur: code, candidats });
}

/** Libellés exacts : d'abord ceux du bloc de leur objectif, puis ceux qu'on a déplacés ailleurs. */
function passeExacte(etat: Etat, lues: readonly LigneLue[], options: OptionsIndicateurs): void {
  const exactes = lues.filter(({ exacts }) => exacts.length > 0);
  const mis = (lue: LigneLue, code: CodeIndicateur) => {
    if (etat.trouves.has(code)) signaler(etat, lue, code);
    else placer(etat, lue, code, isLibelleDe(lue.texte, code) || options.aLaMain?.has(normaliser(lue.texte)) === true);
  };
  const chezEux = (lue: LigneLue) => lue.exacts.find((code) => indicateurDe(code).objectif === lue.objectif);
  for (const lue of exactes) {
    const code = chezEux(lue);
    if (code !== undefined) mis(lue, code);
  }
  const egarees = exactes.filter((lue) => chezEux(lue) === undefined);
  for (const lue of egarees) {
    const libres = lue.exacts.filter((code) => !etat.trouves.has(code));
    // Deux jumeaux hors de leurs blocs : le libellé propre tranche, sinon rien ne dit lequel est lequel.
    const code = libres.length === 1 ? libres[0] : libres.filter((libre) => isLibelleDe(lue.texte, libre)).length === 1 ? libres.find((libre) => isLibelleDe(lue.texte, libre)) : undefined;
    if (code !== undefined) mis(lue, code);
    else if (libres.length === 0) signaler(etat, lue, lue.exacts[0]!);
    else signaler(etat, lue, null, libres.map((libre) => indicateurDe(libre).libelle));
  }
}

/** Indicateurs de l'objectif d'une ligne (`null` : délais de justice). */
function siens(objectif: Rattachement): (code: CodeIndicateur) => boolean {
  return (code) => objectif !== 'local' && indicateurDe(code).objectif === objectif;
}

/** Hors de son bloc, ou sous un objectif local, un libellé retouché doit être presque entier. */
const EGARE = 0.9;
const REPETE = 0.8;

function essayer({ trouves }: Etat, lue: LigneLue) {
  const isPris = (code: CodeIndicateur) => trouves.has(code);
  const chezLui = reconnaitreIndicateur(lue.texte, { admis: siens(lue.objectif), isPris });
  if (chezLui.etat !== 'inconnu') return chezLui;
  const ailleurs = reconnaitreIndicateur(lue.texte, { isPris });
  return ailleurs.etat === 'trouve' && ailleurs.score >= EGARE ? ailleurs : chezLui;
}

function passeApprochee(etat: Etat, lues: readonly LigneLue[]): void {
  let restantes = lues.filter(({ exacts }) => exacts.length === 0);
  // Chaque libellé placé peut en départager un autre : on recommence tant qu'on avance.
  for (;;) {
    const essais = restantes.map((lue) => ({ lue, resultat: essayer(etat, lue) }));
    const trouves = essais.flatMap(({ lue, resultat }) => (resultat.etat === 'trouve' ? [{ lue, code: resultat.candidat.cible.code, score: resultat.score }] : []));
    if (trouves.length === 0) {
      for (const { lue, resultat } of essais) {
        if (resultat.etat === 'ambigu') signaler(etat, lue, null, resultat.candidats.map(({ officiel }) => officiel));
        else signalerRepetition(etat, lue);
      }
      return;
    }
    const placees = new Set<LigneLue>();
    for (const { lue, code } of trouves.sort((a, b) => b.score - a.score)) {
      if (etat.trouves.has(code)) continue;
      placer(etat, lue, code, false);
      placees.add(lue);
    }
    restantes = restantes.filter((lue) => !placees.has(lue));
  }
}

/** Un second libellé d'un indicateur déjà trouvé. */
function signalerRepetition(etat: Etat, lue: LigneLue): void {
  const resultat = reconnaitreIndicateur(lue.texte, { admis: siens(lue.objectif) });
  if (resultat.etat === 'trouve' && resultat.score >= REPETE) signaler(etat, lue, resultat.candidat.cible.code);
}

export function lireIndicateurs(options: OptionsIndicateurs): IndicateursLus {
  const etat: Etat = { colonne: options.colonne, trouves: new Map(), anomalies: [] };
  const lues = lire(options);
  passeExacte(etat, lues, options);
  passeApprochee(etat, lues);
  return { indicateurs: etat.trouves, anomalies: etat.anomalies };
}

