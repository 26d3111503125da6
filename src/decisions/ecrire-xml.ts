/** Nos données en XML, pour la partie customXml du classeur. */
import type { RattachementManuel } from '../classeur/rattachements';
import { isSansDonnees, type Decision, type Donnees } from './donnees';

/** Espace de noms de la partie ; le dernier segment est la version du format. */
export const ESPACE = 'urn:controle-cdppe:donnees:1';

/** Caractères que XML 1.0 refuse, même échappés ; une moitié de paire de substitution en est un. */
// eslint-disable-next-line no-control-regex -- c'est précisément eux qu'on ôte
const INTERDITS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ECHAPPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' };

function echapper(texte: string): string {
  return texte.replace(INTERDITS, '').replace(/[&<>"\t\n\r]/g, (caractere) => ECHAPPES[caractere]!);
}

type Attributs = Readonly<Record<string, string | number | null>>;

function balise(nom: string, attributs: Attributs, contenu: string | null = null): string {
  const ecrits = Object.entries(attributs).map(([cle, valeur]) => (valeur === null ? '' : ` ${cle}="${echapper(String(valeur))}"`)).join('');
  return contenu === null ? `<${nom}${ecrits}/>` : `<${nom}${ecrits}>${contenu}</${nom}>`;
}

function ecrireDecision({ motif, objet, ...attributs }: Decision): string {
  const { code, objectif, indicateur, annee, empreinte, auteur, date } = attributs;
  return balise('decision', { code, objectif, indicateur, annee, empreinte, auteur, date }, balise('motif', {}, echapper(motif)) + balise('objet', {}, echapper(objet)));
}

function ecrireRattachement(rattachement: RattachementManuel): string {
  const { type, ...attributs } = rattachement;
  return balise('rattachement', { type, ...attributs });
}

/** Le document XML, ou `null` s'il n'y a rien à garder : la partie est alors retirée du classeur. */
export function ecrireXml(donnees: Donnees): string | null {
  if (isSansDonnees(donnees)) return null;
  const { decisions, rattachements, preferences } = donnees;
  const contenu = balise('preferences', { departement: preferences.departement })
    + balise('rattachements', {}, rattachements.map(ecrireRattachement).join(''))
    + balise('decisions', {}, decisions.map(ecrireDecision).join(''));
  return `<?xml version="1.0" encoding="UTF-8"?>${balise('donnees', { xmlns: ESPACE }, contenu)}`;
}
