/** Un classeur avant et après une retouche : les parties, une à une, et ce que chacune avait le droit de changer. */
import { comparerFeuille, type Voulu } from './comparer-feuille';
import { type FeuilleVue, voirFeuille } from './vue-feuille';
import { lireArbre, lireParties, type Noeud, type Partie, texteDe } from './xml';

/** Un classeur d'origine, lu une fois pour toutes ses retouches. */
export interface Origine {
  readonly parties: ReadonlyMap<string, Partie>;
  readonly texte: (chemin: string) => string;
  readonly feuille: (chemin: string) => FeuilleVue;
}

export interface Attendu {
  /** Par partie de feuille. */
  readonly feuilles: ReadonlyMap<string, Voulu>;
  /** Parties ajoutées ; celle d'une feuille est vérifiée par ailleurs. */
  readonly ajoutees: readonly string[];
  /** Une retouche de cellules demande le recalcul et retire la chaîne de calcul ; des données, non. */
  readonly recalcul: boolean;
}

const CLASSEUR = 'xl/workbook.xml';
const CHAINE = 'xl/calcChain.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const TYPES = '[Content_Types].xml';

export function lireOrigine(octets: Uint8Array): Origine {
  const parties = new Map(lireParties(octets).map((partie) => [partie.chemin, partie]));
  const textes = new Map<string, string>();
  const vues = new Map<string, FeuilleVue>();
  const garder = <T>(reserve: Map<string, T>, chemin: string, lire: () => T): T => {
    if (!reserve.has(chemin)) reserve.set(chemin, lire());
    return reserve.get(chemin)!;
  };
  const texte = (chemin: string) => garder(textes, chemin, () => texteDe(parties.get(chemin)!));
  return { parties, texte, feuille: (chemin) => garder(vues, chemin, () => voirFeuille(texte(chemin))) };
}

export const memePartie = (a: Partie, b: Partie | undefined): boolean => b !== undefined && a.fiche.equals(b.fiche) && a.brut.equals(b.brut);

/** Enfants ôtés et ajoutés d'une partie-liste (relations, types), dont l'ordre est gardé. */
function comparerListe(avant: string, apres: string, attendus: { readonly otes: RegExp | null; readonly ajoutes: readonly string[] }): boolean {
  const [avants, apresS] = [avant, apres].map((xml) => lireArbre(xml).enfants.map((noeud) => JSON.stringify(noeud)));
  const gardes = avants!.filter((noeud) => !attendus.otes?.test(noeud));
  const nouveaux = apresS!.slice(gardes.length);
  return JSON.stringify(apresS!.slice(0, gardes.length)) === JSON.stringify(gardes) && nouveaux.length === attendus.ajoutes.length && attendus.ajoutes.every((cible) => nouveaux.some((noeud) => noeud.includes(cible)));
}

/** Le classeur ne change que par le recalcul demandé et les feuilles déclarées en dernier. */
function comparerClasseur(avant: string, apres: string, nouvelles: number): boolean {
  const normaliser = (racine: Noeud, otees: number): string => {
    const enfants = racine.enfants.filter(({ nom }) => nom !== 'calcPr').map((noeud) => (noeud.nom === 'sheets' ? { ...noeud, enfants: noeud.enfants.slice(0, noeud.enfants.length - otees) } : noeud));
    const calcul = { ...racine.enfants.find(({ nom }) => nom === 'calcPr')?.attributs };
    delete calcul.fullCalcOnLoad;
    return JSON.stringify({ ...racine, enfants, calcul });
  };
  const [avantLu, apresLu] = [lireArbre(avant), lireArbre(apres)];
  const recalcule = apresLu.enfants.find(({ nom }) => nom === 'calcPr')?.attributs.fullCalcOnLoad;
  return (recalcule === '1' || recalcule === 'true') && normaliser(avantLu, 0) === normaliser(apresLu, nouvelles);
}

/** Écarts non voulus, en clair ; vide : rien d'autre n'a changé. */
export function comparerPaquets(origine: Origine, sortie: Uint8Array, { feuilles, ajoutees, recalcul }: Attendu): string[] {
  const sorties = lireParties(sortie);
  const parChemin = new Map(sorties.map((partie) => [partie.chemin, partie]));
  const attendues = [...[...origine.parties.keys()].filter((chemin) => !(recalcul && chemin === CHAINE)), ...ajoutees];
  const ecarts = JSON.stringify(sorties.map(({ chemin }) => chemin)) === JSON.stringify(attendues) ? [] : [`parties : ${sorties.map(({ chemin }) => chemin).join(', ')}`];
  const chaine = recalcul && origine.parties.has(CHAINE);
  const liste = (chemin: string, cibles: readonly string[]): boolean =>
    comparerListe(origine.texte(chemin), texteDe(parChemin.get(chemin)!), { otes: chaine ? /calcChain\.xml"/ : null, ajoutes: cibles });
  const nouvellesFeuilles = ajoutees.filter((chemin) => chemin.includes('worksheets/'));
  const reliees = ajoutees.filter((chemin) => /worksheets\/|customXml\/item\d+\.xml/.test(chemin));
  const typees = ajoutees.filter((chemin) => !chemin.endsWith('.rels'));
  for (const [chemin, partie] of origine.parties) {
    const apres = parChemin.get(chemin);
    if (!apres || memePartie(partie, apres)) continue;
    if (chemin === CLASSEUR && recalcul) {
      if (!comparerClasseur(origine.texte(chemin), texteDe(apres), nouvellesFeuilles.length)) ecarts.push(`${chemin} a changé`);
    } else if (chemin === RELATIONS) {
      if (!liste(chemin, reliees.map((cible) => cible.replace(/^xl\//, '')))) ecarts.push(`${chemin} a changé`);
    } else if (chemin === TYPES) {
      if (!liste(chemin, typees)) ecarts.push(`${chemin} a changé`);
    } else if (!feuilles.has(chemin)) ecarts.push(`${chemin} n’est plus identique octet pour octet`);
  }
  for (const [chemin, voulu] of feuilles) {
    const apres = parChemin.get(chemin);
    if (apres) ecarts.push(...comparerFeuille(origine.feuille(chemin), voirFeuille(texteDe(apres)), voulu).map((ecart) => `${chemin} : ${ecart}`));
  }
  return ecarts;
}
