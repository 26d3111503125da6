/** DATE, ANNEE, MOIS.DECALER… : dates en numéros de série, système 1900 ou 1904 du classeur. */
import { isErreur, type Valeur } from '../../classeur/instantane';
import type { Fonction } from './fonction';
import { versNombre, versTexte } from '../conversions';
import type { Environnement } from '../environnement';
import { NOMBRE, VALEUR } from '../resultats';
import { scalaire } from './aides';

const JOUR = 86_400_000;
const DECALAGE_1904 = 1462;
/** 31 décembre 9999. */
const SERIE_MAX = 2_958_465;

interface Jour { readonly annee: number; readonly mois: number; readonly jour: number }

/** Excel compte un 29 février 1900 qui n'a pas existé : le numéro 60. */
function versSerie({ annee, mois, jour }: Jour, env: Environnement): Valeur {
  const jours = Math.round((Date.UTC(annee, mois - 1, jour) - Date.UTC(1899, 11, 31)) / JOUR);
  const serie = (jours > 59 ? jours + 1 : jours) - (env.classeur.instantane.dates1904 ? DECALAGE_1904 : 0);
  return serie < 0 || serie > SERIE_MAX ? NOMBRE : serie;
}

function versJour(serie: number, env: Environnement): Jour | null {
  const entier = Math.floor(serie) + (env.classeur.instantane.dates1904 ? DECALAGE_1904 : 0);
  if (entier < 0 || entier > SERIE_MAX) return null;
  if (entier === 60) return { annee: 1900, mois: 2, jour: 29 };
  if (entier === 0) return { annee: 1900, mois: 1, jour: 0 };
  const date = new Date(Date.UTC(1899, 11, 31) + (entier > 60 ? entier - 1 : entier) * JOUR);
  return { annee: date.getUTCFullYear(), mois: date.getUTCMonth() + 1, jour: date.getUTCDate() };
}

function jourDe(valeur: Valeur, env: Environnement): Jour | Valeur {
  const serie = versNombre(valeur);
  return typeof serie === 'number' ? versJour(serie, env) ?? NOMBRE : serie;
}

function isJour(lu: Jour | Valeur): lu is Jour {
  return typeof lu === 'object' && lu !== null && 'mois' in lu;
}

function partie(choisir: (jour: Jour) => number): Fonction {
  return scalaire(1, 1, ([valeur], env) => {
    const lu = jourDe(valeur!, env);
    return isJour(lu) ? choisir(lu) : lu;
  });
}

function joursDuMois(annee: number, mois: number): number {
  return new Date(Date.UTC(annee, mois, 0)).getUTCDate();
}

/** MOIS.DECALER (même jour, ou dernier du mois) et FIN.MOIS. */
function decaleMois(fin: boolean): Fonction {
  return scalaire(2, 2, ([valeur, nombre], env) => {
    const lu = jourDe(valeur!, env);
    const mois = versNombre(nombre!);
    if (!isJour(lu)) return lu;
    if (typeof mois !== 'number') return mois;
    const rang = lu.annee * 12 + lu.mois - 1 + Math.trunc(mois);
    const [annee, place] = [Math.floor(rang / 12), (((rang % 12) + 12) % 12) + 1];
    const dernier = joursDuMois(annee, place);
    return versSerie({ annee, mois: place, jour: fin ? dernier : Math.min(lu.jour, dernier) }, env);
  });
}

const date: Fonction = scalaire(3, 3, (valeurs, env) => {
  const nombres = valeurs.map(versNombre);
  const erreur = nombres.find((nombre) => isErreur(nombre));
  if (erreur !== undefined) return erreur;
  const [annee, mois, jour] = nombres.map((nombre) => Math.trunc(nombre as number)) as [number, number, number];
  if (annee < 0 || annee > 9999) return NOMBRE;
  const complete = annee < 1900 ? annee + 1900 : annee;
  const rang = complete * 12 + mois - 1;
  const premier = versSerie({ annee: Math.floor(rang / 12), mois: (((rang % 12) + 12) % 12) + 1, jour: 1 }, env);
  if (typeof premier !== 'number') return premier;
  const serie = premier + jour - 1;
  return serie < 0 || serie > SERIE_MAX ? NOMBRE : serie;
});

/** DATEDIF en années (« Y »), mois (« M ») ou jours (« D ») révolus. */
const difference: Fonction = scalaire(3, 3, ([debut, fin, unite], env) => {
  const [a, b] = [jourDe(debut!, env), jourDe(fin!, env)];
  const [x, y] = [versNombre(debut!), versNombre(fin!)];
  const mot = versTexte(unite!);
  if (!isJour(a)) return a;
  if (!isJour(b)) return b;
  if (typeof x !== 'number' || typeof y !== 'number' || typeof mot !== 'string' || x > y) return NOMBRE;
  const mois = (b.annee - a.annee) * 12 + b.mois - a.mois - (b.jour < a.jour ? 1 : 0);
  switch (mot.toUpperCase()) {
    case 'D': return Math.floor(y) - Math.floor(x);
    case 'M': return mois;
    case 'Y': return Math.floor(mois / 12);
    default: return NOMBRE;
  }
});

/** JOURSEM : types 1 (dimanche = 1), 2 (lundi = 1) et 3 (lundi = 0). */
const jourSemaine: Fonction = scalaire(1, 2, (valeurs, env) => {
  const [serie, type] = [versNombre(valeurs[0]!), valeurs.length > 1 ? versNombre(valeurs[1]!) : 1];
  if (typeof serie !== 'number') return serie;
  if (typeof type !== 'number') return type;
  const absolue = Math.floor(serie) + (env.classeur.instantane.dates1904 ? DECALAGE_1904 : 0);
  if (absolue < 0) return NOMBRE;
  const dimanche = (absolue + 6) % 7;
  switch (type) {
    case 1: return dimanche + 1;
    case 2: return ((dimanche + 6) % 7) + 1;
    case 3: return (dimanche + 6) % 7;
    default: return VALEUR;
  }
});

export const DATES: Readonly<Record<string, Fonction>> = {
  DATE: date,
  YEAR: partie(({ annee }) => annee),
  MONTH: partie(({ mois }) => mois),
  DAY: partie(({ jour }) => jour),
  EDATE: decaleMois(false),
  EOMONTH: decaleMois(true),
  DATEDIF: difference,
  WEEKDAY: jourSemaine,
  DAYS: scalaire(2, 2, ([fin, debut]) => {
    const [a, b] = [versNombre(fin!), versNombre(debut!)];
    return typeof a !== 'number' ? a : typeof b !== 'number' ? b : Math.floor(a) - Math.floor(b);
  }),
};
