/** La partie principale d'un classeur (`workbook.xml`) : ses feuilles, ses noms, ses dates. */
import type { NomDefini, Visibilite } from '../../classeur/instantane';
import { type Archive, type Entree, trouverPartie } from './archive';
import { desechapper } from './chaines';
import { sansPrefixesFonctions } from './fonctions-recentes';
import { endommage, formeNonLue } from './refus';
import { type Relation, idRelation } from './relations';
import { type Attributs, isVrai, lireXml } from './xml';

/** Une feuille déclarée ; `chemin` est `null` si elle n'a pas de cellules (graphique, dialogue). */
export interface FeuilleDeclaree {
  readonly nom: string;
  readonly visibilite: Visibilite;
  readonly chemin: string | null;
}

export interface ClasseurDeclare {
  readonly feuilles: readonly FeuilleDeclaree[];
  readonly noms: readonly NomDefini[];
  readonly dates1904: boolean;
}

/** Zone d'impression et titres : sans effet sur un contrôle. */
const NOMS_IGNORES = new Set(['_xlnm.Print_Area', '_xlnm.Print_Titles']);

interface NomLu {
  readonly nom: string;
  readonly rang: number | null;
  texte: string;
}

export function lireClasseurXml(archive: Archive, entree: Entree, relations: readonly Relation[]): ClasseurDeclare {
  const cibles = new Map(relations.map((relation) => [relation.id, relation]));
  const feuilles: FeuilleDeclaree[] = [];
  const noms: NomLu[] = [];
  let nom: NomLu | null = null;
  let dates1904 = false;
  let racine = '';
  lireXml(archive, entree, {
    ouvrir(element, attributs) {
      racine ||= element;
      if (element === 'sheet') feuilles.push(declarer(archive, attributs, cibles));
      else if (element === 'workbookPr') dates1904 = isVrai(attributs.date1904);
      else if (element === 'definedName') {
        const rang = attributs.localSheetId === undefined ? null : Number(attributs.localSheetId);
        nom = { nom: desechapper(attributs.name ?? ''), rang, texte: '' };
      }
    },
    fermer(element) {
      if (element !== 'definedName' || !nom) return;
      noms.push(nom);
      nom = null;
    },
    texte(texte) {
      if (nom) nom.texte += texte;
    },
  });
  if (racine !== 'workbook') throw formeNonLue('sa partie principale ne décrit pas un classeur');
  verifier(feuilles);
  return { feuilles, noms: noms.flatMap((lu) => nomDefini(lu, feuilles)), dates1904 };
}

function declarer(archive: Archive, attributs: Attributs, cibles: ReadonlyMap<string, Relation>): FeuilleDeclaree {
  const etats: Readonly<Record<string, Visibilite>> = { hidden: 'masquee', veryHidden: 'tres_masquee' };
  const relation = cibles.get(idRelation(attributs));
  return {
    nom: desechapper(attributs.name ?? ''),
    visibilite: etats[attributs.state ?? ''] ?? 'visible',
    chemin: relation?.type === 'worksheet' ? (trouverPartie(archive, relation.cible)?.chemin ?? relation.cible) : null,
  };
}

/** Deux feuilles sur la même partie auraient la même identité. */
function verifier(feuilles: readonly FeuilleDeclaree[]): void {
  const chemins = feuilles.flatMap((feuille) => (feuille.chemin === null ? [] : [feuille.chemin.toLowerCase()]));
  if (new Set(chemins).size < chemins.length) throw endommage('deux feuilles y désignent le même contenu');
}

/** Le nom local d'une feuille sans cellules est perdu avec elle. */
function nomDefini({ nom, rang, texte }: NomLu, feuilles: readonly FeuilleDeclaree[]): NomDefini[] {
  if (NOMS_IGNORES.has(nom)) return [];
  const formule = sansPrefixesFonctions(desechapper(texte).trim());
  if (rang === null) return [{ nom, feuille: null, formule }];
  const feuille = feuilles[rang]?.chemin;
  return feuille ? [{ nom, feuille, formule }] : [];
}
