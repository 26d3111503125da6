/**
 * L'atelier des contrôles : partir d'un classeur d'exemple, l'abîmer, passer un contrôle ou tous,
 * corriger, relancer. Les attentes s'écrivent en tables de données (voir `eprouver`).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dossier } from '../../src/classeur/dossier';
import type { Instantane } from '../../src/classeur/instantane';
import { lireDossier } from '../../src/classeur/lire-dossier';
import type { Constat, Gravite } from '../../src/controles/constat';
import type { ControleEnregistre } from '../../src/controles/controle';
import type { Contenu } from '../../src/corrections/plan';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { analyser, type OptionsAnalyse } from '../../src/moteur/analyser';
import type { Rapport, Statut } from '../../src/moteur/rapport';
import type { CodeIndicateur } from '../../src/referentiel/indicateurs';
import type { NumeroObjectif } from '../../src/referentiel/objectifs';
import { verifierCorrections } from './correction';
import { verifierForme } from './forme';
import { nommer, nommerLieu, type Lieu } from './lieux';
import type { Modif } from './modifs';

export * from './lieux';
export * from './modifs';

const FICHIERS = { conforme: '87-haute-vienne-conforme.xlsx', moselle: '57-moselle-variante.xlsx', anomalies: '87-haute-vienne-anomalies.xlsx', vierge: 'annexe-5-vierge.xlsx' } as const;
export type NomBase = keyof typeof FICHIERS;

export interface Base {
  readonly instantane: Instantane;
  readonly dossier: Dossier;
}

const MEMOIRE = new Map<NomBase, Base>();

/** Classeur d'exemple, lu une fois. */
export function base(nom: NomBase = 'conforme'): Base {
  const connue = MEMOIRE.get(nom);
  if (connue) return connue;
  const octets = new Uint8Array(readFileSync(join(__dirname, '../../exemples', FICHIERS[nom])));
  const instantane = lireClasseur(octets, { nom: FICHIERS[nom] });
  const lue = { instantane, dossier: lireDossier(instantane) };
  MEMOIRE.set(nom, lue);
  return lue;
}

/** Le classeur d'exemple, modifié. */
export function classeur(modifs: readonly Modif[], nom: NomBase = 'conforme'): Instantane {
  const { instantane, dossier } = base(nom);
  return modifs.reduce((courant, modif) => modif(courant, dossier), instantane);
}

export interface Attendu {
  readonly ou: Lieu | null;
  readonly gravite: Gravite;
  readonly objectif?: NumeroObjectif | null;
  readonly indicateur?: CodeIndicateur | null;
  readonly annee?: number | null;
  /** Morceaux que le message doit contenir (ou motifs). */
  readonly message?: readonly (string | RegExp)[];
  readonly suite?: RegExp;
  readonly attendu?: string | null;
  readonly trouve?: string | null;
  readonly ecart?: string | null;
  readonly source?: RegExp;
  /** `null` : le constat n'offre pas de correction. */
  readonly correction?: { readonly type: 'automatique' | 'proposee'; readonly avant: Contenu; readonly apres: Contenu } | null;
}

export interface Cas {
  readonly nom: string;
  readonly modifs?: readonly Modif[];
  readonly base?: NomBase;
  /** Constats que le classeur d'origine n'avait pas, dans l'ordre du rapport. */
  readonly attendus: readonly Attendu[];
  readonly statut?: Statut;
  /** Motifs des raisons de ce qui n'a pas été vérifié ; absent : tout l'a été. */
  readonly nonVerifies?: readonly RegExp[];
  readonly options?: OptionsAnalyse;
}

const texteLisible = (texte: string) => texte.replace(/[\u202f\u00a0]/g, ' ');

function place(dossier: Dossier, { feuille, emplacement }: Constat): string {
  return nommerLieu(dossier, feuille, emplacement);
}

const cle = (dossier: Dossier, constat: Constat) => [constat.code, constat.gravite, place(dossier, constat), constat.objectif, constat.indicateur].join(' ');

/** Constats que n'avait pas le classeur d'origine. */
export function nouveaux(rapport: Rapport, origine: Rapport, dossier: Dossier): readonly Constat[] {
  const anciens = new Set(origine.constats.map((constat) => cle(dossier, constat)));
  return rapport.constats.filter((constat) => !anciens.has(cle(dossier, constat)));
}

function comparer(constat: Constat, attendu: Attendu, dossier: Dossier): void {
  const { ou, gravite, message = [], suite, source, ...reste } = attendu;
  expect({ ou: place(dossier, constat), gravite: constat.gravite }).toEqual({ ou: ou ? nommer(dossier, ou) : 'classeur', gravite });
  for (const morceau of message) {
    if (typeof morceau === 'string') expect(texteLisible(constat.message)).toContain(texteLisible(morceau));
    else expect(texteLisible(constat.message)).toMatch(morceau);
  }
  if (suite) expect(texteLisible(constat.suite)).toMatch(suite);
  if (source) expect(constat.source).toMatch(source);
  const lu = {
    objectif: constat.objectif,
    indicateur: constat.indicateur,
    annee: constat.annee,
    attendu: constat.attendu && texteLisible(constat.attendu.texte),
    trouve: constat.trouve && texteLisible(constat.trouve.texte),
    ecart: constat.ecart && texteLisible(constat.ecart),
    correction: constat.correction && { type: constat.correction.type, avant: constat.correction.avant, apres: constat.correction.apres },
  };
  expect(lu).toMatchObject(reste);
}

function verifierStatut(rapport: Rapport, { statut, nonVerifies = [] }: Cas, nombre: number): void {
  const [resultat] = rapport.controles;
  const raisons = resultat!.nonVerifies.map(({ raison }) => texteLisible(raison));
  expect(raisons).toEqual(nonVerifies.map((motif) => expect.stringMatching(motif)));
  expect(resultat!.statut).toBe(statut ?? (nombre > 0 ? 'constats' : raisons.length > 0 ? 'non_verifiable' : 'conforme'));
}

/** Passe un contrôle seul sur chaque cas, et vérifie ses constats nouveaux, leur forme et leurs corrections. */
export function eprouver(controle: ControleEnregistre, cas: readonly Cas[]): void {
  const origines = new Map<NomBase, Rapport>();
  const origineDe = (nom: NomBase = 'conforme'): Rapport => {
    const rapport = origines.get(nom) ?? analyser(base(nom).instantane, { registre: [controle] }).rapport;
    origines.set(nom, rapport);
    return rapport;
  };
  test.each(cas.map((un) => [un.nom, un] as const))('%s', (_, un) => {
    const { dossier } = base(un.base);
    const options = { ...un.options, registre: [controle] };
    const instantane = classeur(un.modifs ?? [], un.base);
    const { rapport } = analyser(instantane, options);
    const trouves = nouveaux(rapport, un.modifs ? origineDe(un.base) : { ...rapport, constats: [] }, dossier);
    expect(trouves.map((constat) => `${constat.gravite} ${place(dossier, constat)}`)).toEqual(un.attendus.map(({ gravite, ou }) => `${gravite} ${ou ? nommer(dossier, ou) : 'classeur'}`));
    trouves.forEach((constat, rang) => { comparer(constat, un.attendus[rang]!, dossier); });
    rapport.constats.forEach((constat) => { verifierForme(constat, controle); });
    verifierStatut(rapport, un, rapport.constats.length);
    verifierCorrections(instantane, options, rapport);
  });
}
