/** La feuille « Plan d'action » (annexe 5.3) vierge. */
import { formatA1, formatPlage } from '../classeur/adresse';
import type { Plage } from '../classeur/instantane';
import { OBJECTIFS, type Objectif } from '../referentiel/objectifs';
import type { Periode } from '../referentiel/periode';
import { bande, ouvrirChantier, type Chantier } from './chantier';
import type { FeuilleDecrite, ValidationDecrite } from './description';
import { grouper } from './lignes';
import { EN_TETE, poserTete, PREMIERE_LIGNE } from './tete';

/** Amorces d'actions que préimprime l'annexe 5.3, par objectif. */
const AMORCES: ReadonlyMap<number, string> = new Map([[1, 'Action n°1 :\nAction n°2 :'], [2, 'Action n°3 :']]);
const PREMIERE_ACTION = 3;
const LARGEURS = { mesure: 20, objectif: 38, action: 28, partenaires: 22, montant: 15, modalites: 18 };

interface Colonnes {
  readonly annees: number;
  readonly partenaires: number;
  readonly departement: number;
  readonly etat: number;
  readonly total: number;
  readonly modalites: number;
}

function colonnesDe({ annees }: Periode): Colonnes {
  const partenaires = PREMIERE_ACTION + annees.length;
  return { annees: annees.length, partenaires, departement: partenaires + 1, etat: partenaires + 2, total: partenaires + 3, modalites: partenaires + 4 };
}

function poserEnTete(chantier: Chantier, colonnes: Colonnes, { annees }: Periode): void {
  const { premiere, derniere } = EN_TETE;
  const bloc = (colonne: number, derniereColonne: number): Plage => ({ ligne: premiere, colonne, derniereLigne: premiere, derniereColonne });
  chantier.fusionner(bande(1, premiere, derniere), 'Mesure', 'enTete');
  chantier.fusionner(bande(2, premiere, derniere), 'Objectif', 'enTete');
  chantier.fusionner(bloc(PREMIERE_ACTION, colonnes.partenaires - 1), 'Actions à mettre en œuvre', 'enTete');
  chantier.fusionner(bande(colonnes.partenaires, premiere, derniere), 'Partenaires', 'enTete');
  chantier.fusionner(bloc(colonnes.departement, colonnes.modalites), 'Financements prévus (le cas échéant)', 'enTete');
  annees.forEach((annee, rang) => { chantier.poser(derniere, PREMIERE_ACTION + rang, annee, 'enTete'); });
  ['Département', 'Etat', "Total pour l'objectif", 'Modalités de financement\nEtat'].forEach((titre, rang) => { chantier.poser(derniere, colonnes.departement + rang, titre, 'enTete'); });
}

function poserObjectif(chantier: Chantier, colonnes: Colonnes, ligne: number, objectif: Objectif): void {
  chantier.poser(ligne, 2, objectif.libellePlan ?? objectif.libelle, 'texte');
  for (let rang = 0; rang <= colonnes.annees; rang++) chantier.poser(ligne, PREMIERE_ACTION + rang, rang === 0 ? (AMORCES.get(objectif.numero) ?? null) : null, 'texte');
  for (const colonne of [colonnes.departement, colonnes.etat]) chantier.poser(ligne, colonne, null, 'montant');
  chantier.poser(ligne, colonnes.total, { formule: `=${formatA1(ligne, colonnes.departement)}+${formatA1(ligne, colonnes.etat)}` }, 'total');
  chantier.poser(ligne, colonnes.modalites, objectif.modalite === '' ? null : objectif.modalite, 'texte');
}

function poserTotal(chantier: Chantier, colonnes: Colonnes, ligne: number): void {
  for (let colonne = 1; colonne <= colonnes.modalites; colonne++) {
    const somme = colonne >= colonnes.departement && colonne <= colonnes.total;
    chantier.poser(ligne, colonne, somme ? { formule: `=SUM(${formatPlage(bande(colonne, PREMIERE_LIGNE, ligne - 1))})` } : colonne === 1 ? 'TOTAL' : null, somme ? 'totalGeneral' : 'pied');
  }
}

function validations(colonnes: Colonnes, derniere: number): readonly ValidationDecrite[] {
  return [
    {
      plages: [{ ligne: PREMIERE_LIGNE, colonne: colonnes.departement, derniereLigne: derniere, derniereColonne: colonnes.etat }],
      regle: { nature: 'decimal', minimum: 0 },
      titre: 'Montant attendu',
      message: 'Cette case attend un montant en euros, sans texte ni unité.',
    },
    {
      plages: [bande(colonnes.modalites, PREMIERE_LIGNE, derniere)],
      regle: { nature: 'liste', valeurs: [...new Set(OBJECTIFS.map(({ modalite }) => modalite).filter((modalite) => modalite !== ''))] },
      titre: 'Source de financement',
      message: 'Les sources du contrat sont le FIR, le programme 304 (PLF) et l’ONDAM. Confirmez pour écrire autre chose.',
    },
  ];
}

export function decrirePlan(periode: Periode, departement: string | null): FeuilleDecrite {
  const chantier = ouvrirChantier();
  const colonnes = colonnesDe(periode);
  poserTete(chantier, 'Annexe 5.3 – Plan d’action du contrat départemental de prévention et de protection de l’enfance', departement);
  poserEnTete(chantier, colonnes, periode);
  let ligne = PREMIERE_LIGNE;
  for (const { engagement, mesures } of grouper(({ mesure }) => mesure.libellePlan ?? mesure.libelle)) {
    chantier.fusionner({ ligne, colonne: 1, derniereLigne: ligne, derniereColonne: colonnes.modalites }, engagement.libelle, 'bandeau');
    ligne += 1;
    for (const { mesure, objectifs } of mesures) {
      objectifs.forEach((objectif, rang) => { poserObjectif(chantier, colonnes, ligne + rang, objectif); });
      chantier.fusionner(bande(1, ligne, ligne + objectifs.length - 1), mesure, 'texte');
      ligne += objectifs.length;
    }
  }
  poserTotal(chantier, colonnes, ligne);
  const { mesure, objectif, action, partenaires, montant, modalites } = LARGEURS;
  const largeurs = [mesure, objectif, ...Array.from({ length: colonnes.annees }, () => action), partenaires, montant, montant, montant, modalites];
  return chantier.terminer({
    nom: "Plan d'action",
    largeurs: new Map(largeurs.map((largeur, rang) => [rang + 1, largeur])),
    figees: { lignes: EN_TETE.derniere, colonnes: 2 },
    enTete: EN_TETE,
    validations: validations(colonnes, ligne - 1),
  });
}
