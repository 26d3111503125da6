/**
 * Un lot face aux cibles nationales : taux pondérés, couverture de l'objectif 3 encadrée, places en
 * fratries jugées en partie, relais parentaux non jugeables.
 */
import { cibleNationaleDe, type CibleNationale } from '../referentiel/cibles-nationales';
import { indicateurDe, type CodeIndicateur } from '../referentiel/indicateurs';
import type { NumeroObjectif } from '../referentiel/objectifs';
import { source, type Source } from '../referentiel/source';
import { valeurDe, type Extrait } from './extrait';
import { ponderer, sommer } from './sommes';

export interface JugementNational {
  readonly etat: 'atteinte' | 'manquee' | 'indeterminee' | 'partielle' | 'non_jugeable' | 'sans_donnee';
  /** Rapport pour un taux, nombre de places pour l'objectif 18 ; `null` s'il n'y a rien à comparer. */
  readonly valeur: number | null;
  readonly seuil: number | null;
  readonly unite: '%' | 'places' | null;
  readonly connus: number;
  readonly manquants: number;
  readonly precision: string | null;
  readonly source: Source;
}

/** Places d'accueil en fratries à créer au niveau national (annexe 2, objectif 18). */
const PLACES_FRATRIES = 600;
const EPSILON = 1e-9;

function ponderes(extraits: readonly Extrait[], code: CodeIndicateur) {
  return ponderer(extraits.map((extrait) => valeurDe(extrait, indicateurDe(code), 'horizon') ?? { numerateur: null, denominateur: null }));
}

type Partiel = Omit<JugementNational, 'source'>;

function comparer(valeur: number | null, seuil: number, compte: { connus: number; manquants: number }, precision: string | null = null): Partiel {
  const commun = { valeur, seuil, unite: '%', ...compte, precision } as const;
  if (valeur === null) return { ...commun, etat: 'sans_donnee' };
  return { ...commun, etat: valeur >= seuil - EPSILON ? 'atteinte' : 'manquee' };
}

/** (médecin + protocole) / cohorte, sur les classeurs qui portent les trois. */
function jugerBilans({ parties, denominateur, seuil }: Extract<CibleNationale, { type: 'bilans' }>, extraits: readonly Extrait[]): Partiel {
  const lire = (extrait: Extrait, code: CodeIndicateur) => valeurDe(extrait, indicateurDe(code), 'horizon')?.valeur ?? null;
  const lot = ponderer(extraits.map((extrait) => {
    const valeurs = parties.map((code) => lire(extrait, code));
    const numerateur = valeurs.every((valeur) => valeur !== null) ? valeurs.reduce((total, valeur) => total + valeur, 0) : null;
    return { numerateur, denominateur: lire(extrait, denominateur) };
  }));
  return comparer(lot.taux, seuil, lot, 'bilans par un médecin ou dans un protocole pluridisciplinaire');
}

function jugerCouverture({ taux: [pre, post], seuil }: Extract<CibleNationale, { type: 'couverture' }>, extraits: readonly Extrait[]): Partiel {
  const [a, b] = [ponderes(extraits, pre), ponderes(extraits, post)];
  const compte = { connus: Math.min(a.connus, b.connus), manquants: Math.max(a.manquants, b.manquants) };
  if (a.taux === null || b.taux === null) return comparer(null, seuil, compte);
  const maximum = Math.max(a.taux, b.taux);
  if (maximum >= seuil - EPSILON) return comparer(maximum, seuil, compte);
  if (a.taux + b.taux < seuil - EPSILON) return comparer(a.taux + b.taux, seuil, compte, 'même en additionnant le prénatal et le postnatal');
  return { etat: 'indeterminee', valeur: maximum, seuil, unite: '%', ...compte, precision: 'la couverture réelle est entre le plus grand des deux taux et leur somme' };
}

/** Places créées = cible − diagnostic, en villages d'enfants seulement : un jugement partiel. */
function jugerPlaces(extraits: readonly Extrait[]): Partiel {
  const indicateur = indicateurDe('o18-places');
  const creees = sommer(extraits.map((extrait) => {
    const cible = valeurDe(extrait, indicateur, 'horizon')?.valeur ?? null;
    const diagnostic = valeurDe(extrait, indicateur, 'diagnostic')?.valeur ?? null;
    return cible === null || diagnostic === null ? null : cible - diagnostic;
  }));
  return {
    etat: creees.connus === 0 ? 'sans_donnee' : 'partielle',
    valeur: creees.connus === 0 ? null : creees.total,
    seuil: PLACES_FRATRIES,
    unite: 'places',
    connus: creees.connus,
    manquants: creees.manquants,
    precision: 'places créées (cible − diagnostic) en villages d’enfants seulement : les autres accueils en fratries ne sont pas dans le tableau de bord',
  };
}

function juger(cible: CibleNationale, extraits: readonly Extrait[]): Partiel {
  switch (cible.type) {
    case 'taux': {
      const lot = ponderes(extraits, cible.taux);
      return comparer(lot.taux, cible.seuil, lot);
    }
    case 'bilans':
      return jugerBilans(cible, extraits);
    case 'couverture':
      return jugerCouverture(cible, extraits);
    case 'non_jugeable':
      if (cible.objectif === 18) return jugerPlaces(extraits);
      return { etat: 'non_jugeable', valeur: null, seuil: null, unite: null, connus: 0, manquants: extraits.length, precision: cible.raison };
  }
}

/** Jugement d'un lot sur un objectif ; `null` s'il n'a pas de cible nationale. */
export function jugerNational(objectif: NumeroObjectif, extraits: readonly Extrait[]): JugementNational | null {
  const cible = cibleNationaleDe(objectif);
  return cible ? { ...juger(cible, extraits), source: source(cible.source.texte) } : null;
}
