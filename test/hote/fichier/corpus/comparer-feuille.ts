/** Ce qui a changé d'une feuille sans qu'on l'ait demandé, et ce qu'on a demandé et qui manque. */
import type { Contenu } from '../../../../src/corrections/plan';
import { decaler, lettres } from './decaler';
import type { FeuilleVue, LigneVue } from './vue-feuille';
import type { Noeud } from './xml';

/** Ce qu'une retouche devait faire d'une feuille, par adresse. */
export interface Voulu {
  readonly ecrites: ReadonlyMap<string, Contenu>;
  readonly perimees: ReadonlySet<string>;
}

const enfant = (noeud: Noeud | undefined, nom: string): Noeud | undefined => noeud?.enfants.find((fils) => fils.nom === nom);
const desechapper = (texte: string): string => texte.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
const sansAttributs = ({ attributs }: Noeud, ...otes: readonly string[]): string => JSON.stringify(Object.entries(attributs).filter(([nom]) => !otes.includes(nom)));

/** Les cellules d'origine resservent à chaque retouche. */
const enJson = new WeakMap<Noeud, string>();
function jsonDe(noeud: Noeud): string {
  const json = enJson.get(noeud) ?? JSON.stringify(noeud);
  enJson.set(noeud, json);
  return json;
}

/** Vrai si la cellule porte exactement ce contenu, sans valeur enregistrée pour une formule. */
export function porte({ attributs: { t }, enfants, texte }: Noeud, contenu: Contenu): boolean {
  if (texte !== '' || enfants.length > 1) return false;
  const [seul] = enfants;
  if ('formule' in contenu) return t === undefined && seul?.nom === 'f' && Object.keys(seul.attributs).every((nom) => nom === 'xml:space') && `=${desechapper(seul.texte)}`.replaceAll('_xlfn.', '') === contenu.formule;
  const { valeur } = contenu;
  if (valeur === null) return t === undefined && seul === undefined;
  if (typeof valeur === 'number') return t === undefined && seul?.nom === 'v' && Number(seul.texte) === valeur && seul.texte !== '';
  if (typeof valeur === 'boolean') return t === 'b' && seul?.nom === 'v' && seul.texte === (valeur ? '1' : '0');
  const texteEcrit = seul?.nom === 'is' && seul.enfants.length === 1 ? seul.enfants[0] : undefined;
  const blanc = /^\s|\s$/.test(valeur);
  return t === 'inlineStr' && texteEcrit?.nom === 't' && desechapper(texteEcrit.texte) === valeur && (!blanc || texteEcrit.attributs['xml:space'] === 'preserve');
}

/** Style attendu d'une cellule neuve : celui qu'impose sa ligne, sinon celui de sa colonne. */
function styleNeuf({ colonnes }: FeuilleVue, ligne: LigneVue | undefined, colonne: number): string | undefined {
  const col = colonnes.find(({ attributs }) => Number(attributs.min) <= colonne && colonne <= Number(attributs.max));
  return ligne?.style ?? col?.attributs.style;
}

/** Un membre d'un groupe dont le maître est récrit doit porter sa formule, étendue. */
function etendue(avant: FeuilleVue, ligne: number, colonne: number, cellule: Noeud, ecrites: Voulu['ecrites']): Noeud {
  const f = enfant(cellule, 'f');
  const maitre = f?.attributs.t === 'shared' && f.texte === '' ? avant.maitres.get(f.attributs.si!) : undefined;
  if (!maitre || !ecrites.has(`${lettres(maitre.colonne)}${maitre.ligne}`)) return cellule;
  const formule = decaler(maitre.formule, colonne - maitre.colonne, ligne - maitre.ligne);
  const { t: _t, si: _si, ref: _ref, ...gardes } = f!.attributs;
  return { ...cellule, enfants: cellule.enfants.map((fils) => (fils === f ? { ...fils, attributs: gardes, texte: formule } : fils)) };
}

/** Une formule périmée perd sa valeur enregistrée, et le type qui la décrivait. */
function perimee(cellule: Noeud): Noeud {
  if (!enfant(cellule, 'f') || !enfant(cellule, 'v')) return cellule;
  const { t: _t, ...attributs } = cellule.attributs;
  return { ...cellule, attributs, enfants: cellule.enfants.filter(({ nom }) => nom !== 'v') };
}

