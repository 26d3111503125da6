/**
 * Un lot face aux cibles nationales : taux pondérés, couverture de l'objectif 3 encadrée, places en
 * fratries jugées en partie, relais parentaux non jugeables.
 */
import { formatTaux } from '../classeur/nombres';
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
  const commun = { valeur, seuil, unite: '%', connus: compte.connus, manquants: compte.manquants, precision } as const;
  if (valeur === null) return { ...commun, etat: 'sans_donnee' };
  return { ...commun, etat: valeur >= seuil - EPSILON ? 'atteinte' : 'manquee' };
}

/** (médecin + protocole) / cohorte, sur les classeurs qui portent les trois ; si aucun ne les porte, le taux tous bilans. */
function jugerBilans({ parties, denominateur, tauxDeRepli, seuil }: Extract<CibleNationale, { type: 'bilans' }>, extraits: readonly Extrait[]): Partiel {
  const lire = (extrait: Extrait, code: CodeIndicateur) => valeurDe(extrait, indicateurDe(code), 'horizon')?.valeur ?? null;
  const lot = ponderer(extraits.map((extrait) => {
    const valeurs = parties.map((code) => lire(extrait, code));
    const numerateur = valeurs.every((valeur) => valeur !== null) ? valeurs.reduce((total, valeur) => total + valeur, 0) : null;
    return { numerateur, denominateur: lire(extrait, denominateur) };
  }));
  if (lot.connus === 0) {
    const repli = ponderes(extraits, tauxDeRepli);
    if (repli.taux !== null) return comparer(repli.taux, seuil, repli, 'tous bilans confondus : aucun classeur ne distingue les bilans par un médecin et dans un protocole pluridisciplinaire');
  }
  return comparer(lot.taux, seuil, lot, 'bilans par un médecin ou dans un protocole pluridisciplinaire');
}

/**
 * Dans chaque classeur, les femmes suivies sont au moins le plus grand des deux effectifs, au plus
 * leur somme ; le lot est encadré par la somme de ces bornes.
 */
function jugerCouverture({ taux: [pre, post], seuil }: Extract<CibleNationale, { type: 'couverture' }>, extraits: readonly Extrait[]): Partiel {
  const lire = (extrait: Extrait, code: CodeIndicateur) => valeurDe(extrait, indicateurDe(code), 'horizon');
  const encadrer = (borne: (a: number, b: number) => number) => ponderer(extraits.map((extrait) => {
    const [a, b] = [lire(extrait, pre), lire(extrait, post)];
    const connus = a && b && a.numerateur !== null && b.numerateur !== null;
    return { numerateur: connus ? borne(a.numerateur!, b.numerateur!) : null, denominateur: a?.denominateur ?? null };
  }));
  const [bas, haut] = [encadrer(Math.max), encadrer((a, b) => a + b)];
  if (bas.taux === null || haut.taux === null) return comparer(null, seuil, bas);
  if (bas.taux >= seuil - EPSILON) return comparer(bas.taux, seuil, bas, 'au moins ce taux : dans chaque département, le plus grand des effectifs prénatal et postnatal');
  if (haut.taux < seuil - EPSILON) return comparer(haut.taux, seuil, bas, 'même en additionnant le prénatal et le postnatal');
  return { etat: 'indeterminee', valeur: bas.taux, seuil, unite: '%', connus: bas.connus, manquants: bas.manquants, precision: `la couverture réelle est entre ce taux et ${formatTaux(haut.taux)} : demander à chaque département sa couverture « prénatale ou postnatale »` };
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
