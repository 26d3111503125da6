/**
 * Les lignes d'indicateurs du tableau de bord. Deux passes : les libellés exacts d'abord, puis les
 * libellés retouchés parmi les indicateurs restants de leur objectif — l'élimination lève bien des
 * ambiguïtés (« entretiens réalisés » est celui de la DREES si celui du SNDS est déjà pris).
 */
import { indicateurDe, indicateursDe, type CodeIndicateur } from '../referentiel/indicateurs';
import type { NumeroObjectif } from '../referentiel/objectifs';
import type { Rattachement } from './blocs';
import type { Anomalie, LigneIndicateur } from './dossier';
import type { Grille } from './grille';
import { indicateursExacts, isIntituleDelais, reconnaitreIndicateur } from './libelles';
import { normaliser } from './texte';

interface LigneLue {
  readonly ligne: number;
  readonly texte: string;
  readonly objectif: Rattachement;
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

function lire({ grille, colonne, lignes }: OptionsIndicateurs): LigneLue[] {
  return [...lignes]
    .map(([ligne, objectif]) => ({ ligne, objectif, texte: grille.texte(ligne, colonne) }))
    .filter(({ texte }) => texte !== '' && !isIntituleDelais(texte));
}

/** Parmi les indicateurs d'un même libellé, celui de l'objectif de la ligne, sinon le premier libre. */
function choisirExact(codes: readonly CodeIndicateur[], objectif: Rattachement, pris: ReadonlyMap<CodeIndicateur, unknown>): CodeIndicateur | undefined {
  const deLObjectif = codes.find((code) => indicateurDe(code).objectif === objectif);
  if (deLObjectif !== undefined) return deLObjectif;
  return codes.length === 1 ? codes[0] : codes.find((code) => !pris.has(code));
}

function place(colonne: number, { ligne, texte }: LigneLue, code: CodeIndicateur, exact: boolean): LigneIndicateur {
  return { code, ligne, libelle: { texte, ligne, colonne, officiel: indicateurDe(code).libelle, exact } };
}

function passeExacte(options: OptionsIndicateurs, lues: readonly LigneLue[], trouves: Map<CodeIndicateur, LigneIndicateur>, anomalies: Anomalie[]): LigneLue[] {
  const restantes: LigneLue[] = [];
  for (const lue of lues) {
    const main = options.aLaMain?.get(normaliser(lue.texte));
    const codes = main === undefined ? indicateursExacts(lue.texte) : [main];
    const code = choisirExact(codes, lue.objectif, trouves);
    if (code === undefined) {
      if (codes.length === 0) restantes.push(lue);
      continue;
    }
    if (trouves.has(code)) anomalies.push(doublon(options.colonne, lue, code));
    else trouves.set(code, place(options.colonne, lue, code, true));
  }
  return restantes;
}

function doublon(colonne: number, { ligne, texte }: LigneLue, code: CodeIndicateur): Anomalie {
  return { nature: 'doublon_indicateur', ligne, colonne, texte, objectif: indicateurDe(code).objectif, indicateur: code, candidats: [] };
}

/** Indicateurs encore libres de l'objectif d'une ligne (`null` : délais de justice). */
function libres(objectif: Rattachement, trouves: ReadonlyMap<CodeIndicateur, unknown>): Set<CodeIndicateur> {
  if (objectif === 'local') return new Set();
  return new Set(indicateursDe(objectif).map(({ code }) => code).filter((code) => !trouves.has(code)));
}

function passeApprochee(options: OptionsIndicateurs, lues: readonly LigneLue[], trouves: Map<CodeIndicateur, LigneIndicateur>, anomalies: Anomalie[]): void {
  let restantes = lues;
  // Chaque libellé placé peut en départager un autre : on recommence tant qu'on avance.
  for (;;) {
    const notes = restantes.map((lue) => ({ lue, resultat: reconnaitreIndicateur(lue.texte, libres(lue.objectif, trouves)) }));
    const trouvees = notes.flatMap(({ lue, resultat }) => (resultat.etat === 'trouve' ? [{ lue, code: resultat.candidat.cible.code, score: resultat.score }] : []));
    const meilleure = trouvees.sort((a, b) => b.score - a.score)[0];
    if (!meilleure) {
      for (const { lue, resultat } of notes) {
        if (resultat.etat !== 'ambigu') continue;
        anomalies.push({ nature: 'indicateur_ambigu', ligne: lue.ligne, colonne: options.colonne, texte: lue.texte, objectif: lue.objectif as NumeroObjectif | null, indicateur: null, candidats: resultat.candidats.map(({ officiel }) => officiel) });
      }
      return;
    }
    trouves.set(meilleure.code, place(options.colonne, meilleure.lue, meilleure.code, false));
    restantes = restantes.filter((lue) => lue !== meilleure.lue);
  }
}

export function lireIndicateurs(options: OptionsIndicateurs): IndicateursLus {
  const trouves = new Map<CodeIndicateur, LigneIndicateur>();
  const anomalies: Anomalie[] = [];
  const restantes = passeExacte(options, lire(options), trouves, anomalies);
  passeApprochee(options, restantes, trouves, anomalies);
  return { indicateurs: trouves, anomalies };
}
