/** Classes Worksheet, WorksheetProtection, WorksheetFreezePanes, NamedItem et leurs collections. */
import type { Plage, Visibilite } from '../../src/classeur/instantane';
import { isObjetHote, objet } from './classe';
import type { Classe } from './classe';
import { PLAGE, plageDemandee } from './classes-plage';
import { TABLEAUX } from './classes-tableau';
import { accesRefuse, argumentInvalide, introuvable } from './erreurs';
import { EVENEMENT_CHANGEMENT, EVENEMENT_FEUILLE_AJOUTEE, EVENEMENT_FEUILLE_SUPPRIMEE, EVENEMENTS_CLASSEUR } from './evenements';
import { nouvelleFeuille } from './modele';
import type { ClasseurEmule, FeuilleEmulee } from './modele';
import { COLONNES_MAX, LIGNES_MAX, vivante } from './plage';
import { etendue } from './releve';

const VISIBILITES: Readonly<Record<Visibilite, string>> = { visible: 'Visible', masquee: 'Hidden', tres_masquee: 'VeryHidden' };

interface NomEmule {
  readonly nom: string;
  readonly formule: string;
}

const NOM: Classe<NomEmule> = {
  nom: 'NamedItem',
  proprietes: {
    Name: { lire: ({ nom }) => nom },
    Formula: { depuis: 7, lire: ({ formule }) => `=${formule}` },
  },
};

export const NOMS: Classe<readonly NomEmule[]> = {
  nom: 'NamedItemCollection',
  elements: (noms) => noms.map((nom) => objet(NOM, nom)),
};

const PROTECTION: Classe<FeuilleEmulee> = {
  nom: 'WorksheetProtection',
  proprietes: {
    Protected: { depuis: 2, lire: ({ protegee }) => protegee },
    Options: { depuis: 2, lire: ({ protegee, formatsPermis }) => (protegee ? { allowFormatCells: formatsPermis } : null) },
  },
};

function plageFigee({ figees }: FeuilleEmulee): Plage | null {
  const { lignes, colonnes } = figees;
  if (lignes === 0 && colonnes === 0) return null;
  return { ligne: 1, colonne: 1, derniereLigne: lignes || LIGNES_MAX, derniereColonne: colonnes || COLONNES_MAX };
}

const VOLETS: Classe<FeuilleEmulee> = {
  nom: 'WorksheetFreezePanes',
  methodes: {
    GetLocationOrNullObject: { depuis: 7, appeler: (feuille) => {
      const plage = plageFigee(feuille);
      return plage && objet(PLAGE, { feuille, plage });
    } },
  },
};

function changerVisibilite(feuille: FeuilleEmulee, valeur: unknown, classeur: ClasseurEmule): void {
  const trouvee = (Object.keys(VISIBILITES) as Visibilite[]).find((cle) => VISIBILITES[cle] === valeur);
  if (!trouvee) throw argumentInvalide(`Visibility ${String(valeur)}`);
  if (classeur.structureProtegee) throw accesRefuse('structure du classeur protégée');
  feuille.visibilite = trouvee;
}

export const FEUILLE: Classe<FeuilleEmulee> = {
  nom: 'Worksheet',
  identite: ({ id }) => ({ Id: id }),
  proprietes: {
    Id: { lire: ({ id }) => id },
    Name: { lire: ({ nom }) => nom },
    Visibility: {
      lire: ({ visibilite }) => VISIBILITES[visibilite],
      ecrire: (feuille, valeur, { classeur }) => changerVisibilite(feuille, valeur, classeur),
    },
  },
  liens: {
    Names: { depuis: 4, vers: ({ noms }) => objet(NOMS, noms) },
    Protection: { depuis: 2, vers: (feuille) => objet(PROTECTION, feuille) },
    FreezePanes: { depuis: 7, vers: (feuille) => objet(VOLETS, feuille) },
    Tables: { vers: (feuille) => objet(TABLEAUX, feuille.tableaux.map((tableau) => ({ feuille, tableau }))) },
  },
  methodes: {
    GetRange: { appeler: (feuille, [reference]) => {
      if (isObjetHote(reference)) throw argumentInvalide('GetRange');
      return objet(PLAGE, { feuille: vivante({ feuille }), plage: plageDemandee(reference) });
    } },
    GetUsedRangeOrNullObject: { depuis: 4, appeler: (feuille, [valeursSeules]) => {
      const plage = etendue(vivante({ feuille }), valeursSeules === true);
      return plage && objet(PLAGE, { feuille, plage });
    } },
    Activate: { appeler: (feuille, _, { classeur }) => {
      if (feuille.visibilite !== 'visible') throw argumentInvalide('Activate : feuille masquée');
      classeur.active = feuille.id;
      return null;
    } },
    Delete: { appeler: (feuille, _, { classeur, signaler }) => {
      if (classeur.structureProtegee) throw accesRefuse('structure du classeur protégée');
      supprimerFeuille(classeur, feuille);
      signaler(EVENEMENT_FEUILLE_SUPPRIMEE, EVENEMENTS_CLASSEUR, { source: 'Local', worksheetId: feuille.id });
      return null;
    } },
  },
};

