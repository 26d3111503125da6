/** Classes Workbook, Application, Runtime, WorkbookProtection et CustomXmlPart. */
import { objet } from './classe';
import type { Classe, Contexte } from './classe';
import { FEUILLES, NOMS } from './classes-feuille';
import { TABLEAUX } from './classes-tableau';
import { accesRefuse, argumentInvalide, introuvable, nonModelise } from './erreurs';
import { EVENEMENT_FEUILLE_AJOUTEE, EVENEMENTS_CLASSEUR } from './evenements';
import { copieFeuille, nouvelId } from './modele';
import type { ClasseurEmule, PartieXml } from './modele';
import { recalculer } from './releve';

const APPLICATION: Classe<ClasseurEmule> = {
  nom: 'Application',
  proprietes: { CalculationState: { depuis: 9, lire: ({ etatCalcul }) => etatCalcul } },
};

const RUNTIME: Classe<ClasseurEmule> = {
  nom: 'Runtime',
  proprietes: {
    EnableEvents: {
      depuis: 8,
      lire: ({ evenementsActifs }) => evenementsActifs,
      ecrire: (classeur, valeur) => {
        classeur.evenementsActifs = valeur === true;
      },
    },
  },
};

const PROTECTION: Classe<ClasseurEmule> = {
  nom: 'WorkbookProtection',
  proprietes: { Protected: { depuis: 7, lire: ({ structureProtegee }) => structureProtegee } },
};

/** Espace de noms de la racine d'une partie XML. */
function espaceDeNoms({ xml }: PartieXml): string {
  const racine = /<([\w.-]+:)?[\w.-]+[^>]*>/.exec(xml.replace(/<\?[^>]*\?>/g, ''))?.[0] ?? '';
  const prefixe = /^<(?:([\w.-]+):)?/.exec(racine)?.[1];
  const attribut = prefixe ? `xmlns:${prefixe}` : 'xmlns';
  return new RegExp(`\\s${attribut}=["']([^"']*)["']`).exec(racine)?.[1] ?? '';
}

const PARTIE: Classe<{ readonly classeur: ClasseurEmule; readonly partie: PartieXml }> = {
  nom: 'CustomXmlPart',
  identite: ({ partie }) => ({ Id: partie.id }),
  proprietes: {
    Id: { depuis: 5, lire: ({ partie }) => partie.id },
    NamespaceUri: { depuis: 5, lire: ({ partie }) => espaceDeNoms(partie) },
  },
  methodes: {
    GetXml: { depuis: 5, appeler: ({ partie }) => partie.xml },
    SetXml: { depuis: 5, appeler: ({ partie }, [xml]) => {
      partie.xml = xmlValide(xml);
      return null;
    } },
    Delete: { depuis: 5, appeler: ({ classeur, partie }) => {
      const rang = classeur.partiesXml.indexOf(partie);
      if (rang < 0) throw introuvable('CustomXmlPart');
      classeur.partiesXml.splice(rang, 1);
      return null;
    } },
  },
};

function xmlValide(xml: unknown): string {
  if (typeof xml !== 'string' || !/<[\w.:-]+/.test(xml)) throw argumentInvalide('XML de CustomXmlPart');
  return xml;
}

interface CibleParties {
  readonly classeur: ClasseurEmule;
  readonly espace: string | null;
}

function parties({ classeur, espace }: CibleParties) {
  const retenues = classeur.partiesXml.filter((partie) => espace === null || espaceDeNoms(partie) === espace);
  return retenues.map((partie) => objet(PARTIE, { classeur, partie }));
}

const PARTIES: Classe<CibleParties> = {
  nom: 'CustomXmlPartCollection',
  elements: parties,
  parCle: ({ classeur }, cle) => {
    const partie = classeur.partiesXml.find(({ id }) => id === cle);
    return partie ? objet(PARTIE, { classeur, partie }) : null;
  },
  methodes: {
    GetByNamespace: { depuis: 5, appeler: ({ classeur }, [espace]) => objet(PARTIES, { classeur, espace: String(espace) }) },
    Add: { depuis: 5, appeler: ({ classeur }, [xml]) => {
      const partie: PartieXml = { id: nouvelId(classeur), xml: xmlValide(xml) };
      classeur.partiesXml.push(partie);
      return objet(PARTIE, { classeur, partie });
    } },
  },
};

/** Excel renomme une feuille dont le nom est pris : « Feuille (2) ». */
function nomLibre({ feuilles }: ClasseurEmule, nom: string): string {
  for (let rang = 1; ; rang += 1) {
    const propose = rang === 1 ? nom : `${nom} (${rang})`;
    if (!feuilles.some((feuille) => feuille.nom === propose)) return propose;
  }
}

function insererFeuilles(classeur: ClasseurEmule, [base64, options]: readonly unknown[], { signaler }: Contexte): string[] {
  if (!classeur.lireFichier) throw nonModelise('insertWorksheetsFromBase64 sans lecteur de fichier injecté');
  if (classeur.structureProtegee) throw accesRefuse('structure du classeur protégée');
  if ((options as { positionType?: string } | null)?.positionType !== 'End') throw nonModelise('une insertion ailleurs qu’à la fin');
  const octets = Uint8Array.from(atob(String(base64)), (caractere) => caractere.charCodeAt(0));
  const ids = classeur.lireFichier(octets).feuilles.map((feuille) => copieFeuille(classeur, { ...feuille, nom: nomLibre(classeur, feuille.nom) }).id);
  for (const id of ids) signaler(EVENEMENT_FEUILLE_AJOUTEE, EVENEMENTS_CLASSEUR, { source: 'Local', worksheetId: id });
  recalculer(classeur);
  return ids;
}

export const CLASSEUR: Classe<ClasseurEmule> = {
  nom: 'Workbook',
  proprietes: { Name: { depuis: 7, lire: ({ nom }) => nom } },
  liens: {
    Worksheets: { vers: (classeur) => objet(FEUILLES, classeur) },
    Names: { vers: ({ noms }) => objet(NOMS, noms) },
    Tables: { vers: ({ feuilles }) =>
      objet(TABLEAUX, feuilles.flatMap((feuille) => feuille.tableaux.map((tableau) => ({ feuille, tableau })))) },
    Application: { vers: (classeur) => objet(APPLICATION, classeur) },
    Protection: { depuis: 7, vers: (classeur) => objet(PROTECTION, classeur) },
    CustomXmlParts: { depuis: 5, vers: (classeur) => objet(PARTIES, { classeur, espace: null }) },
    _Runtime: { depuis: 5, vers: (classeur) => objet(RUNTIME, classeur) },
  },
  methodes: {
    InsertWorksheetsFromBase64: { depuis: 13, appeler: insererFeuilles },
    _RemoveReference: { appeler: (_, [reference], { liberer }) => {
      liberer(String(reference));
      return null;
    } },
  },
};

/** Service que le client appelle de lui-même au démarrage. */
export const SERVICE_INTERNE: Classe<null> = {
  nom: 'Microsoft.InternalService.AddinInternalService',
  methodes: { NotifyActionHandlerReady: { appeler: () => null } },
};
