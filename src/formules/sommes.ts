/** Sommes et différences prises pour un rapport, ou glissées dans l'un de ses termes. */
import { enumerer, nomIndicateur, avecArticle, avecDe } from './libelles';
import { proches, type ContexteTaux } from './identification';
import { coupleProche, facteurEntre, isNet, type ErreurTaux, type Terme } from './termes';

/** Combinaison de termes, chacun compté +1 ou −1. */
interface Somme {
  readonly plus: readonly Terme[];
  readonly moins: readonly Terme[];
  readonly valeurs: readonly number[];
}

/** Au-delà, on n'essaie plus toutes les combinaisons mais seulement la somme de tous les termes. */
const TERMES_MAX = 5;

export function chercherSommes(valeurs: readonly number[], termes: readonly Terme[], contexte: ContexteTaux): ErreurTaux | null {
  const sommes = termes.length <= TERMES_MAX ? combinaisons(termes) : completes(termes);
  const seule = sommes.find((somme) => isNet(facteurEntre(valeurs, somme.valeurs)));
  if (seule) return { cause: 'somme', description: `${seule.moins.length > 0 ? 'calcule' : 'additionne'} ${nommerSomme(seule)} au lieu de diviser` };
  const bas = sommes.filter(({ moins }) => moins.length === 0);
  for (const haut of [...termes.map(simple), ...sommes]) {
    for (const diviseur of [...termes.map(simple), ...bas]) {
      if (valeurs.every((valeur, rang) => proches(valeur * diviseur.valeurs[rang]!, haut.valeurs[rang]!) || proches(valeur * diviseur.valeurs[rang]!, 100 * haut.valeurs[rang]!))) {
        return nommer(haut, diviseur, contexte);
      }
    }
  }
  return null;
}

function simple(terme: Terme): Somme {
  return { plus: [terme], moins: [], valeurs: terme.valeurs };
}

/** Toutes les combinaisons d'au moins deux termes, au moins un compté en plus. */
function combinaisons(termes: readonly Terme[]): readonly Somme[] {
  const toutes: Somme[] = [];
  for (let code = 1; code < 3 ** termes.length; code += 1) {
    const signes = termes.map((_, rang) => Math.floor(code / 3 ** rang) % 3);
    const plus = termes.filter((_, rang) => signes[rang] === 1);
    const moins = termes.filter((_, rang) => signes[rang] === 2);
    if (plus.length > 0 && plus.length + moins.length > 1) toutes.push(sommeDe(plus, moins));
  }
  // Les plus courtes d'abord, et sans soustraction.
  return toutes.sort((a, b) => a.plus.length + 2 * a.moins.length - b.plus.length - 2 * b.moins.length);
}

/** Somme de tous les termes, ou de tous sauf un. */
function completes(termes: readonly Terme[]): readonly Somme[] {
  return [sommeDe(termes, []), ...termes.map((exclu) => sommeDe(termes.filter((terme) => terme !== exclu), []))];
}

function sommeDe(plus: readonly Terme[], moins: readonly Terme[]): Somme {
  const total = (liste: readonly Terme[], rang: number) => liste.reduce((somme, { valeurs }) => somme + valeurs[rang]!, 0);
  return { plus, moins, valeurs: (plus[0] ?? moins[0])!.valeurs.map((_, rang) => total(plus, rang) - total(moins, rang)) };
}

/** Termes cités en toutes lettres. */
const CITES_MAX = 4;

function nommerSomme({ plus, moins }: Somme): string {
  if (plus.length + moins.length > CITES_MAX) return `la somme de ${String(plus.length)} lignes`;
  if (moins.length === 0) return enumerer(plus.map((terme) => terme.avecArticle));
  return `${enumerer(plus.map((terme) => terme.avecArticle))} moins ${enumerer(moins.map((terme) => terme.avecArticle))}`;
}

function nommer(haut: Somme, bas: Somme, contexte: ContexteTaux): ErreurTaux {
  const couple = coupleProche(contexte, [...haut.plus, ...haut.moins]);
  const contient = ({ plus }: Somme, code: string) => plus.some((terme) => terme.code === code && terme.moment === contexte.moment);
  const numerateur = contient(haut, couple.numerateur);
  const denominateur = contient(bas, couple.denominateur);
  const [num, den] = [nomIndicateur(couple.numerateur), nomIndicateur(couple.denominateur)];
  const parts: string[] = [];
  if (!seul(haut, couple.numerateur)) parts.push(`prend au numérateur ${terme(haut)} au lieu ${avecDe(num)}`);
  if (!seul(bas, couple.denominateur)) parts.push(`${parts.length > 0 ? 'et au dénominateur' : 'prend au dénominateur'} ${terme(bas)} au lieu ${avecDe(den)}`);
  return numerateur && denominateur
    ? { cause: 'ligne_en_trop', description: parts.join(', ') }
    : { cause: 'autre_rapport', description: `divise ${terme(haut)} par ${terme(bas)}, au lieu de diviser ${avecArticle(num)} par ${avecArticle(den)}` };
}

function seul({ plus, moins }: Somme, code: string): boolean {
  return plus.length === 1 && moins.length === 0 && plus[0]!.code === code;
}

function terme(somme: Somme): string {
  const { plus, moins } = somme;
  if (plus.length === 1 && moins.length === 0) return plus[0]!.avecArticle;
  if (moins.length > 0) return nommerSomme(somme);
  return plus.length > CITES_MAX ? nommerSomme(somme) : `la somme ${enumerer(plus.map(({ avecDe: complement }) => complement))}`;
}
