/**
 * Le transport « Excel pour Windows » : l'objet que le client trouve dans `window.external`.
 * Ni DOM ni Node ici : jest et Chromium s'en servent tel quel.
 */
import type { ObjetHote } from './classe';
import { CATEGORIE_EVENEMENT } from './evenements';
import type { ClasseurEmule } from './modele';
import { executer } from './processeur';
import type { Requete } from './processeur';

/** Une panne d'hôte, servie une fois puis oubliée. */
export type Panne =
  /**
   * Refus de la `requete`-ième requête à venir (la première par défaut) : 5004 cellule en cours
   * d'édition, 5103 requête trop grande, 5012 session perdue… 5104 (réponse trop grande) vient
   * après exécution.
   */
  | { readonly statut: number; readonly requete?: number }
  /**
   * Geste d'utilisateur ou panne juste avant une action nommée (`GetRange`, `Formulas`…) : à sa
   * `fois`-ième occurrence (la première par défaut), dans la `requete`-ième requête à venir (la
   * première où elle se présente, par défaut).
   */
  | { readonly avant: string; readonly fois?: number; readonly requete?: number; readonly faire: () => void };

export interface OptionsHote {
  /** Version d'ExcelApi : 13 pour 1.13 (le défaut, 15, est le plus haut que le client connaisse). */
  readonly jeu?: number;
  /** Plafond d'un échange, en octets (5 Mo sur le web ; sans limite par défaut). */
  readonly plafondOctets?: number;
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

type Rappel = (reponse: unknown) => void;
type Ecouteur = (evenement: number, charge: unknown) => void;

const tableauSur = (valeurs: readonly unknown[]) => ({ toArray: () => valeurs, dimensions: () => 1 });

function contexteOffice(classeur: () => ClasseurEmule, jeu: number) {
  const jeux = { ExcelApi: `1.${jeu}`, DelayForCellEdit: '1.1', DialogApi: '1.2', AddinCommands: '1.1', CustomXmlParts: '1.1' };
  const reponses: Readonly<Record<string, unknown>> = {
    GetAppType: 1, GetSolutionRef: 'controle-cdppe', GetAppVersionMajor: 16, GetAppVersionMinor: 1,
    GetAppUILocale: 'fr-FR', GetAppDataLocale: 'fr-FR', GetAppCapabilities: 0, GetActivationMode: 1,
    GetControlIntegrationLevel: 1, GetSolutionToken: '', GetCorrelationId: '', GetInstanceId: 'instance',
    GetTouchEnabled: false, GetCommerceAllowed: false, GetSupportedMatrix: JSON.stringify(jeux),
    GetHostFullVersion: '16.0.14332', GetInitialDisplayMode: 0,
    // Couleurs du thème « coloré » d'Office, en entiers BGR.
    GetOfficeThemeInfo: JSON.stringify({ bodyBackgroundColor: 0xffffff, bodyForegroundColor: 0x262626, controlBackgroundColor: 0xf3f3f3, controlForegroundColor: 0x262626 }),
  };
  const methodes = Object.fromEntries(Object.entries(reponses).map(([nom, valeur]) => [nom, () => valeur]));
  return { ...methodes, GetDocUrl: () => classeur().nom ?? '', GetSettings: () => ({ Read: () => undefined, Write: () => undefined }) };
}

export function creerHoteEmule(initial: ClasseurEmule, { jeu = JEU_DU_CLIENT, plafondOctets = Infinity }: OptionsHote = {}): HoteEmule {
  let ouvert = initial;
  const compteurs: Compteurs = { sync: 0, nettoyages: 0, octetsEnvoyes: 0, octetsRecus: 0 };
  const references = new Map<string, ObjetHote>();
  const ecouteurs = new Map<number, Ecouteur>();
  const inscrits = new Set<string>();
  const nonModelises: string[] = [];
  let pannes: Panne[] = [];

  function emettre(type: number, cible: string, message: object): void {
    if (!ouvert.evenementsActifs || !inscrits.has(`${type} ${cible}`)) return;
    const ecouteur = ecouteurs.get(EVENEMENT_RICHAPI);
    const entree = tableauSur([CATEGORIE_EVENEMENT, type, cible, JSON.stringify(message), 1, false]);
    void Promise.resolve().then(() => ecouteur?.(EVENEMENT_RICHAPI, tableauSur([entree])));
  }

  /** Retire et rend la première panne qui s'applique. */
  function tirer(sApplique: (panne: Panne) => boolean): Panne | undefined {
    const panne = pannes.find(sApplique);
    pannes = pannes.filter((candidate) => candidate !== panne);
    return panne;
  }

  function avantAction(_rang: number, nom: string): void {
    const panne = pannes.find((candidate) => 'avant' in candidate && candidate.avant === nom && (candidate.requete ?? 0) === 0);
    if (!panne || !('avant' in panne)) return;
    const { fois = 1 } = panne;
    pannes = pannes.flatMap((candidate) => (candidate !== panne ? [candidate] : fois > 1 ? [{ ...panne, fois: fois - 1 }] : []));
    if (fois === 1) panne.faire();
  }

  /** Une requête est passée : les pannes datées s'en rapprochent. */
  function avancerPannes(): void {
    pannes = pannes.map((panne) => (panne.requete !== undefined ? { ...panne, requete: panne.requete - 1 } : panne));
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
    compteurs.octetsEnvoyes += texte.length;
    const refus = nettoie || annonce ? undefined : tirer((panne) => 'statut' in panne && (panne.requete ?? 1) === 1);
    const statut = refus && 'statut' in refus ? refus.statut : 0;
    if (!nettoie && !annonce) avancerPannes();
    if (statut > 0 && statut !== STATUT_REPONSE_TROP_GRANDE) return [statut];
    if (texte.length > plafondOctets) return [STATUT_REQUETE_TROP_GRANDE];
    const surNonModelise = (message: string) => void nonModelises.push(message);
    const tenues = new Set(references.keys());
    const reponse = JSON.stringify(executer(requete, { contexte, jeu, references, avantAction, surNonModelise }));
    if (statut === 0 && reponse.length <= plafondOctets) {
      compteurs.octetsRecus += reponse.length;
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
      GetContext: () => contexteOffice(() => ouvert, jeu),
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
      pannes = [];
    },
    referencesTenues: () => references.size,
    panne: (panne) => void pannes.push(panne),
    emettre,
    abonnements: () => [...inscrits],
  };
}
