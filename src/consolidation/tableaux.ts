/**
 * La consolidation mise en tableaux, une seule fois : les exports CSV, HTML et .xlsx montrent les
 * mêmes lignes. Une valeur absente reste absente, et le nombre de valeurs manquantes est une colonne.
 */
import { NOMS_VERDICTS } from '../rapport/mots';
import { ENVELOPPES } from '../referentiel/financement';
import { nommerObjectif, objectifDe } from '../referentiel/objectifs';
import type { Consolidation, IndicateurConsolide, MomentConsolide, ObjectifConsolide } from './consolider';
import type { JugementNational } from './national';
import { sommer, type Somme } from './sommes';
import type { Colonne, Tableau } from './tableau';

const texte = (titre: string): Colonne => ({ titre, format: 'texte' });
const nombre = (titre: string): Colonne => ({ titre, format: 'nombre' });
const taux = (titre: string): Colonne => ({ titre, format: 'taux' });
const euros = (titre: string): Colonne => ({ titre, format: 'euros' });

const majuscule = (libelle: string) => libelle.charAt(0).toUpperCase() + libelle.slice(1);

function tableauClasseurs({ classeurs, comptes }: Consolidation): Tableau {
  const gardes = new Set(comptes);
  return {
    nom: 'Classeurs',
    note: 'D’un département présent en double, seul le premier classeur est compté ; les autres sont signalés.',
    colonnes: [texte('Fichier'), texte('Code'), texte('Département'), texte('Verdict'), nombre('Bloquants'), nombre('Alertes'), texte('Compté')],
    lignes: classeurs.map((extrait) => [
      extrait.fichier, extrait.departement?.code ?? null, extrait.departement?.nom ?? 'non reconnu', NOMS_VERDICTS[extrait.verdict], extrait.compte.bloquant, extrait.compte.alerte,
      gardes.has(extrait) ? 'oui' : 'non : département en double',
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

/** Une somme de rien n'est pas zéro. */
const siConnu = ({ total, connus }: Somme) => (connus > 0 ? total : null);

function tableauObjectifs({ objectifs }: Consolidation): Tableau {
  return {
    nom: 'Financements par objectif',
    note: 'Montants des plans d’action, en euros ; un montant vide ou illisible, un plan absent sont comptés manquants, jamais zéro. Les objectifs locaux n’y sont pas.',
    colonnes: [nombre('Objectif'), texte('Intitulé'), nombre('Départements retenant'), texte('Lesquels'), euros('Département'), euros('Etat'), nombre('Manquants, Département'), nombre('Manquants, Etat')],
    lignes: objectifs.map(({ numero, retenants, departement, etat }) => [
      numero, majuscule(nommerObjectif(numero)), retenants.length, retenants.join(', '), siConnu(departement), siConnu(etat), departement.manquants, etat.manquants,
    ]),
  };
}

function tableauEnveloppes({ enveloppes, comptes }: Consolidation): Tableau {
  return {
    nom: 'Enveloppes',
    note: 'Part de l’Etat inscrite aux plans, face aux montants nationaux de la seule année 2020 : 50 M€ (programme 304), 15 M€ (FIR), 15 M€ (ONDAM médico-social). Circulaire, II. Le non-réparti de l’objectif 24 figure au programme 304 et à l’ONDAM : c’est la même somme, à ne pas additionner.',
    colonnes: [texte('Enveloppe'), euros('Inscrit aux plans'), euros('Non réparti (objectif 24)'), euros('Montant national 2020'), taux('Part'), nombre('Plans manquants'), nombre('Montants manquants')],
    lignes: enveloppes.map(({ enveloppe, total, nonReparti, montantNational, manquants, montantsManquants }) => {
      const aucun = manquants === comptes.length;
      return [ENVELOPPES[enveloppe].nom, aucun ? null : total, aucun ? null : nonReparti, montantNational, aucun ? null : total / montantNational, manquants, montantsManquants];
    }),
  };
}

/** Une ligne par classeur compté : ce que chaque enveloppe y finance, et la part du Département. */
function tableauDepartements({ comptes }: Consolidation): Tableau {
  return {
    nom: 'Financements par département',
    note: 'Une case vide indique que le plan d’action n’a pas été reconnu, ou n’y porte aucun montant. Un objectif retenu sans montant lisible est compté manquant.',
    colonnes: [texte('Code'), texte('Département'), euros('FIR'), euros('Programme 304'), euros('ONDAM'), euros('Non réparti (objectif 24)'), euros('Part du Département'), nombre('Manquants, Département'), nombre('Manquants, Etat')],
    lignes: comptes.map(({ fichier, departement, enveloppes, montants, retenus }) => {
      const parts = sommer(Object.values(montants).map((montant) => montant.departement));
      const manquants = (financeur: 'departement' | 'etat') => retenus.filter((numero) => (montants[numero]?.[financeur] ?? null) === null).length;
      return [
        departement?.code ?? null, departement?.nom ?? fichier,
        enveloppes?.FIR.total ?? null, enveloppes?.P304.total ?? null, enveloppes?.ONDAM.total ?? null, enveloppes?.P304.nonReparti ?? null,
        siConnu(parts), manquants('departement'), manquants('etat'),
      ];
    }),
  };
}

/** En tête, et seulement s'il y en a. */
function tableauAvertissements({ avertissements }: Consolidation): Tableau {
  return { nom: 'À savoir', note: 'À lire avant de citer un chiffre de cette consolidation.', colonnes: [texte('Avertissement')], lignes: avertissements.map((phrase) => [phrase]) };
}

export function mettreEnTableaux(consolidation: Consolidation): readonly Tableau[] {
  return [
    ...(consolidation.avertissements.length > 0 ? [tableauAvertissements(consolidation)] : []),
    tableauNational(consolidation),
    tableauIndicateurs(consolidation),
    tableauEnveloppes(consolidation),
    tableauObjectifs(consolidation),
    tableauDepartements(consolidation),
    tableauClasseurs(consolidation),
  ];
}
