/**
 * Lecture tolérante de nos données : ce qui n'est pas reconnu est laissé de côté et compté, jamais
 * deviné. Le classeur a pu passer par d'autres mains, ou par une autre version du logiciel.
 */
import { SaxesParser } from 'saxes';
import { DONNEES_VIDES, type Donnees } from './donnees';
import { ESPACE } from './ecrire-xml';
import { lireDecision, lireDepartement, lireRattachement, type Element } from './elements-xml';

export interface DonneesLues {
  readonly donnees: Donnees;
  /** Le document est mal formé ou d'une autre nature : seul ce qui précède la faute est lu. */
  readonly illisible: boolean;
  /** Éléments laissés de côté, faute d'être compris. */
  readonly ecartes: number;
}

/** Au-delà, ce n'est plus notre écriture. */
const TAILLE_MAX = 4_000_000;
const ELEMENTS_MAX = 50_000;

interface Arbre {
  readonly elements: readonly Element[];
  readonly illisible: boolean;
}

/** Éléments de notre espace de noms qui portent une donnée, avec le texte de leurs enfants. */
function parcourir(xml: string): Arbre {
  const elements: Element[] = [];
  const ouverts: { nom: string; attributs: Readonly<Record<string, string>>; textes: Record<string, string>; texte: string }[] = [];
  let illisible = false;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', () => { illisible = true; });
  parser.on('doctype', () => { illisible = true; });
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (ouverts.length === 0 && uri !== ESPACE) illisible = true;
    const attributs = Object.fromEntries(Object.values(attributes).filter(({ prefix }) => prefix === '').map(({ local: nom, value }) => [nom, value]));
    ouverts.push({ nom: uri === ESPACE ? local : '', attributs, textes: {}, texte: '' });
  });
  parser.on('text', (texte) => {
    const dernier = ouverts[ouverts.length - 1];
    if (dernier) dernier.texte += texte;
  });
  parser.on('closetag', () => {
    const ferme = ouverts.pop();
    const parent = ouverts[ouverts.length - 1];
    if (!ferme) return;
    if (parent && ouverts.length === 3) parent.textes[ferme.nom] = ferme.texte;
    const donnee = (ouverts.length === 1 && ferme.nom === 'preferences') || ouverts.length === 2;
    if (donnee && elements.length < ELEMENTS_MAX) elements.push({ section: parent?.nom ?? '', nom: ferme.nom, attributs: ferme.attributs, textes: ferme.textes });
  });
  parser.write(xml).close();
  return { elements, illisible };
}

/** Lit le XML de la partie ; `null` ou vide : aucune donnée. Ne lève jamais. */
export function lireXml(xml: string | null): DonneesLues {
  if (xml === null || xml.trim() === '') return { donnees: DONNEES_VIDES, illisible: false, ecartes: 0 };
  if (xml.length > TAILLE_MAX) return { donnees: DONNEES_VIDES, illisible: true, ecartes: 0 };
  const { elements, illisible } = parcourir(xml);
  const de = (section: string, nom: string) => elements.filter((element) => element.section === section && element.nom === nom);
  const decisions = de('decisions', 'decision').map(lireDecision);
  const rattachements = de('rattachements', 'rattachement').map(lireRattachement);
  const [preferences] = de('donnees', 'preferences');
  const compris = [...decisions, ...rattachements].filter((lu) => lu !== null).length + (preferences ? 1 : 0);
  return {
    donnees: {
      decisions: decisions.filter((lue) => lue !== null),
      rattachements: rattachements.filter((lu) => lu !== null),
      preferences: { departement: preferences ? lireDepartement(preferences) : null },
    },
    illisible,
    ecartes: elements.length - compris,
  };
}
