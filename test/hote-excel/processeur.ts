/**
 * Le processeur générique du protocole RichApi : rejoue les actions d'une requête sur la table
 * des classes. Les actions s'exécutent dans l'ordre ; à la première erreur, celles qui précèdent
 * restent faites (un lot Excel n'est pas atomique) et leurs résultats sont rendus.
 */
import { isObjetHote, objet } from './classe';
import type { Contexte, Jeu, ObjetHote } from './classe';
import { CLASSEUR, SERVICE_INTERNE } from './classes-classeur';
import { CODE_NON_MODELISE, ErreurExcel, nonModelise } from './erreurs';
import { TYPE_ACTION, TYPE_CHEMIN } from './protocole';
import type { Action, Arguments, Chemin, Reponse, Requete } from './protocole';

export interface Execution {
  readonly contexte: Contexte;
  /** Version d'ExcelApi de l'hôte (13 pour 1.13). */
  readonly jeu: Jeu;
  readonly references: Map<string, ObjetHote>;
  /** Appelé avant chaque action : une panne injectée s'y lève. */
  readonly avantAction: (rang: number, nom: string) => void;
  readonly surNonModelise: (message: string) => void;
}

/** Lien ou propriété au nom donné, sans égard à la casse de la première lettre. */
function membre<M>(membres: Readonly<Record<string, M>> | undefined, nom: string): [string, M] | null {
  const cle = Object.keys(membres ?? {}).find((candidate) => candidate.toLowerCase() === nom.toLowerCase());
  return cle === undefined ? null : [cle, membres![cle]!];
}

function exigerJeu(depuis: Jeu | undefined, jeu: Jeu, nom: string): void {
  if ((depuis ?? 1) > jeu) throw new ErreurExcel('ApiNotFound', `${nom} : ExcelApi 1.${depuis} requis, hôte en 1.${jeu}.`, 404);
}

class Lot {
  private readonly objets = new Map<number, ObjetHote | null>();
  private readonly tenus: ReadonlySet<number>;

  constructor(
    private readonly requete: Requete,
    private readonly execution: Execution,
  ) {
    this.tenus = new Set(requete.Actions.filter(({ Name }) => Name === '_KeepReference').map(({ ObjectPathId }) => ObjectPathId));
  }

  objet(id: number): ObjetHote | null {
    if (!this.objets.has(id)) this.objets.set(id, this.resoudre(this.requete.ObjectPaths[String(id)]!));
    return this.objets.get(id)!;
  }

  private resoudre(chemin: Chemin): ObjetHote | null {
    const { contexte, references } = this.execution;
    if (chemin.ObjectPathType === TYPE_CHEMIN.racine) return objet(CLASSEUR, contexte.classeur);
    if (chemin.ObjectPathType === TYPE_CHEMIN.nul) return null;
    if (chemin.ObjectPathType === TYPE_CHEMIN.nouveau && chemin.Name === SERVICE_INTERNE.nom) return objet(SERVICE_INTERNE, null);
    if (chemin.ObjectPathType === TYPE_CHEMIN.reference) {
      const tenu = references.get(chemin.Name);
      if (!tenu) throw new ErreurExcel('InvalidReference', `This reference is not valid. (${chemin.Name})`);
      return tenu;
    }
    const parent = this.objet(chemin.ParentObjectPathId!);
    if (!parent) throw nonModelise(`un membre (${chemin.Name || 'getItem'}) d'un objet nul`);
    if (chemin.ObjectPathType === TYPE_CHEMIN.propriete) return this.suivre(parent, chemin.Name);
    if (chemin.ObjectPathType === TYPE_CHEMIN.indexeur) return this.indexer(parent, String(chemin.ArgumentInfo?.Arguments?.[0]));
    if (chemin.ObjectPathType === TYPE_CHEMIN.methode) {
      const rendu = this.appeler(parent, chemin.Name, chemin.ArgumentInfo);
      if (rendu === null || isObjetHote(rendu)) return rendu;
    }
    throw nonModelise(`le chemin d'objet ${parent.classe.nom}.${chemin.Name} (type ${chemin.ObjectPathType})`);
  }

  private suivre({ classe, cible }: ObjetHote, nom: string): ObjetHote | null {
    const lien = membre(classe.liens, nom)?.[1];
    if (!lien) throw nonModelise(`${classe.nom}.${nom}`);
    exigerJeu(lien.depuis, this.execution.jeu, `${classe.nom}.${nom}`);
    return lien.vers(cible, this.execution.contexte);
  }

  private indexer({ classe, cible }: ObjetHote, cle: string): ObjetHote {
    if (!classe.parCle) throw nonModelise(`${classe.nom}.getItem`);
    const trouve = classe.parCle(cible, cle, this.execution.contexte);
    if (!trouve) throw new ErreurExcel('ItemNotFound', `The requested resource doesn't exist. (${classe.nom} ${cle})`, 404);
    return trouve;
  }

  private appeler({ classe, cible }: ObjetHote, nom: string, info: Arguments | undefined): unknown {
    const methode = classe.methodes?.[nom];
    if (!methode) throw nonModelise(`${classe.nom}.${nom}()`);
    exigerJeu(methode.depuis, this.execution.jeu, `${classe.nom}.${nom}`);
    const recus = (info?.Arguments ?? []).map((valeur, rang) => {
      const reference = info?.ReferencedObjectPathIds?.[rang];
      return typeof reference === 'number' && reference > 0 ? this.objet(reference) : valeur;
    });
    return methode.appeler(cible, recus, this.execution.contexte) ?? null;
  }

