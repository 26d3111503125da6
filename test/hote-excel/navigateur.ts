/**
 * L'hôte émulé dans une page de Chromium : script injecté avant la page, qui pose `window.external`
 * et laisse `window.hoteEmule` au test (compteurs, pannes, classeur). Le classeur y recalcule ses
 * formules avec l'évaluateur du projet.
 */
import { creerServiceValeurs } from '../../src/formules/valeurs';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { ecrireInstantane, lireInstantane } from './instantane-json';
import { EVENEMENT_CHANGEMENT, EVENEMENTS_CLASSEUR } from './evenements';
import { celluleA1, creerClasseurEmule, feuilleNommee } from './modele';
import type { Calcul } from './modele';
import { instantaneDe, recalculer } from './releve';
import { saisir } from './saisie';
import { creerHoteEmule } from './transport';
import type { HoteEmule, OptionsHote } from './transport';


export interface HoteNavigateur extends HoteEmule {
  /** Saisie d'un utilisateur dans une cellule : elle s'interprète, se calcule et s'annonce. */
  saisir(feuille: string, adresse: string, contenu: string | number | boolean): void;
  /** Tout le classeur, en JSON (`lireInstantane`). */
  instantane(): string;
}

declare global {
  interface Window {
    hoteEmule: HoteNavigateur;
    /** Appelée par le script injecté : classeur en JSON, options. */
    demarrerHoteEmule: (classeur: string, options: OptionsHote) => void;
  }
}

const calcul: Calcul = (instantane) => {
  const service = creerServiceValeurs(instantane);
  return (...place) => service.valeur(...place).valeur;
};

window.demarrerHoteEmule = (json, options) => {
  const classeur = creerClasseurEmule(lireInstantane(json), calcul);
  classeur.lireFichier = (octets) => lireClasseur(octets, { nom: null });
  const hote = creerHoteEmule(classeur, options);
  window.hoteEmule = {
    ...hote,
    saisir(nom, adresse, contenu) {
      const feuille = feuilleNommee(hote.classeur(), nom);
      saisir(celluleA1(feuille, adresse), contenu);
      recalculer(hote.classeur());
      hote.emettre(EVENEMENT_CHANGEMENT, EVENEMENTS_CLASSEUR, { changeType: 'RangeEdited', source: 'Local', worksheetId: feuille.id, address: adresse });
    },
    instantane: () => ecrireInstantane(instantaneDe(hote.classeur())),
  };
  Object.defineProperty(window, 'external', { value: hote.external, configurable: true });
};
