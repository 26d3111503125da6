/**
 * Un lot de contrats tiré à graine, à partir de deux classeurs de `exemples/`. Le tirage est gardé :
 * un test peut consolider ce qui a été tiré sans rien devoir au code qui consolide.
 */
import { readFileSync } from 'node:fs';
import type { Dossier } from '../../src/classeur/dossier';
import { celluleDe, cleCellule, type Cellule, type Instantane } from '../../src/classeur/instantane';
import { retoucher } from '../../src/hote/fichier/ecrire';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { analyser } from '../../src/moteur/analyser';
import { DEPARTEMENTS } from '../../src/referentiel/departements';
import { INDICATEURS, type CodeIndicateur } from '../../src/referentiel/indicateurs';
import { OBJECTIFS, type NumeroObjectif } from '../../src/referentiel/objectifs';
import { auPlan, planDe, situer, tableauDe, valeur, type Lieu, type NomMoment } from '../controles/lieux';

/** Saisie d'une cellule : un nombre, du non déterminé, un texte illisible, ou rien. */
export type Saisie = number | string | null;

export interface ContratTire {
  readonly code: string;
  readonly nom: string;
  readonly fichier: string;
  readonly base: string;
  /** 0 : 2020-2022 ; 1 : 2021-2023. */
  readonly decalage: number;
  readonly retenus: readonly NumeroObjectif[];
  /** Par moment de la base (« cible 2022 »), avant décalage. */
  readonly valeurs: ReadonlyMap<CodeIndicateur, ReadonlyMap<NomMoment, Saisie>>;
  readonly montants: ReadonlyMap<NumeroObjectif, { readonly departement: Saisie; readonly etat: Saisie }>;
  readonly modalite24: string;
}

const BASES = { '87-haute-vienne-conforme.xlsx': 'Haute-Vienne', '57-moselle-variante.xlsx': 'Moselle' } as const;
export const MOMENTS: readonly NomMoment[] = ['diagnostic', 'cible 2020', 'cible 2021', 'cible 2022', 'atteinte 2020', 'atteinte 2021', 'atteinte 2022'];
/** Facultatifs que les deux bases retiennent déjà par leurs cibles et leurs actions. */
const FACULTATIFS_DE_BASE: readonly NumeroObjectif[] = [12, 22, 23];
/** Facultatifs retenus ou non, par le seul montant inscrit. */
const FACULTATIFS_TIRES: readonly NumeroObjectif[] = [13, 14, 18, 20, 21, 24, 25];
export const TERRITOIRES_DU_LOT = DEPARTEMENTS.filter(({ code }) => /^(?:\d\d|2[AB]|97[12346])$/.test(code) && code !== '20');

