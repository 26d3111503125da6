/** Filtrer, chercher, grouper : dans l'ordre où la liste se lit, et où « Suivant » avance. */
import { formatA1 } from '../../classeur/adresse';
import { normaliser } from '../../classeur/texte';
import type { Gravite } from '../../controles/constat';
import { nommer } from '../../controles/fabrique';
import { REGISTRE } from '../../controles/registre';
import { indicateurDe } from '../../referentiel/indicateurs';
import { OBJECTIFS } from '../../referentiel/objectifs';
import type { ConstatMontre } from './constats';

export type Groupement = 'objectif' | 'gravite' | 'feuille';

export interface Filtre {
  readonly groupement: Groupement;
  /** `null` : toutes. */
  readonly gravite: Gravite | null;
  /** Seulement les constats ignorés avec un motif. */
  readonly ignores: boolean;
  readonly recherche: string;
}

export const FILTRE_INITIAL: Filtre = { groupement: 'objectif', gravite: null, ignores: false, recherche: '' };

export interface Groupe {
  readonly cle: string;
  readonly titre: string;
  readonly constats: readonly ConstatMontre[];
}

/** Nom de chaque feuille par son identité. */
export type NomsFeuilles = ReadonlyMap<string, string>;

const GRAVITES: readonly Gravite[] = ['bloquant', 'alerte', 'info'];
const TITRES_GRAVITES: Readonly<Record<Gravite, string>> = { bloquant: 'À corriger avant signature', alerte: 'À justifier', info: 'Pour information' };
const TITRES_CONTROLES = new Map(REGISTRE.map(({ code, titre }) => [code, titre]));
const CLASSEUR = 'Ensemble du classeur';

export function titreControle({ constat: { code } }: Pick<ConstatMontre, 'constat'>): string {
  return TITRES_CONTROLES.get(code) ?? code;
}

/** Texte où chercher : tout ce qui se lit du constat, adresse et code compris. */
function texteDe(montre: ConstatMontre, noms: NomsFeuilles): string {
  const { code, message, suite, emplacement, feuille, objectif, indicateur } = montre.constat;
  return normaliser([
    code, titreControle(montre), message, suite,
    emplacement ? formatA1(emplacement.ligne, emplacement.colonne) : '',
    feuille === null ? '' : (noms.get(feuille) ?? ''),
    objectif === null ? '' : nommer(objectif),
    indicateur === null ? '' : indicateurDe(indicateur).nom,
    montre.decision?.motif ?? '',
  ].join(' '));
}

/** Une gravité filtre ce que son compteur compte : les constats sans décision. */
export function filtrer(constats: readonly ConstatMontre[], { gravite, ignores, recherche }: Filtre, noms: NomsFeuilles): readonly ConstatMontre[] {
  const mots = normaliser(recherche).split(' ').filter((mot) => mot !== '');
  return constats.filter((montre) => {
    if (ignores && montre.decision === null) return false;
    if (gravite !== null && (montre.constat.gravite !== gravite || montre.decision !== null)) return false;
    if (mots.length === 0) return true;
    const texte = texteDe(montre, noms);
    return mots.every((mot) => texte.includes(mot));
  });
}

interface Casier {
  readonly cle: string;
  readonly titre: string;
}

/** Casiers possibles, dans l'ordre : objectifs dans celui des annexes, feuilles dans celui du classeur. */
function casiers(groupement: Groupement, noms: NomsFeuilles): readonly Casier[] {
  switch (groupement) {
    case 'gravite':
      return GRAVITES.map((gravite) => ({ cle: gravite, titre: TITRES_GRAVITES[gravite] }));
    case 'feuille':
      return [{ cle: '', titre: CLASSEUR }, ...[...noms].map(([cle, nom]) => ({ cle, titre: nom }))];
    case 'objectif':
      return [{ cle: '', titre: CLASSEUR }, ...OBJECTIFS.map(({ numero }) => ({ cle: String(numero), titre: nommer(numero) })), { cle: 'delais', titre: nommer(null) }];
  }
}

function casierDe({ constat }: ConstatMontre, groupement: Groupement): string {
  if (groupement === 'gravite') return constat.gravite;
  if (groupement === 'feuille') return constat.feuille ?? '';
  if (constat.objectif !== null) return String(constat.objectif);
  return constat.indicateur === null ? '' : 'delais';
}

const parGravite = (a: ConstatMontre, b: ConstatMontre) => GRAVITES.indexOf(a.constat.gravite) - GRAVITES.indexOf(b.constat.gravite);

/**
 * Groupes non vides ; par objectif, le plus grave d'abord. Un constat ignoré reste à sa place : qui
 * le justifie continue au suivant.
 */
export function grouper(constats: readonly ConstatMontre[], groupement: Groupement, noms: NomsFeuilles): readonly Groupe[] {
  const groupes = casiers(groupement, noms).map((casier): Groupe => {
    const dedans = constats.filter((montre) => casierDe(montre, groupement) === casier.cle);
    return { ...casier, constats: groupement === 'objectif' ? dedans.sort(parGravite) : dedans };
  });
  return groupes.filter((groupe) => groupe.constats.length > 0);
}

/** Constats dans l'ordre d'affichage. */
export function ordre(groupes: readonly Groupe[]): readonly ConstatMontre[] {
  return groupes.flatMap((groupe) => groupe.constats);
}
