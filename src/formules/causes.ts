/** Ce que calcule une formule de taux fausse, dit en français. */
import { isErreur, type Valeur } from '../classeur/instantane';
import type { CelluleLue } from './banc';
import { formatNombre } from '../classeur/nombres';
import { proches, type ContexteTaux, type IdentificationTaux } from './identification';
import { avecArticle, avecDe, momentAvecArticle, momentAvecDe, nomIndicateur } from './libelles';
import { erreurFrancaise } from './noms-francais';
import { parcourir, type Noeud } from './noeuds';
import { nommerFormule } from './nommer';
import { essaiRapport } from './essai-taux';
import { chercherSommes } from './sommes';
import { coupleProche, facteurEntre, isNet, isTaux, termesDe, type ErreurTaux, type Terme } from './termes';

type Recherche = (valeurs: readonly number[], termes: readonly Terme[], contexte: ContexteTaux) => ErreurTaux | null;

export function nommerErreur(noeud: Noeud, contexte: ContexteTaux, valeurs: readonly Valeur[], lues: readonly CelluleLue[]): IdentificationTaux {
  return { nature: 'faux', ...(sansNombre(valeurs, noeud, contexte) ?? chercher(noeud, contexte, valeurs as readonly number[], lues)) };
}

/** « calcule « IP évaluées ÷ IP entrantes » ». */
function direCalcul(noeud: Noeud, { tableau, moment }: ContexteTaux): string {
  return `calcule « ${nommerFormule(noeud, { tableau, colonne: moment.colonne })} »`;
}

/** Cas où la formule ne rend pas un nombre sur tous les tirages. */
function sansNombre(valeurs: readonly Valeur[], noeud: Noeud, contexte: ContexteTaux): ErreurTaux | null {
  const erreur = valeurs.find(isErreur);
  if (erreur) {
    const partout = valeurs.every(isErreur) ? '' : ' dans certains cas';
    const suite = contientErreur(noeud) ? '' : ` : ${direCalcul(noeud, contexte)}`;
    return { cause: 'erreur', description: `affiche ${erreurFrancaise(erreur.erreur)}${partout}${suite}` };
  }
  if (valeurs.every((valeur) => valeur === '')) return { cause: 'condition', description: 'reste vide même quand ses opérandes sont renseignés' };
  if (valeurs.every((valeur) => typeof valeur === 'string')) return { cause: 'texte', description: 'rend un texte au lieu d’un nombre' };
  if (valeurs.some((valeur) => typeof valeur !== 'number')) return { cause: 'autre', description: 'ne rend pas toujours un nombre' };
  const [premiere] = valeurs as readonly number[];
  if (!valeurs.every((valeur) => valeur === premiere)) return null;
  const perdue = contientErreur(noeud) ? ' : une référence perdue (#REF!) y est masquée' : ', quels que soient les chiffres du tableau';
  return { cause: 'constante_calculee', description: `rend toujours ${formatNombre(premiere!, 6)}${perdue}` };
}

function contientErreur(noeud: Noeud): boolean {
  let perdue = false;
  parcourir(noeud, (courant) => { perdue ||= courant.type === 'litteral' && isErreur(courant.valeur); });
  return perdue;
}

/** Du plus simple au plus compliqué : la première explication exacte est la bonne. */
const RECHERCHES: readonly Recherche[] = [chercherRecopie, chercherRapport, chercherFacteur, chercherOperandeEtNombre, chercherProduit, chercherSommes];

function chercher(noeud: Noeud, contexte: ContexteTaux, valeurs: readonly number[], lues: readonly CelluleLue[]): ErreurTaux {
  const termes = termesDe(lues, contexte);
  for (const recherche of RECHERCHES) {
    const trouvee = recherche(valeurs, termes, contexte);
    if (trouvee) return trouvee;
  }
  if (contexte.couples.some((couple) => valeurs.some((valeur, rang) => proches(valeur, essaiRapport(couple, contexte)[rang]!)))) {
    return { cause: 'condition', description: `ne ${definition(contexte)} que dans certains cas` };
  }
  return { cause: 'autre', description: direCalcul(noeud, contexte) };
}

function definition({ couples: [{ numerateur, denominateur }] }: ContexteTaux): string {
  return `divise ${avecArticle(nomIndicateur(numerateur))} par ${avecArticle(nomIndicateur(denominateur))}`;
}

function chercherRecopie(valeurs: readonly number[], termes: readonly Terme[], contexte: ContexteTaux): ErreurTaux | null {
  const terme = termes.find((candidat) => isNet(facteurEntre(valeurs, candidat.valeurs)) && !isConstant(candidat));
  if (!terme) return null;
  const { denominateur } = coupleProche(contexte, termes);
  return isTaux(terme)
    ? { cause: 'recopie_taux', description: `recopie ${terme.avecArticle} au lieu de calculer le taux` }
    : { cause: 'un_operande', description: `recopie ${terme.avecArticle} sans diviser par ${avecArticle(nomIndicateur(denominateur))}` };
}

function isConstant({ valeurs }: Terme): boolean {
  return valeurs.every((valeur) => valeur === valeurs[0]);
}

function chercherRapport(valeurs: readonly number[], termes: readonly Terme[], contexte: ContexteTaux): ErreurTaux | null {
  for (const haut of termes) {
    for (const bas of termes) {
      if (haut === bas) continue;
      const facteur = facteurEntre(valeurs, haut.valeurs.map((valeur, rang) => valeur / bas.valeurs[rang]!));
      if (isNet(facteur)) return nommerRapport(haut, bas, contexte, proches(facteur, 100) ? ', et multiplie par 100' : '');
    }
  }
  return null;
}

