/**
 * La consolidation mise en tableaux, une seule fois : les exports CSV, HTML et .xlsx montrent les
 * mêmes lignes. Une valeur absente reste absente, et le nombre de valeurs manquantes est une colonne.
 */
import { VERDICTS } from '../rapport/libelles';
import { ENVELOPPES } from '../referentiel/financement';
import { nommerObjectif, objectifDe } from '../referentiel/objectifs';
import type { Consolidation, IndicateurConsolide, MomentConsolide, ObjectifConsolide } from './consolider';
import type { JugementNational } from './national';

export type FormatColonne = 'texte' | 'nombre' | 'taux' | 'euros';

export interface Colonne {
  readonly titre: string;
  readonly format: FormatColonne;
}

export interface Tableau {
  readonly nom: string;
  /** Comment lire le tableau, en une phrase. */
  readonly note: string;
  readonly colonnes: readonly Colonne[];
  readonly lignes: readonly (readonly (string | number | null)[])[];
}

const texte = (titre: string): Colonne => ({ titre, format: 'texte' });
const nombre = (titre: string): Colonne => ({ titre, format: 'nombre' });
const taux = (titre: string): Colonne => ({ titre, format: 'taux' });
const euros = (titre: string): Colonne => ({ titre, format: 'euros' });

const majuscule = (libelle: string) => libelle.charAt(0).toUpperCase() + libelle.slice(1);

function tableauClasseurs({ classeurs, doublons }: Consolidation): Tableau {
  const ecartes = new Set(doublons.flatMap(({ fichiers }) => fichiers.slice(1)));
  return {
    nom: 'Classeurs',
    note: 'D’un département présent en double, seul le premier classeur est compté ; les autres sont signalés.',
    colonnes: [texte('Fichier'), texte('Code'), texte('Département'), texte('Verdict'), nombre('Bloquants'), nombre('Alertes'), texte('Compté')],
    lignes: classeurs.map(({ fichier, departement, verdict, compte }) => [
      fichier, departement?.code ?? null, departement?.nom ?? 'non reconnu', VERDICTS[verdict].titre, compte.bloquant, compte.alerte,
      ecartes.has(fichier) ? 'non : département en double' : 'oui',
    ]),
  };
}

function ligneIndicateur({ numero, retenants }: ObjectifConsolide, { indicateur }: IndicateurConsolide, { moment, somme, taux: pondere }: MomentConsolide) {
  const additionnable = indicateur.type !== 'taux' && indicateur.type !== 'delai';
  return [
    numero, indicateur.nom, moment, retenants.length,
    additionnable && somme.connus > 0 ? somme.total : null,
    pondere && pondere.connus > 0 ? pondere.numerateur : null,
    pondere && pondere.connus > 0 ? pondere.denominateur : null,
    pondere?.taux ?? null,
    pondere ? pondere.connus : somme.connus,
    pondere ? pondere.manquants : somme.manquants,
  ];
}

function tableauIndicateurs({ objectifs }: Consolidation): Tableau {
  return {
    nom: 'Indicateurs',
    note: 'Le taux d’un lot est la somme des numérateurs divisée par celle des dénominateurs, sur les classeurs qui portent les deux ; ce n’est jamais une moyenne de taux. Les délais ne s’additionnent pas.',
    colonnes: [nombre('Objectif'), texte('Indicateur'), texte('Moment'), nombre('Départements retenant'), nombre('Somme'), nombre('Numérateur'), nombre('Dénominateur'), taux('Taux pondéré'), nombre('Valeurs connues'), nombre('Valeurs manquantes')],
    lignes: objectifs.flatMap((objectif) => objectif.indicateurs.flatMap((indicateur) => indicateur.moments.map((moment) => ligneIndicateur(objectif, indicateur, moment)))),
  };
}

const ETATS: Readonly<Record<JugementNational['etat'], string>> = {
  atteinte: 'atteinte', manquee: 'manquée', indeterminee: 'indéterminée', partielle: 'jugement partiel', non_jugeable: 'non jugeable', sans_donnee: 'sans donnée',
};

