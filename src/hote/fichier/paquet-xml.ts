/** Retouches des parties qui tiennent le paquet : relations et types de contenu. */
import type { Brouillon } from './brouillon';
import { cheminRelatif, cheminRelations, resoudre } from './relations';
import { type Balise, type Retouche, ajouterDans, echapperXml, parcourir, retoucherTexte } from './retouches';

const TYPES = '[Content_Types].xml';
const RELATIONS_STRICTES = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Ôte d'une partie les éléments voulus ; rend vrai s'il y en avait. */
function oterElements(brouillon: Brouillon, chemin: string, vise: (balise: Balise) => boolean): boolean {
  const texte = brouillon.lire(chemin);
  const retouches: Retouche[] = [];
  let debut: number | null = null;
  let profondeur = 0;
  parcourir(texte, chemin, {
    ouvrir(balise) {
      if (debut === null && vise(balise)) [debut, profondeur] = [balise.debut, 0];
      profondeur++;
    },
    fermer(_nom, _debut, fin) {
      profondeur--;
      if (debut === null || profondeur > 0) return;
      retouches.push({ debut, fin, texte: '' });
      debut = null;
    },
  });
  brouillon.ecrire(chemin, retoucherTexte(texte, retouches));
  return retouches.length > 0;
}

/** Ajoute un élément en dernier dans la racine d'une partie. */
function ajouterElement(brouillon: Brouillon, chemin: string, element: (prefixe: string) => string): void {
  const texte = brouillon.lire(chemin);
  const balises: Balise[] = [];
  let finContenu = 0;
  const prefixe = parcourir(texte, chemin, {
    ouvrir: (balise) => void balises.push(balise),
    fermer: (_nom, debut) => void (finContenu = debut),
  });
  const racine = balises[0]!;
  brouillon.ecrire(chemin, retoucherTexte(texte, [ajouterDans(texte, racine, finContenu, element(prefixe), prefixe + racine.nom)]));
}

/** Ôte les relations d'une partie vers une cible. */
export function oterRelation(brouillon: Brouillon, source: string, cible: string): void {
  const chemin = cheminRelations(source);
  oterElements(brouillon, chemin, ({ nom, attributs }) => nom === 'Relationship' && attributs.TargetMode !== 'External' && resoudre(source, attributs.Target ?? '').toLowerCase() === cible.toLowerCase());
}

/** Relie une partie à une autre ; rend l'identifiant de la relation. `type` : dernier segment (« worksheet »…). */
export function ajouterRelation(brouillon: Brouillon, source: string, type: string, cible: string): string {
  const chemin = cheminRelations(source);
  if (!brouillon.existe(chemin)) {
    brouillon.ecrire(chemin, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>');
  }
  const texte = brouillon.lire(chemin);
  const ids = new Set<string>();
  parcourir(texte, chemin, { ouvrir: ({ attributs }) => void ids.add(attributs.Id ?? '') });
  let numero = ids.size;
  while (ids.has(`rId${numero}`)) numero++;
  const id = `rId${numero}`;
  ajouterElement(brouillon, chemin, (prefixe) => `<${prefixe}Relationship Id="${id}" Type="${espaceRelations(texte)}/${type}" Target="${echapperXml(encodeURI(cheminRelatif(source, cible)))}"/>`);
  return id;
}

/** Espace de noms des relations dans les parties d'un classeur, d'après sa forme (stricte ou non). */
export function espaceRelations(texteRelations: string): string {
  return texteRelations.includes(RELATIONS_STRICTES) ? RELATIONS_STRICTES : RELATIONS;
}

export function declarerType(brouillon: Brouillon, chemin: string, type: string): void {
  ajouterElement(brouillon, TYPES, (prefixe) => `<${prefixe}Override PartName="/${echapperXml(encodeURI(chemin))}" ContentType="${type}"/>`);
}

export function oterType(brouillon: Brouillon, chemin: string): void {
  oterElements(brouillon, TYPES, ({ nom, attributs }) => nom === 'Override' && (attributs.PartName ?? '').toLowerCase() === `/${chemin.toLowerCase()}`);
}

/** Retire une partie, la relation qui y mène, ses propres relations et son type. */
export function retirerPartie(brouillon: Brouillon, source: string, chemin: string): void {
  brouillon.retirer(chemin);
  if (brouillon.existe(cheminRelations(chemin))) brouillon.retirer(cheminRelations(chemin));
  oterRelation(brouillon, source, chemin);
  oterType(brouillon, chemin);
}