function nommerRapport(haut: Terme, bas: Terme, contexte: ContexteTaux, suite: string): ErreurTaux {
  const { couples, moment } = contexte;
  const numerateurs = new Set<unknown>(couples.map(({ numerateur }) => numerateur));
  const denominateurs = new Set<unknown>(couples.map(({ denominateur }) => denominateur));
  const couple = coupleProche(contexte, [haut, bas]);
  const [num, den] = [nomIndicateur(couple.numerateur), nomIndicateur(couple.denominateur)];
  const enPlace = haut.moment === moment && bas.moment === moment;
  if (denominateurs.has(haut.code) && numerateurs.has(bas.code)) {
    return { cause: 'inversion', description: `est inversé : divise ${haut.avecArticle} par ${bas.avecArticle}${suite}` };
  }
  if (numerateurs.has(haut.code) && denominateurs.has(bas.code) && !enPlace) return { cause: 'mauvaise_colonne', description: nommerColonne(haut, bas, contexte) + suite };
  if (numerateurs.has(haut.code) && haut.moment === moment) return { cause: 'mauvais_denominateur', description: `divise par ${bas.avecArticle} au lieu ${avecDe(den)}${suite}` };
  if (denominateurs.has(bas.code) && bas.moment === moment) return { cause: 'mauvais_numerateur', description: `prend au numérateur ${haut.avecArticle} au lieu ${avecDe(num)}${suite}` };
  return { cause: 'autre_rapport', description: `divise ${haut.avecArticle} par ${bas.avecArticle}, au lieu de diviser ${avecArticle(num)} par ${avecArticle(den)}${suite}` };
}

function nommerColonne(haut: Terme, bas: Terme, { moment }: ContexteTaux): string {
  const bonne = momentAvecArticle(moment);
  if (haut.moment === bas.moment) return `calcule le taux ${momentAvecDe(haut.moment!)} au lieu de celui ${momentAvecDe(moment)}`;
  if (haut.moment === moment) return `divise par ${bas.avecArticle} au lieu de prendre ${bonne}`;
  if (bas.moment === moment) return `prend au numérateur ${haut.avecArticle} au lieu de prendre ${bonne}`;
  return `divise ${haut.avecArticle} par ${bas.avecArticle} au lieu de prendre ${bonne}`;
}

/** Le bon rapport, multiplié par un autre nombre que 100 ou augmenté d'un nombre. */
function chercherFacteur(valeurs: readonly number[], termes: readonly Terme[], contexte: ContexteTaux): ErreurTaux | null {
  for (const couple of [coupleProche(contexte, termes), ...contexte.couples]) {
    const rapports = essaiRapport(couple, contexte);
    const facteur = facteurEntre(valeurs, rapports);
    if (facteur !== null) return { cause: 'facteur', description: `multiplie le rapport par ${arrondir(facteur)}` };
    const ecart = valeurs[0]! - rapports[0]!;
    if (valeurs.every((valeur, rang) => proches(valeur, rapports[rang]! + ecart))) return { cause: 'facteur', description: `ajoute ${arrondir(ecart)} au rapport` };
  }
  return null;
}

function arrondir(nombre: number): string {
  return formatNombre(Number(nombre.toPrecision(6)), 6);
}

const ecriture = (nombre: number) => String(Number(nombre.toPrecision(6)));

/** Des deux écritures du même calcul, la plus ronde est celle de l'agent : « × 1,07 », et non « ÷ 0,934579 ». */
function direOperande({ avecArticle: nom }: Terme, facteur: number, denominateur: string): string {
  const parNombre = (nombre: number) => `par un nombre écrit dans la formule (${arrondir(nombre)})`;
  return ecriture(facteur).length < ecriture(1 / facteur).length
    ? `multiplie ${nom} ${parNombre(facteur)} au lieu de diviser par ${avecArticle(denominateur)}`
    : `divise ${nom} ${parNombre(1 / facteur)} au lieu ${avecDe(denominateur)}`;
}

/** Un opérande et un nombre écrit dans la formule : `=D7/3406`. */
function chercherOperandeEtNombre(valeurs: readonly number[], termes: readonly Terme[], contexte: ContexteTaux): ErreurTaux | null {
  const couple = coupleProche(contexte, termes);
  for (const terme of termes) {
    const direct = facteurEntre(valeurs, terme.valeurs);
    if (direct !== null && !isConstant(terme)) {
      return { cause: 'un_operande', description: direOperande(terme, direct, nomIndicateur(couple.denominateur)) };
    }
    const inverse = facteurEntre(valeurs, terme.valeurs.map((valeur) => 1 / valeur));
    if (inverse !== null && !isConstant(terme)) {
      return { cause: 'un_operande', description: `divise un nombre écrit dans la formule (${arrondir(inverse)}) par ${terme.avecArticle} au lieu de prendre ${avecArticle(nomIndicateur(couple.numerateur))}` };
    }
  }
  return null;
}

function chercherProduit(valeurs: readonly number[], termes: readonly Terme[]): ErreurTaux | null {
  for (const [rang, a] of termes.entries()) {
    for (const b of termes.slice(rang + 1)) {
      if (isNet(facteurEntre(valeurs, a.valeurs.map((valeur, tirage) => valeur * b.valeurs[tirage]!)))) {
        return { cause: 'produit', description: `multiplie ${a.avecArticle} par ${b.avecArticle} au lieu de diviser` };
      }
    }
  }
  return null;
}
