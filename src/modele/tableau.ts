/** La feuille « Tableau de bord » (annexe 5.2) vierge. */
import { formatA1 } from '../classeur/adresse';
import type { Plage } from '../classeur/instantane';
import { indicateursDe, INTITULE_DELAIS, type CodeIndicateur, type Indicateur } from '../referentiel/indicateurs';
import type { Objectif } from '../referentiel/objectifs';
import type { Periode } from '../referentiel/periode';
import { tauxDe } from '../referentiel/taux';
import { bande, ouvrirChantier, type Chantier } from './chantier';
import type { FeuilleDecrite, ValidationDecrite } from './description';
import { grouper } from './lignes';
import type { NomStyle } from './styles';
import { EN_TETE, poserTete, PREMIERE_LIGNE } from './tete';

const COLONNE_INDICATEUR = 3;
const COLONNE_DIAGNOSTIC = 4;
const LARGEURS = { mesure: 20, objectif: 34, indicateur: 44, diagnostic: 16, annee: 10 };

interface Etat {
  readonly chantier: Chantier;
  readonly derniereColonne: number;
  /** Ligne de chaque indicateur. */
  readonly lignes: Map<CodeIndicateur, number>;
  ligne: number;
}

function poserEnTete({ chantier, derniereColonne }: Etat, { diagnostic, annees }: Periode): void {
  const { premiere, derniere } = EN_TETE;
  const titres = ['Mesure', 'Objectif', 'Indicateur', `Niveau des indicateurs en ${String(diagnostic)} (diagnostic)`];
  titres.forEach((titre, rang) => { chantier.fusionner(bande(rang + 1, premiere, derniere), titre, 'enTete'); });
  const atteinte = COLONNE_DIAGNOSTIC + annees.length + 1;
  const bloc = (colonne: number, derniereDuBloc: number): Plage => ({ ligne: premiere, colonne, derniereLigne: premiere, derniereColonne: derniereDuBloc });
  chantier.fusionner(bloc(COLONNE_DIAGNOSTIC + 1, atteinte - 1), "Niveau cible de l'objectif", 'enTete');
  chantier.fusionner(bloc(atteinte, derniereColonne), "Niveau d'atteinte de l'objectif", 'enTete');
  [...annees, ...annees].forEach((annee, rang) => { chantier.poser(derniere, COLONNE_DIAGNOSTIC + 1 + rang, annee, 'enTete'); });
}

const STYLES_VALEURS: Readonly<Record<Indicateur['type'], NomStyle>> = { effectif: 'effectif', visites: 'effectif', delai: 'delai', taux: 'taux' };

/** Une ligne d'indicateur (`null` : à définir localement) : son libellé, puis ses cases. */
function poserIndicateur(etat: Etat, indicateur: Indicateur | null): void {
  const { chantier, ligne, derniereColonne } = etat;
  chantier.poser(ligne, COLONNE_INDICATEUR, indicateur?.libelle ?? null, 'texte');
  for (let colonne = COLONNE_DIAGNOSTIC; colonne <= derniereColonne; colonne++) {
    chantier.poser(ligne, colonne, indicateur && formule(etat, indicateur.code, colonne), indicateur ? STYLES_VALEURS[indicateur.type] : 'libre');
  }
  if (indicateur) etat.lignes.set(indicateur.code, ligne);
  etat.ligne += 1;
}

/** Formule gardée d'un taux : vide tant que son dénominateur l'est. Les opérandes précèdent toujours le taux. */
function formule({ lignes }: Etat, code: CodeIndicateur, colonne: number): { readonly formule: string } | null {
  const taux = tauxDe(code);
  if (!taux) return null;
  const [numerateur, denominateur] = [taux.numerateurs[0], taux.denominateur].map((operande) => formatA1(lignes.get(operande)!, colonne));
  return { formule: `=IF(${denominateur!}=0,"",${numerateur!}/${denominateur!})` };
}

function poserObjectif(etat: Etat, objectif: Objectif): void {
  const { ligne } = etat;
  const indicateurs = indicateursDe(objectif.numero);
  for (const indicateur of indicateurs.length > 0 ? indicateurs : [null]) poserIndicateur(etat, indicateur);
  const libelle = objectif.mentionCible === undefined ? objectif.libelle : `${objectif.libelle}\n${objectif.mentionCible}`;
  etat.chantier.fusionner(bande(2, ligne, etat.ligne - 1), libelle, 'texte');
}

/** Les délais d'exécution des décisions de justice : sous l'engagement 2, sans mesure ni objectif. */
function poserDelais(etat: Etat): void {
  const { ligne, chantier } = etat;
  chantier.poser(ligne, COLONNE_INDICATEUR, INTITULE_DELAIS, 'texte');
  for (let colonne = COLONNE_DIAGNOSTIC; colonne <= etat.derniereColonne; colonne++) chantier.poser(ligne, colonne, null, 'texte');
  etat.ligne += 1;
  for (const indicateur of indicateursDe(null)) poserIndicateur(etat, indicateur);
  for (const colonne of [1, 2]) for (let rang = ligne; rang < etat.ligne; rang++) chantier.poser(rang, colonne, null, 'texte');
}

function poserBandeau(etat: Etat, libelle: string): void {
  etat.chantier.fusionner({ ligne: etat.ligne, colonne: 1, derniereLigne: etat.ligne, derniereColonne: etat.derniereColonne }, libelle, 'bandeau');
  etat.ligne += 1;
}

/** Un nombre positif dans chaque case d'indicateur qui se saisit. */
function validation({ lignes, derniereColonne }: Etat): ValidationDecrite {
  const plages = [...lignes].filter(([code]) => !tauxDe(code)).map(([, ligne]): Plage => ({ ligne, colonne: COLONNE_DIAGNOSTIC, derniereLigne: ligne, derniereColonne }));
  return {
    plages,
    regle: { nature: 'decimal', minimum: 0 },
    titre: 'Nombre attendu',
    message: 'Cette case attend un nombre (0 si la valeur est nulle). Si la donnée manque, écrivez ND et confirmez.',
  };
}

export function decrireTableau(periode: Periode, departement: string | null): FeuilleDecrite {
  const chantier = ouvrirChantier();
  const etat: Etat = { chantier, derniereColonne: COLONNE_DIAGNOSTIC + 2 * periode.annees.length, lignes: new Map(), ligne: PREMIERE_LIGNE };
  poserTete(chantier, 'Annexe 5.2 – Tableau de bord du contrat départemental de prévention et de protection de l’enfance', departement);
  poserEnTete(etat, periode);
  for (const { engagement, mesures } of grouper(({ mesure }) => mesure.libelle)) {
    poserBandeau(etat, engagement.libelle);
    if (engagement.code === 'e2') poserDelais(etat);
    for (const { mesure, objectifs } of mesures) {
      const { ligne } = etat;
      for (const objectif of objectifs) poserObjectif(etat, objectif);
      chantier.fusionner(bande(1, ligne, etat.ligne - 1), mesure, 'texte');
    }
  }
  const colonnes = [LARGEURS.mesure, LARGEURS.objectif, LARGEURS.indicateur, LARGEURS.diagnostic];
  return chantier.terminer({
    nom: 'Tableau de bord',
    largeurs: new Map(Array.from({ length: etat.derniereColonne }, (_, rang) => [rang + 1, colonnes[rang] ?? LARGEURS.annee])),
    figees: { lignes: EN_TETE.derniere, colonnes: COLONNE_INDICATEUR },
    enTete: EN_TETE,
    validations: [validation(etat)],
  });
}