function tableauNational({ objectifs }: Consolidation): Tableau {
  return {
    nom: 'Cibles nationales',
    note: 'Cibles de l’horizon de chaque contrat, face aux cibles nationales de la circulaire (annexes 2 et 6), « à titre indicatif ».',
    colonnes: [nombre('Objectif'), texte('Intitulé'), texte('Résultat'), taux('Taux du lot'), taux('Cible'), nombre('Places créées'), nombre('Places visées'), nombre('Connus'), nombre('Manquants'), texte('Précision'), texte('Source')],
    lignes: objectifs.flatMap(({ numero, national }) => {
      if (!national) return [];
      const { etat, valeur, seuil, unite, connus, manquants, precision } = national;
      const [enTaux, enPlaces] = unite === 'places' ? [[null, null], [valeur, seuil]] : [[valeur, seuil], [null, null]];
      return [[numero, objectifDe(numero).nom, ETATS[etat], ...enTaux, ...enPlaces, connus, manquants, precision, national.source.texte]];
    }),
  };
}

function tableauObjectifs({ objectifs }: Consolidation): Tableau {
  return {
    nom: 'Financements par objectif',
    note: 'Montants des plans d’action, en euros ; un montant illisible ou un plan absent est compté manquant, jamais zéro.',
    colonnes: [nombre('Objectif'), texte('Intitulé'), nombre('Départements retenant'), texte('Lesquels'), euros('Département'), euros('Etat'), nombre('Montants manquants')],
    lignes: objectifs.map(({ numero, retenants, departement, etat }) => [
      numero, majuscule(nommerObjectif(numero)), retenants.length, retenants.join(', '), departement.total, etat.total, Math.max(departement.manquants, etat.manquants),
    ]),
  };
}

function tableauEnveloppes({ enveloppes }: Consolidation): Tableau {
  return {
    nom: 'Enveloppes',
    note: 'Montants nationaux de 2020 : 50 M€ (programme 304), 15 M€ (FIR), 15 M€ (ONDAM médico-social). Circulaire, II.',
    colonnes: [texte('Enveloppe'), euros('Inscrit aux plans'), euros('Non réparti (objectif 24)'), euros('Montant national 2020'), taux('Part'), nombre('Plans manquants')],
    lignes: enveloppes.map(({ enveloppe, total, nonReparti, montantNational, manquants }) => [ENVELOPPES[enveloppe].nom, total, nonReparti, montantNational, total / montantNational, manquants]),
  };
}

/** Une ligne par classeur compté : ce que chaque enveloppe y finance, et la part du Département. */
function tableauDepartements({ classeurs, doublons }: Consolidation): Tableau {
  const ecartes = new Set(doublons.flatMap(({ fichiers }) => fichiers.slice(1)));
  const part = (montants: readonly (number | null | undefined)[]) => montants.reduce<number>((total, montant) => total + Math.round((montant ?? 0) * 100), 0) / 100;
  return {
    nom: 'Financements par département',
    note: 'Un tiret indique que le plan d’action n’a pas été reconnu.',
    colonnes: [texte('Code'), texte('Département'), euros('FIR'), euros('Programme 304'), euros('ONDAM'), euros('Non réparti'), euros('Part du Département')],
    lignes: classeurs.filter(({ fichier }) => !ecartes.has(fichier)).map(({ fichier, departement, enveloppes, montants }) => [
      departement?.code ?? null, departement?.nom ?? fichier,
      enveloppes?.FIR.total ?? null, enveloppes?.P304.total ?? null, enveloppes?.ONDAM.total ?? null,
      enveloppes ? enveloppes.P304.nonReparti : null,
      enveloppes ? part(Object.values(montants).map((montant) => montant?.departement)) : null,
    ]),
  };
}

export function mettreEnTableaux(consolidation: Consolidation): readonly Tableau[] {
  return [
    tableauNational(consolidation),
    tableauIndicateurs(consolidation),
    tableauEnveloppes(consolidation),
    tableauObjectifs(consolidation),
    tableauDepartements(consolidation),
    tableauClasseurs(consolidation),
  ];
}