  /** Identité rendue au client, avec la référence tenue s'il l'a demandée. */
  private identite(hote: ObjetHote, tenir: boolean): Record<string, unknown> {
    if (tenir && hote.classe.parReference && !hote.reference) {
      hote.reference = `ref-${this.execution.contexte.classeur.suite += 1}`;
      this.execution.references.set(hote.reference, hote);
    }
    return { ...hote.classe.identite?.(hote.cible), ...(hote.reference ? { _ReferenceId: hote.reference } : {}) };
  }

  private lireProprietes(hote: ObjetHote, noms: readonly string[]): Record<string, unknown> {
    const rendu = this.identite(hote, false);
    const parLien = new Map<string, string[]>();
    for (const nom of noms) {
      const [tete, ...reste] = nom.split('/');
      if (reste.length > 0) parLien.set(tete!, [...(parLien.get(tete!) ?? []), reste.join('/')]);
      else Object.assign(rendu, this.lirePropriete(hote, tete!));
    }
    for (const [lien, sous] of parLien) {
      const suivi = this.suivre(hote, lien);
      rendu[membre(hote.classe.liens, lien)![0]] = suivi && this.lire(suivi, sous);
    }
    return rendu;
  }

  private lirePropriete({ classe, cible }: ObjetHote, nom: string): Record<string, unknown> {
    const trouvee = membre(classe.proprietes, nom);
    if (!trouvee?.[1].lire) throw nonModelise(`${classe.nom}.${nom} en lecture`);
    exigerJeu(trouvee[1].depuis, this.execution.jeu, `${classe.nom}.${nom}`);
    return { [trouvee[0]]: trouvee[1].lire(cible, this.execution.contexte) };
  }

  private lire(hote: ObjetHote, noms: readonly string[]): Record<string, unknown> {
    if (noms.length === 0 || noms.includes('*')) throw nonModelise(`load() sans liste de propriétés sur ${hote.classe.nom}`);
    if (!hote.classe.elements) return this.lireProprietes(hote, noms);
    const elements = hote.classe.elements(hote.cible, this.execution.contexte);
    return { _Items: elements.map((element) => this.lireProprietes(element, noms)) };
  }

  private affecter({ classe, cible }: ObjetHote, nom: string, valeur: unknown): null {
    const propriete = membre(classe.proprietes, nom)?.[1];
    if (!propriete?.ecrire) throw nonModelise(`${classe.nom}.${nom} en écriture`);
    exigerJeu(propriete.depuis, this.execution.jeu, `${classe.nom}.${nom}`);
    propriete.ecrire(cible, valeur, this.execution.contexte);
    return null;
  }

  /** Charger un objet nul rend « nul » ; tout autre appel serait un pari sur Excel : on le refuse. */
  private surObjetNul({ ActionType, Name }: Action): null {
    if (ActionType !== TYPE_ACTION.requete && Name !== '_KeepReference') throw nonModelise(`${Name} sur un objet nul`);
    return null;
  }

  executer(action: Action): unknown {
    const hote = this.objet(action.ObjectPathId);
    if (action.ActionType === TYPE_ACTION.instancier) return hote && this.identite(hote, this.tenus.has(action.ObjectPathId));
    if (hote === null) return this.surObjetNul(action);
    if (action.ActionType === TYPE_ACTION.requete) {
      if (action.QueryInfo?.Expand || action.QueryInfo?.Top) throw nonModelise('load avec expand ou top');
      return this.lire(hote, action.QueryInfo?.Select ?? []);
    }
    if (action.ActionType === TYPE_ACTION.affecter) return this.affecter(hote, action.Name, action.ArgumentInfo?.Arguments?.[0]);
    if (action.ActionType !== TYPE_ACTION.methode) throw nonModelise(`l'action de type ${action.ActionType}`);
    if (action.Name === '_KeepReference') return this.identite(hote, true) && null;
    const rendu = this.appeler(hote, action.Name, action.ArgumentInfo);
    return isObjetHote(rendu) ? this.identite(rendu, false) : rendu;
  }
}

/** Nom lisible d'une action, tel qu'une panne injectée ou une erreur le désigne. */
function nomAction(requete: Requete, action: Action): string {
  return action.Name || requete.ObjectPaths[String(action.ObjectPathId)]?.Name || 'getItem';
}

/** Exécute une requête entière. */
export function executer(requete: Requete, execution: Execution): Reponse {
  const reponse: Reponse = { Results: [], TraceIds: [] };
  const lot = new Lot(requete, execution);
  for (const [rang, action] of requete.Actions.entries()) {
    try {
      execution.avantAction(rang, nomAction(requete, action));
      if (action.ActionType === TYPE_ACTION.trace) {
        reponse.TraceIds.push(action.Id);
        reponse.Results.push({ ActionId: action.Id, Value: null });
        continue;
      }
      reponse.Results.push({ ActionId: action.Id, Value: lot.executer(action) });
    } catch (erreur) {
      if (!(erreur instanceof ErreurExcel)) throw erreur;
      if (erreur.code === CODE_NON_MODELISE) execution.surNonModelise(erreur.message);
      const lieu = nomAction(requete, action);
      reponse.Error = { Code: erreur.code, Message: erreur.message, HttpStatusCode: erreur.statut, Location: lieu, ActionIndex: rang };
      break;
    }
  }
  return reponse;
}
