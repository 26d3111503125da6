/** Un hôte en mémoire : le jumeau d'Excel pour les tests du volet, pannes et modifications comprises. */
import { cleCellule, celluleDe, type Feuille, type Instantane } from '../../src/classeur/instantane';
import type { Emplacement } from '../../src/classeur/adresse';
import { isFormule, memeContenu, type Contenu, type PlanEcritures } from '../../src/corrections/plan';
import { ErreurHote, type Hote, type MotifErreurHote, type RaisonRefus } from '../../src/hote/port';

export interface HoteMemoire extends Hote {
  /** Change une cellule comme le ferait l'utilisateur, et l'annonce. */
  saisir(emplacement: Emplacement, contenu: Contenu): void;
  /** La prochaine opération nommée échoue ainsi ; `null` rétablit. */
  enPanne(operation: 'lire' | 'appliquer' | 'lireDonnees' | 'ecrireDonnees' | 'selectionner', motif: MotifErreurHote | null): void;
  readonly selections: Emplacement[];
  /** Plans demandés, refusés compris. */
  readonly plans: PlanEcritures[];
  structureProtegee: boolean;
  donnees: string | null;
  lectures: number;
  /** Attente de chaque lecture (ms). */
  attente: number;
  readonly classeur: () => Instantane;
}

const PHRASES: Partial<Record<MotifErreurHote, string>> = {
  edition: 'Une cellule est en cours de saisie dans Excel. Validez-la (Entrée) ou annulez-la (Échap), puis recommencez.',
  hors_ligne: 'Excel ne répond plus : la connexion au classeur est perdue. Vérifiez le réseau, rouvrez le classeur, puis recommencez.',
  protege: 'Excel refuse cette opération : le classeur ou la feuille est protégé, ou ouvert en lecture seule.',
};

function contenuDe(feuille: Feuille, ligne: number, colonne: number): Contenu {
  const cellule = celluleDe(feuille, ligne, colonne);
  if (cellule?.formule != null) return { formule: cellule.formule };
  const valeur = cellule?.valeur ?? null;
  return { valeur: typeof valeur === 'object' ? null : valeur };
}

function avecContenu(feuille: Feuille, ligne: number, colonne: number, contenu: Contenu): Feuille {
  const cellules = new Map(feuille.cellules);
  const ancienne = celluleDe(feuille, ligne, colonne) ?? { ligne, colonne, format: 'General', verrouillee: true };
  cellules.set(cleCellule(ligne, colonne), { ...ancienne, valeur: isFormule(contenu) ? null : contenu.valeur, formule: isFormule(contenu) ? contenu.formule : null });
  return { ...feuille, cellules, derniereLigne: Math.max(feuille.derniereLigne, ligne), derniereColonne: Math.max(feuille.derniereColonne, colonne) };
}

/** Feuille vide, dont l'identité n'est pas le nom. */
function feuilleNeuve(nom: string): Feuille {
  return {
    id: `id:${nom}`, nom, visibilite: 'visible', protegee: false, cellules: new Map(), fusions: [], matrices: [], tableaux: [], lignesMasquees: new Set(), colonnesMasquees: new Set(),
    largeurs: new Map(), hauteurs: new Map(), figees: { lignes: 0, colonnes: 0 }, derniereLigne: 0, derniereColonne: 0, tronquee: false,
  };
}

export function creerHoteMemoire(depart: Instantane): HoteMemoire {
  let instantane = depart;
  const pannes = new Map<string, MotifErreurHote>();
  const abonnes = new Set<(changement: { feuille: string | null; distant: boolean }) => void>();
  const verifier = (operation: string) => {
    const motif = pannes.get(operation);
    if (motif) throw new ErreurHote(motif, PHRASES[motif] ?? 'Excel a renvoyé une erreur inattendue. Recommencez.');
  };
  const feuilleDe = (id: string) => instantane.feuilles.find((feuille) => feuille.id === id);
  const ecrire = ({ feuille: id, ligne, colonne }: Emplacement, contenu: Contenu) => {
    instantane = { ...instantane, feuilles: instantane.feuilles.map((feuille) => (feuille.id === id ? avecContenu(feuille, ligne, colonne, contenu) : feuille)) };
  };
  const hote: HoteMemoire = {
    selections: [],
    plans: [],
    structureProtegee: false,
    donnees: null,
    lectures: 0,
    attente: 0,
    classeur: () => instantane,
    enPanne: (operation, motif) => { if (motif) pannes.set(operation, motif); else pannes.delete(operation); },
    saisir: (emplacement, contenu) => {
      ecrire(emplacement, contenu);
      for (const abonne of abonnes) abonne({ feuille: emplacement.feuille, distant: false });
    },
    lire: async () => {
      hote.lectures++;
      if (hote.attente > 0) await new Promise((suite) => setTimeout(suite, hote.attente));
      verifier('lire');
      return instantane;
    },
    appliquer: async ({ ecritures, nouvellesFeuilles = [] }: PlanEcritures) => {
      verifier('appliquer');
      hote.plans.push({ ecritures, nouvellesFeuilles });
      const raisons = ecritures.flatMap(({ feuille, ligne, colonne, avant }): RaisonRefus[] => {
        const emplacement = { feuille, ligne, colonne };
        const neuve = nouvellesFeuilles.find((nom) => feuille === `nouvelle:${nom}`);
        if (neuve !== undefined) return hote.structureProtegee ? [{ emplacement, message: `La structure du classeur est protégée : la feuille « ${neuve} » ne peut pas être ajoutée.` }] : [];
        const trouvee = feuilleDe(feuille)!;
        if (trouvee.protegee && (celluleDe(trouvee, ligne, colonne)?.verrouillee ?? true)) return [{ emplacement, message: 'La cellule est verrouillée et la feuille protégée. Ôtez la protection, puis recommencez.' }];
        return memeContenu(contenuDe(trouvee, ligne, colonne), avant) ? [] : [{ emplacement, message: 'La cellule a changé depuis le contrôle. Relancez-le.' }];
      });
      if (raisons.length > 0) return { etat: 'refuse', raisons };
      instantane = { ...instantane, feuilles: [...instantane.feuilles, ...nouvellesFeuilles.map((nom) => feuilleNeuve(nom))] };
      for (const ecriture of ecritures) ecrire({ ...ecriture, feuille: ecriture.feuille.replace(/^nouvelle:/, 'id:') }, ecriture.apres);
      return { etat: 'applique', ecrites: ecritures.map(({ feuille, ligne, colonne }) => ({ feuille, ligne, colonne })) };
    },
    lireDonnees: async () => {
      verifier('lireDonnees');
      return hote.donnees;
    },
    ecrireDonnees: async (xml) => {
      verifier('ecrireDonnees');
      hote.donnees = xml;
    },
    selectionner: async (emplacement, options) => {
      verifier('selectionner');
      const feuille = feuilleDe(emplacement.feuille);
      if (!feuille) return 'introuvable';
      if (feuille.visibilite !== 'visible' && !options?.demasquer) return 'feuille_masquee';
      instantane = { ...instantane, feuilles: instantane.feuilles.map((autre) => (autre === feuille ? { ...autre, visibilite: 'visible' } : autre)) };
      hote.selections.push(emplacement);
      return 'selectionnee';
    },
    ecouter: async (surChangement) => {
      abonnes.add(surChangement);
      return async () => { abonnes.delete(surChangement); };
    },
  };
  return hote;
}