/** Retire une feuille, comme l'utilisateur le ferait : les objets qui la tiennent deviennent introuvables. */
export function supprimerFeuille(classeur: ClasseurEmule, feuille: FeuilleEmulee): void {
  feuille.supprimee = true;
  classeur.feuilles.splice(classeur.feuilles.indexOf(feuille), 1);
}

function parCle({ feuilles }: ClasseurEmule, cle: string) {
  const repliee = cle.toLowerCase();
  const feuille = feuilles.find(({ id, nom }) => id === cle || nom.toLowerCase() === repliee);
  return feuille ? objet(FEUILLE, feuille) : null;
}

const abonnement = (type: number) => ({
  inscrire: { depuis: type === EVENEMENT_CHANGEMENT ? 9 : 7, appeler: (_: unknown, __: unknown, { abonner }: { abonner: (t: number, c: string) => void }) => abonner(type, EVENEMENTS_CLASSEUR) },
  retirer: { depuis: type === EVENEMENT_CHANGEMENT ? 9 : 7, appeler: (_: unknown, __: unknown, { desabonner }: { desabonner: (t: number, c: string) => void }) => desabonner(type, EVENEMENTS_CLASSEUR) },
});
const changements = abonnement(EVENEMENT_CHANGEMENT);
const ajouts = abonnement(EVENEMENT_FEUILLE_AJOUTEE);
const suppressions = abonnement(EVENEMENT_FEUILLE_SUPPRIMEE);

const NOM_INTERDIT = /[\\/?*[\]:]/;

export const FEUILLES: Classe<ClasseurEmule> = {
  nom: 'WorksheetCollection',
  elements: ({ feuilles }) => feuilles.map((feuille) => objet(FEUILLE, feuille)),
  parCle,
  methodes: {
    GetItemOrNullObject: { depuis: 4, appeler: (classeur, [cle]) => parCle(classeur, String(cle)) },
    Add: { appeler: (classeur, [nom], { signaler }) => {
      const propose = String(nom);
      if (classeur.structureProtegee) throw accesRefuse('structure du classeur protégée');
      if (propose === '' || propose.length > 31 || NOM_INTERDIT.test(propose)) throw argumentInvalide(`nom de feuille ${propose}`);
      if (parCle(classeur, propose)) throw argumentInvalide(`nom de feuille déjà pris : ${propose}`);
      const feuille = nouvelleFeuille(classeur, propose);
      signaler(EVENEMENT_FEUILLE_AJOUTEE, EVENEMENTS_CLASSEUR, { source: 'Local', worksheetId: feuille.id });
      return objet(FEUILLE, feuille);
    } },
    _RegisterDataChangedEvent: changements.inscrire,
    _UnregisterDataChangedEvent: changements.retirer,
    _RegisterAddedEvent: ajouts.inscrire,
    _UnregisterAddedEvent: ajouts.retirer,
    _RegisterDeletedEvent: suppressions.inscrire,
    _UnregisterDeletedEvent: suppressions.retirer,
  },
};

export function feuilleOuErreur(classeur: ClasseurEmule, cle: string): FeuilleEmulee {
  const trouvee = parCle(classeur, cle);
  if (!trouvee) throw introuvable(`feuille ${cle}`);
  return trouvee.cible as FeuilleEmulee;
}