/** mulberry32 : même graine, même lot, sur toute machine. */
export function creerHasard(graine: number): () => number {
  let etat = graine >>> 0;
  return () => {
    etat = (etat + 0x6d2b79f5) >>> 0;
    let t = Math.imul(etat ^ (etat >>> 15), 1 | etat);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Base {
  readonly octets: Uint8Array;
  readonly instantane: Instantane;
  readonly dossier: Dossier;
}

const bases = new Map<string, Base>();

function baseDe(nom: string): Base {
  const connue = bases.get(nom);
  if (connue) return connue;
  const octets = new Uint8Array(readFileSync(`exemples/${nom}`));
  const instantane = lireClasseur(octets, { nom });
  const base = { octets, instantane, dossier: analyser(instantane).dossier };
  bases.set(nom, base);
  return base;
}

const choisir = <T>(hasard: () => number, parmi: readonly T[]): T => parmi[Math.floor(hasard() * parmi.length)]!;

function tirerValeur(hasard: () => number): Saisie {
  const sort = hasard();
  if (sort < 0.06) return null;
  if (sort < 0.1) return choisir(hasard, ['ND', 'n/a', 'à compléter']);
  if (sort < 0.12) return 0;
  return Math.floor(hasard() * 20_000);
}

/** Euros et centimes ; parfois rien, « ND », un texte illisible ou un « - » qui vaut zéro. */
function tirerMontant(hasard: () => number): Saisie {
  const sort = hasard();
  if (sort < 0.06) return null;
  if (sort < 0.09) return choisir(hasard, ['ND', 'montant voir convention', 'à définir']);
  if (sort < 0.11) return '-';
  return Math.floor(hasard() * 40_000_000) / 100;
}

const SUIVIS = INDICATEURS.filter(({ type, objectif }) => type !== 'taux' && objectif !== null);

function tirerContrat(graine: number, { code, nom }: { readonly code: string; readonly nom: string }, version: number): ContratTire {
  const hasard = creerHasard(graine);
  const base = choisir(hasard, Object.keys(BASES));
  const facultatifs = FACULTATIFS_TIRES.filter(() => hasard() < 0.4);
  const retenus = OBJECTIFS.filter(({ numero, fondamental }) => fondamental || FACULTATIFS_DE_BASE.includes(numero) || facultatifs.includes(numero)).map(({ numero }) => numero);
  const valeurs = new Map(SUIVIS.filter(({ objectif }) => retenus.includes(objectif!)).map(({ code: indicateur }) => [
    indicateur,
    new Map(MOMENTS.map((moment): [NomMoment, Saisie] => [moment, moment.startsWith('atteinte') && hasard() < 0.7 ? null : tirerValeur(hasard)])),
  ]));
  const montants = new Map(retenus.map((numero) => [numero, {
    // Un facultatif tiré n'est retenu que par son montant : celui-là est toujours lisible.
    departement: facultatifs.includes(numero) ? Math.floor(1 + hasard() * 9_000_000) / 100 : tirerMontant(hasard),
    etat: tirerMontant(hasard),
  }]));
  return {
    code, nom, base, retenus, valeurs, montants,
    fichier: `v${String(version)}/${code}-${nom.toLowerCase().replace(/[^a-zà-ÿ]+/g, '-')}.xlsx`,
    decalage: hasard() < 0.3 ? 1 : 0,
    modalite24: choisir(hasard, ['PLF', 'ONDAM', 'ONDAM / PLF']),
  };
}

/** `versions` contrats par département ; la même graine rend le même lot. */
export function tirerLot(graine: number, departements = TERRITOIRES_DU_LOT.length, versions = 1): readonly ContratTire[] {
  return Array.from({ length: versions }, (_, version) =>
    TERRITOIRES_DU_LOT.slice(0, departements).map((departement, rang) => tirerContrat(graine + version * 1009 + rang, departement, version + 1))).flat();
}

interface Pose {
  readonly feuille: string;
  readonly ligne: number;
  readonly colonne: number;
  readonly valeur: Saisie;
}

function posesDe({ nom, base, decalage, valeurs, montants, modalite24 }: ContratTire): readonly Pose[] {
  const { instantane, dossier } = baseDe(base);
  const poses: Pose[] = [];
  const poser = (lieu: Lieu, saisie: Saisie) => poses.push({ ...situer(dossier, lieu)!, valeur: saisie });
  for (const [code, parMoment] of valeurs) for (const [moment, saisie] of parMoment) poser(valeur(code, moment), saisie);
  const plan = planDe(dossier);
  for (const [numero, bloc] of plan.objectifs) {
    const tires = montants.get(numero) ?? { departement: null, etat: null };
    bloc.lignes.forEach((_, rang) => {
      poser(auPlan(numero, 'departement', rang), rang === 0 ? tires.departement : null);
      poser(auPlan(numero, 'etat', rang), rang === 0 ? tires.etat : null);
    });
  }
  poser(auPlan(24, 'modalites'), modalite24);
  const ancien = BASES[base as keyof typeof BASES];
  for (const feuille of instantane.feuilles) {
    const enTete = [tableauDe(dossier), plan].find((lue) => lue.feuille.id === feuille.id)?.enTete;
    for (const { ligne, colonne, valeur: ecrit } of feuille.cellules.values()) {
      const annees = enTete && ligne >= enTete.ligne && ligne <= enTete.derniereLigne;
      if (annees && typeof ecrit === 'number' && decalage > 0) poses.push({ feuille: feuille.id, ligne, colonne, valeur: ecrit + decalage });
      if (typeof ecrit !== 'string') continue;
      const texte = ecrit;
      const neuf = (annees ? texte.replace(/\b20\d\d\b/g, (annee) => String(Number(annee) + decalage)) : texte).split(ancien).join(nom);
      if (neuf !== texte) poses.push({ feuille: feuille.id, ligne, colonne, valeur: neuf });
    }
  }
  return poses;
}

const MODELE = { formule: null, format: 'General', verrouillee: true } as const;

/** Le contrat en mémoire, sans passer par un fichier. */
export function instantaneDe(contrat: ContratTire): Instantane {
  const poses = posesDe(contrat);
  const { instantane } = baseDe(contrat.base);
  return {
    ...instantane,
    nom: contrat.fichier.split('/').pop()!,
    feuilles: instantane.feuilles.map((feuille) => {
      const cellules = new Map(feuille.cellules);
      for (const { ligne, colonne, valeur: saisie } of poses.filter((pose) => pose.feuille === feuille.id)) {
        const cellule: Cellule = { ...(celluleDe(feuille, ligne, colonne) ?? { ...MODELE, ligne, colonne }), valeur: saisie, formule: null };
        cellules.set(cleCellule(ligne, colonne), cellule);
      }
      return { ...feuille, cellules };
    }),
  };
}

/** Le contrat en .xlsx : la base, retouchée cellule par cellule. */
export function octetsDe(contrat: ContratTire): Uint8Array {
  const { octets, instantane } = baseDe(contrat.base);
  const ecritures = posesDe(contrat).flatMap(({ feuille, ligne, colonne, valeur: saisie }) => {
    const cellule = celluleDe(instantane.feuilles.find(({ id }) => id === feuille)!, ligne, colonne);
    const avant = typeof cellule?.valeur === 'object' ? null : (cellule?.valeur ?? null);
    return avant === saisie ? [] : [{ feuille, ligne, colonne, avant: { valeur: avant }, apres: { valeur: saisie }, raison: 'tirage du lot' }];
  });
  const resultat = retoucher(octets, { ecritures });
  if (resultat.etat === 'refuse') throw new Error(`Lot d’essai : ${JSON.stringify(resultat.raisons)}`);
  return resultat.octets;
}
