/**
 * Objectifs que leurs indicateurs disent, quand leur libellé ne le dit pas : un indicateur harmonisé
 * n'appartient qu'à un objectif, et deux d'entre eux sous un même libellé ne trompent pas.
 */
import { indicateurDe } from '../referentiel/indicateurs';
import { objectifDe, type NumeroObjectif } from '../referentiel/objectifs';
import type { Decoupage, Rattachement } from './blocs';
import type { Anomalie, BlocObjectif } from './dossier';
import { indicateursExacts } from './libelles';

type TexteDe = (ligne: number) => string;

/** Objectif d'un libellé exact d'indicateur ; `undefined` s'il en désigne deux, ou aucun. */
function objectifDuTexte(texte: string): NumeroObjectif | null | undefined {
  const codes = indicateursExacts(texte);
  return codes.length === 1 ? indicateurDe(codes[0]!).objectif : undefined;
}

/** Sans colonne « Objectif », chaque ligne prend l'objectif du dernier indicateur reconnu au-dessus d'elle. */
export function deduireDesVoisins(lignes: Decoupage['lignes'], texteDe: TexteDe): Decoupage['lignes'] {
  let courant: Rattachement = null;
  return new Map([...lignes.keys()].map((ligne) => {
    const lu = objectifDuTexte(texteDe(ligne));
    if (lu !== undefined) courant = lu;
    return [ligne, courant] as const;
  }));
}

/** Lignes d'un libellé non reconnu : de la sienne à la ligne d'un autre libellé. */
function lignesDe(anomalie: Anomalie, { lignes, anomalies }: Decoupage): readonly number[] {
  const autres = new Set(anomalies.filter((autre) => autre !== anomalie).map(({ ligne }) => ligne));
  const suite = [...lignes.keys()].filter((ligne) => ligne >= anomalie.ligne);
  const fin = suite.findIndex((ligne, rang) => rang > 0 && (lignes.get(ligne) !== 'local' || autres.has(ligne)));
  return fin < 0 ? suite : suite.slice(0, fin);
}

function deduire(anomalie: Anomalie, decoupage: Decoupage, texteDe: TexteDe): BlocObjectif | null {
  const lignes = lignesDe(anomalie, decoupage);
  const lus = lignes.map((ligne) => objectifDuTexte(texteDe(ligne))).filter((lu) => lu !== undefined);
  const [numero] = lus;
  if (numero == null || lus.length < 2 || lus.some((autre) => autre !== numero) || decoupage.objectifs.has(numero)) return null;
  const { texte, ligne, colonne } = anomalie;
  return { numero, lignes, libelle: { texte, ligne, colonne, officiel: objectifDe(numero).libelle, exact: false } };
}

/** Libellés d'objectifs récrits au point d'être méconnaissables, que leurs indicateurs trahissent. */
export function deduireDesIndicateurs(decoupage: Decoupage, texteDe: TexteDe): Decoupage {
  const inconnus = decoupage.anomalies.filter(({ nature }) => nature === 'objectif_inconnu' || nature === 'objectif_ambigu');
  const deduits = inconnus.flatMap((anomalie) => {
    const bloc = deduire(anomalie, decoupage, texteDe);
    return bloc ? [{ anomalie, bloc }] : [];
  });
  if (deduits.length === 0) return decoupage;
  return {
    ...decoupage,
    objectifs: new Map([...decoupage.objectifs, ...deduits.map(({ bloc }) => [bloc.numero, bloc] as const)]),
    lignes: new Map([...decoupage.lignes, ...deduits.flatMap(({ bloc }) => bloc.lignes.map((ligne) => [ligne, bloc.numero] as const))]),
    anomalies: decoupage.anomalies.filter((anomalie) => !deduits.some((deduit) => deduit.anomalie === anomalie)),
  };
}