function comparerCellule(avant: FeuilleVue, apres: FeuilleVue, ligne: number, colonne: number, { ecrites, perimees }: Voulu): string | null {
  const adresse = `${lettres(colonne)}${ligne}`;
  const [ancienne, nouvelle] = [avant, apres].map(({ lignes }) => lignes.get(ligne)?.cellules.get(colonne));
  const contenu = ecrites.get(adresse);
  if (contenu === undefined) {
    if (!ancienne || !nouvelle) return `${adresse} ${ancienne ? 'a disparu' : 'est apparue'}`;
    const degroupee = etendue(avant, ligne, colonne, ancienne, ecrites);
    const attendue = perimees.has(adresse) ? perimee(degroupee) : degroupee;
    return jsonDe(attendue) === JSON.stringify(nouvelle) ? null : `${adresse} a changé : ${JSON.stringify(nouvelle)}`;
  }
  if (!nouvelle) return !ancienne && 'valeur' in contenu && contenu.valeur === null ? null : `${adresse} n’a pas été écrite`;
  const attributs = ancienne ? sansAttributs(ancienne, 't', 'cm', 'vm') : JSON.stringify(Object.entries({ r: adresse, s: styleNeuf(avant, avant.lignes.get(ligne), colonne) }).filter(([, valeur]) => valeur !== undefined));
  if (sansAttributs(nouvelle, 't') !== attributs) return `${adresse} n’a plus ses attributs : ${sansAttributs(nouvelle)}`;
  return porte(nouvelle, contenu) ? null : `${adresse} ne porte pas ce qu’on y a écrit : ${JSON.stringify(nouvelle)}`;
}

function comparerLigne(avant: LigneVue | undefined, apres: LigneVue | undefined, numero: number): string | null {
  if (!apres) return `la ligne ${numero} a disparu`;
  if (!avant && apres.cellules.size === 0) return `la ligne ${numero} est apparue`;
  if (apres.attributs !== (avant?.attributs ?? JSON.stringify({ r: String(numero) }))) return `la ligne ${numero} a changé : ${apres.attributs}`;
  if ((avant?.spans === null) !== (apres.spans === null) && avant) return `la ligne ${numero} n’a plus ses bornes`;
  const colonnes = [...apres.cellules.keys()];
  const dedans = (spans: readonly [number, number]) => colonnes.every((colonne) => spans[0] <= colonne && colonne <= spans[1]);
  // Des bornes fausses dès l'origine ne sont pas notre affaire.
  const justes = !avant?.spans || [...avant.cellules.keys()].every((colonne) => avant.spans![0] <= colonne && colonne <= avant.spans![1]);
  return apres.spans && justes && !dedans(apres.spans) ? `la ligne ${numero} déborde de ses bornes` : null;
}

export function comparerFeuille(avant: FeuilleVue, apres: FeuilleVue, voulu: Voulu): string[] {
  const decor = [
    ...(avant.decor === apres.decor ? [] : ['ce qui entoure les cellules a changé']),
    ...(apres.ordonnee || !avant.ordonnee ? [] : ['lignes ou cellules en désordre']),
    ...((avant.bornes === null) === (apres.bornes === null) ? [] : ['bornes de la feuille perdues']),
  ];
  const lignes = [...new Set([...avant.lignes.keys(), ...apres.lignes.keys()])];
  return [...decor, ...lignes.flatMap((numero) => {
    const [ancienne, nouvelle] = [avant.lignes.get(numero), apres.lignes.get(numero)];
    const colonnes = new Set([...(ancienne?.cellules.keys() ?? []), ...(nouvelle?.cellules.keys() ?? [])]);
    return [comparerLigne(ancienne, nouvelle, numero), ...[...colonnes].map((colonne) => comparerCellule(avant, apres, numero, colonne, voulu))].filter((ecart) => ecart !== null);
  }), ...manquantes(apres, voulu), ...debordements(apres, voulu)];
}

/** Écritures demandées dans des cellules qu'on ne retrouve pas. */
function manquantes({ lignes }: FeuilleVue, { ecrites }: Voulu): string[] {
  const presentes = new Set([...lignes].flatMap(([ligne, { cellules }]) => [...cellules.keys()].map((colonne) => `${lettres(colonne)}${ligne}`)));
  return [...ecrites].filter(([adresse, contenu]) => !presentes.has(adresse) && !('valeur' in contenu && contenu.valeur === null)).map(([adresse]) => `${adresse} n’a pas été écrite`);
}

function debordements({ bornes, lignes }: FeuilleVue, { ecrites }: Voulu): string[] {
  if (bornes === null) return [];
  return [...lignes].flatMap(([ligne, { cellules }]) => [...cellules.keys()]
    .filter((colonne) => ecrites.has(`${lettres(colonne)}${ligne}`) && !(bornes[0] <= colonne && colonne <= bornes[1] && bornes[2] <= ligne && ligne <= bornes[3]))
    .map((colonne) => `${lettres(colonne)}${ligne} est hors des bornes de la feuille`));
}
