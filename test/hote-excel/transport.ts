/**
 * Le transport « Excel pour Windows » : l'objet que le client trouve dans `window.external`.
 * Ni DOM ni Node ici : jest et Chromium s'en servent tel quel.
 */
import type { ObjetHote } from './classe';
import { contexteOffice } from './contexte-office';
import type { Theme } from './contexte-office';
import { CATEGORIE_EVENEMENT } from './evenements';
import type { ClasseurEmule } from './modele';
import { creerPannes } from './pannes';
import type { Panne } from './pannes';
import { executer } from './processeur';
import type { Requete } from './protocole';

export interface OptionsHote {
  /** Version d'ExcelApi : 13 pour 1.13 (le défaut, 15, est le plus haut que le client connaisse). */
  readonly jeu?: number;
  /** Plafond d'un échange, en octets (5 Mo sur le web ; sans limite par défaut). */
  readonly plafondOctets?: number;
  readonly theme?: Theme;
}

export interface Compteurs {
  /** Requêtes hors nettoyage : autant de `sync` attendus par l'appelant. */
  sync: number;
  /** Requêtes de nettoyage (libération de références seulement), que le client n'attend pas. */
  nettoyages: number;
  octetsEnvoyes: number;
  octetsRecus: number;
}

export interface HoteEmule {
  /** À poser en `window.external`. */
  readonly external: Readonly<Record<string, unknown>>;
  readonly compteurs: Compteurs;
  /** Requêtes que rien ne modélise : un test doit finir avec une liste vide. */
  readonly nonModelises: readonly string[];
  classeur(): ClasseurEmule;
  /** Remplace le classeur ouvert et remet les compteurs à zéro. */
  ouvrir(classeur: ClasseurEmule): void;
  /** Références de plages tenues pour le client et non libérées. */
  referencesTenues(): number;
  panne(panne: Panne): void;
  /** Émet un événement comme si l'utilisateur (ou un coauteur) l'avait causé. */
  emettre(type: number, cible: string, message: object): void;
  abonnements(): readonly string[];
}

const ID_RICHAPI = 93;
const EVENEMENT_RICHAPI = 33;
const STATUT_REQUETE_TROP_GRANDE = 5103;
const STATUT_REPONSE_TROP_GRANDE = 5104;
const JEU_DU_CLIENT = 15;

/** Taille d'un texte une fois en UTF-8. */
function octets(texte: string): number {
  let taille = 0;
  for (const caractere of texte) {
    const point = caractere.codePointAt(0)!;
    taille += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return taille;
}

type Rappel = (reponse: unknown) => void;
type Ecouteur = (evenement: number, charge: unknown) => void;

const tableauSur = (valeurs: readonly unknown[]) => ({ toArray: () => valeurs, dimensions: () => 1 });

export function creerHoteEmule(initial: ClasseurEmule, { jeu = JEU_DU_CLIENT, plafondOctets = Infinity, theme = 'clair' }: OptionsHote = {}): HoteEmule {
  let ouvert = initial;
  const compteurs: Compteurs = { sync: 0, nettoyages: 0, octetsEnvoyes: 0, octetsRecus: 0 };
  const references = new Map<string, ObjetHote>();
  const ecouteurs = new Map<number, Ecouteur>();
  const inscrits = new Set<string>();
  const nonModelises: string[] = [];
  const pannes = creerPannes();

  function emettre(type: number, cible: string, message: object): void {
    if (!ouvert.evenementsActifs || !inscrits.has(`${type} ${cible}`)) return;
    const ecouteur = ecouteurs.get(EVENEMENT_RICHAPI);
    const entree = tableauSur([CATEGORIE_EVENEMENT, type, cible, JSON.stringify(message), 1, false]);
    void Promise.resolve().then(() => ecouteur?.(EVENEMENT_RICHAPI, tableauSur([entree])));
  }

  const contexte = {
    get classeur() {
      return ouvert;
    },
    signaler: emettre,
    abonner: (type: number, cible: string) => void inscrits.add(`${type} ${cible}`),
    desabonner: (type: number, cible: string) => void inscrits.delete(`${type} ${cible}`),
    liberer: (reference: string) => void references.delete(reference),
  };

  function traiter(texte: string): readonly unknown[] {
    const requete = JSON.parse(texte) as Requete;
    const utiles = requete.Actions.filter(({ Name, ActionType }) => Name !== '_RemoveReference' && ActionType !== 1);
    const nettoie = utiles.length === 0 && requete.Actions.some(({ Name }) => Name === '_RemoveReference');
    // Au démarrage, le client annonce de lui-même que le ruban peut lui parler : personne ne l'attend.
    const annonce = utiles.some(({ Name }) => Name === 'NotifyActionHandlerReady');
    if (nettoie) compteurs.nettoyages += 1;
    else if (!annonce) compteurs.sync += 1;
    compteurs.octetsEnvoyes += octets(texte);
    const statut = nettoie || annonce ? 0 : pannes.surRequete();
    if (statut > 0 && statut !== STATUT_REPONSE_TROP_GRANDE) return [statut];
    if (octets(texte) > plafondOctets) return [STATUT_REQUETE_TROP_GRANDE];
    const surNonModelise = (message: string) => void nonModelises.push(message);
    const tenues = new Set(references.keys());
    const reponse = JSON.stringify(executer(requete, { contexte, jeu, references, avantAction: pannes.avantAction, surNonModelise }));
    const taille = octets(reponse);
    if (statut === 0 && taille <= plafondOctets) {
      compteurs.octetsRecus += taille;
      return [0, [200, [], reponse]];
    }
    // Une réponse jamais rendue ne laisse aucune référence que le client puisse libérer : l'hôte les oublie.
    for (const reference of references.keys()) if (!tenues.has(reference)) references.delete(reference);
    return [STATUT_REPONSE_TROP_GRANDE];
  }

  function execute(id: number, parametres: unknown, rappel: Rappel): void {
    if (id !== ID_RICHAPI) throw new Error(`Hôte émulé : l'appel ${id} n'est pas modélisé.`);
    const texte = (parametres as readonly (readonly unknown[])[])[0]![4] as string;
    // Excel répond toujours plus tard : jamais dans le tour de l'appelant.
    void Promise.resolve().then(() => rappel(tableauSur(traiter(texte))));
  }

  return {
    external: {
      GetHostInfo: () => 'Excel|Win32|16.01|fr-fr|corr||disableLogging|0',
      GetLoggingAllowed: () => false,
      GetContext: () => contexteOffice(() => ouvert, jeu, theme),
      Execute: execute,
      RegisterEvent: (id: number, _cible: string, ecouteur: Ecouteur, rappel: Rappel) => {
        ecouteurs.set(id, ecouteur);
        rappel(tableauSur([0]));
      },
      UnregisterEvent: (id: number, _cible: string, rappel: Rappel) => {
        ecouteurs.delete(id);
        rappel(tableauSur([0]));
      },
    },
    compteurs,
    nonModelises,
    classeur: () => ouvert,
    ouvrir(classeur) {
      ouvert = classeur;
      Object.assign(compteurs, { sync: 0, nettoyages: 0, octetsEnvoyes: 0, octetsRecus: 0 });
      references.clear();
      nonModelises.length = 0;
      pannes.vider();
    },
    referencesTenues: () => references.size,
    panne: pannes.ajouter,
    emettre,
    abonnements: () => [...inscrits],
  };
}
