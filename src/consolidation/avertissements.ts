/** Ce qu'il faut savoir d'un lot avant d'en citer un chiffre : doublons, recouvrements, manques. */
import { accorder } from '../rapport/mots';
import { horizon } from '../referentiel/periode';
import type { Extrait } from './extrait';

/** Territoires dont l'un contient l'autre, ou dont la donnée d'Etat civil ne se sépare pas. */
const RECOUVREMENTS: readonly { readonly codes: readonly [string, readonly string[]]; readonly phrase: string }[] = [
  { codes: ['20', ['2A', '2B']], phrase: 'La collectivité de Corse (20) et un de ses deux anciens départements (2A, 2B) sont tous deux dans le lot : les mêmes enfants et les mêmes montants y sont sans doute comptés deux fois. Ne gardez que l’un ou les autres.' },
  { codes: ['69', ['69M']], phrase: 'Le Rhône (69) et la Métropole de Lyon (69M) sont tous deux dans le lot : vérifiez que les effectifs du Rhône (naissances, enfants) ne comprennent pas ceux de la Métropole, que l’INSEE ne sépare pas.' },
];

function doublons(extraits: readonly Extrait[], comptes: readonly Extrait[]): string[] {
  return comptes.flatMap((compte) => {
    const groupe = extraits.filter(({ departement }) => departement !== null && departement.code === compte.departement?.code);
    if (groupe.length < 2) return [];
    const moities = groupe.some(({ feuilles }) => feuilles.tableau && !feuilles.plan) && groupe.some(({ feuilles }) => feuilles.plan && !feuilles.tableau);
    const suite = moities
      ? ' L’un ne porte que le tableau de bord, un autre que le plan d’action : réunissez-les (« Réunir » dans la page, --dossier en ligne de commande), sinon la moitié de ce contrat manque.'
      : ' Retirez du lot les versions périmées.';
    return [`${compte.departement!.nom} (${compte.departement!.code}) : ${accorder(groupe.length, 'classeur')} (${groupe.map(({ fichier }) => fichier).join(', ')}), seul le premier est compté.${suite}`];
  });
}

function recouvrements(comptes: readonly Extrait[]): string[] {
  const codes = new Set(comptes.map(({ departement }) => departement?.code));
  return RECOUVREMENTS.filter(({ codes: [tout, parties] }) => codes.has(tout) && parties.some((code) => codes.has(code))).map(({ phrase }) => phrase);
}

function periodes(comptes: readonly Extrait[]): string[] {
  const nombres = new Map<string, number>();
  for (const { periode } of comptes) {
    const cle = `${String(periode.annees[0])}-${String(horizon(periode))}`;
    nombres.set(cle, (nombres.get(cle) ?? 0) + 1);
  }
  if (nombres.size < 2) return [];
  const detail = [...nombres].sort(([a], [b]) => a.localeCompare(b)).map(([cle, nombre]) => `${cle} (${accorder(nombre, 'classeur')})`).join(', ');
  return [`Le lot mêle des périodes : ${detail}. Le diagnostic et l’horizon sont ceux de chaque contrat ; une ligne d’année ne réunit que les contrats qui la couvrent.`];
}

const lister = (titre: string, extraits: readonly Extrait[], suite: string): string[] =>
  extraits.length === 0 ? [] : [`${titre} : ${extraits.map(({ fichier }) => fichier).join(', ')}. ${suite}`];

/** @param comptes les classeurs qui comptent, doublons écartés. */
export function avertir(extraits: readonly Extrait[], comptes: readonly Extrait[]): readonly string[] {
  return [
    ...doublons(extraits, comptes),
    ...recouvrements(comptes),
    ...lister('Département non reconnu', comptes.filter(({ departement }) => !departement), 'Ces classeurs sont comptés, mais un doublon ne s’y verrait pas : écrivez le département dans le titre ou dans le nom du fichier.'),
    ...lister('Encore à remplir', comptes.filter(({ verdict }) => verdict === 'a_remplir'), 'Leurs valeurs sont comptées manquantes, jamais zéro.'),
    ...lister('Sans tableau de bord reconnu', comptes.filter(({ feuilles }) => !feuilles.tableau), 'Leurs indicateurs sont comptés manquants.'),
    ...lister('Sans plan d’action reconnu', comptes.filter(({ feuilles }) => !feuilles.plan), 'Leurs montants sont comptés manquants.'),
    ...periodes(comptes),
  ];
}
