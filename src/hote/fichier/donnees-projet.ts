/** Les données du projet dans un classeur : une partie customXml à notre espace de noms. */
import { ErreurHote } from '../port';
import { trouverPartie } from './archive';
import { type Brouillon, creerBrouillon } from './brouillon';
import { type Paquet, ouvrirPaquet } from './paquet';
import { ajouterRelation, declarerType, oterType, retirerPartie } from './paquet-xml';
import { lireRelations } from './relations';
import { echapperXml } from './retouches';
import { isSigne, refusSignature } from './signature';
import { lireTextePartie } from './texte-partie';
import { type Attributs, lireTexteXml, lireXml } from './xml';

/** Le même espace de noms que l'hôte Excel. */
export const ESPACE_DONNEES = 'urn:controle-cdppe:donnees:1';

const ESPACE_CUSTOM = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const TYPE_PROPRIETES = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
/** Identité de notre partie, la même dans tous les classeurs. */
const IDENTITE = '{5D1F2B0A-7C64-4E0B-9B5E-0C87CD99E001}';

/** XML de nos données, ou `null` s'il n'y en a pas. Lève `ErreurHote`. */
export function lireDonneesProjet(octets: Uint8Array): string | null {
  const paquet = ouvrirPaquet(octets, null);
  const [chemin] = partiesDuProjet(paquet);
  return chemin === undefined ? null : lireTextePartie(paquet.archive, chemin).texte;
}

/** Classeur dont nos données sont remplacées, ou retirées (`null`). Lève `ErreurHote`. */
export function ecrireDonneesProjet(octets: Uint8Array, xml: string | null): Uint8Array {
  if (xml !== null) verifier(xml);
  const paquet = ouvrirPaquet(octets, null);
  if (isSigne(paquet.archive)) throw new ErreurHote('protege', refusSignature);
  const brouillon = creerBrouillon(paquet.archive);
  const [premiere, ...doubles] = partiesDuProjet(paquet);
  for (const chemin of xml === null && premiere !== undefined ? [premiere, ...doubles] : doubles) retirer(brouillon, paquet, chemin);
  if (xml !== null && premiere !== undefined) brouillon.ecrire(premiere, xml);
  else if (xml !== null) ajouter(brouillon, paquet, xml);
  return brouillon.terminer();
}

function verifier(xml: string): void {
  let racine: Attributs | null = null;
  lireTexteXml(xml, 'données du projet', { ouvrir: (_nom, attributs) => void (racine ??= attributs) });
  if (!racine || !isNotre(racine)) throw new ErreurHote('interne', `Les données à enregistrer ne sont pas à l’espace de noms du projet (${ESPACE_DONNEES}). Signalez cette anomalie.`);
}

const isNotre = (attributs: Attributs): boolean =>
  Object.entries(attributs).some(([nom, valeur]) => (nom === 'xmlns' || nom.startsWith('xmlns:')) && valeur === ESPACE_DONNEES);

/** Chemins des parties à notre espace de noms, dans l'ordre des relations du classeur. */
function partiesDuProjet({ archive, relations }: Paquet): string[] {
  return relations
    .filter(({ type }) => type === 'customXml')
    .flatMap(({ cible }) => trouverPartie(archive, cible) ?? [])
    .filter((entree) => {
      let racine: Attributs | null = null;
      lireXml(archive, entree, { ouvrir: (_nom, attributs) => void (racine ??= attributs), fini: () => racine !== null });
      return racine !== null && isNotre(racine);
    })
    .map(({ chemin }) => chemin);
}

function ajouter(brouillon: Brouillon, { principale }: Paquet, xml: string): void {
  let numero = 1;
  while (brouillon.existe(`customXml/item${numero}.xml`) || brouillon.existe(`customXml/itemProps${numero}.xml`)) numero++;
  const [element, proprietes] = [`customXml/item${numero}.xml`, `customXml/itemProps${numero}.xml`];
  brouillon.ecrire(element, xml);
  brouillon.ecrire(
    proprietes,
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="${IDENTITE}" xmlns:ds="${ESPACE_CUSTOM}"><ds:schemaRefs><ds:schemaRef ds:uri="${echapperXml(ESPACE_DONNEES)}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  declarerType(brouillon, element, 'application/xml');
  declarerType(brouillon, proprietes, TYPE_PROPRIETES);
  ajouterRelation(brouillon, element, 'customXmlProps', proprietes);
  ajouterRelation(brouillon, principale.chemin, 'customXml', element);
}

function retirer(brouillon: Brouillon, { archive, principale }: Paquet, chemin: string): void {
  const proprietes = lireRelations(archive, chemin).filter(({ type }) => type === 'customXmlProps');
  for (const { cible } of proprietes.filter((relation) => brouillon.existe(relation.cible))) {
    brouillon.retirer(cible);
    oterType(brouillon, cible);
  }
  retirerPartie(brouillon, principale.chemin, chemin);
}
