/** L'hôte fichier : un classeur en mémoire, sans Excel, dans un navigateur ou dans Node. */
import { ErreurHote, type Hote, type ResultatEcriture } from '../port';
import { ecrireDonneesProjet, lireDonneesProjet } from './donnees-projet';
import { retoucher } from './ecrire';
import { lireClasseur } from './lire';

export interface OptionsHoteFichier {
  readonly octets: Uint8Array;
  /** Nom du fichier, sans chemin. */
  readonly nom: string | null;
  /** Reçoit le classeur après chaque écriture réussie, pour l'enregistrer. Si elle échoue, rien n'est gardé. */
  readonly surEcriture?: (octets: Uint8Array) => void | Promise<void>;
}

export interface HoteFichier extends Hote {
  /** Le classeur tel qu'il est à présent. */
  octets(): Uint8Array;
}

export function creerHoteFichier({ octets: origine, nom, surEcriture }: OptionsHoteFichier): HoteFichier {
  let courants = origine;
  let file: Promise<unknown> = Promise.resolve();
  /** Les opérations se suivent : une écriture en cours d'enregistrement n'est jamais doublée. */
  const enFile = <T>(operation: () => Promise<T>): Promise<T> => {
    const suite = file.then(operation);
    file = suite.then(ignorer, ignorer);
    return suite;
  };
  const garder = async (octets: Uint8Array): Promise<void> => {
    if (octets === courants) return;
    await surEcriture?.(octets);
    courants = octets;
  };
  return {
    octets: () => courants,
    lire: () => enFile(async () => lireClasseur(courants, { nom })),
    appliquer: (plan) =>
      enFile(async (): Promise<ResultatEcriture> => {
        const resultat = retoucher(courants, plan);
        if (resultat.etat === 'refuse') return resultat;
        try {
          await garder(resultat.octets);
        } catch (cause) {
          return { etat: 'echec', message: messageEnregistrement(cause), restantes: [] };
        }
        return { etat: 'applique', ecrites: resultat.ecrites };
      }),
    lireDonnees: () => enFile(async () => lireDonneesProjet(courants)),
    ecrireDonnees: (xml) => enFile(() => garder(ecrireDonneesProjet(courants, xml))),
  };
}

/** L'issue d'une opération est rendue à qui l'a demandée ; la file ne fait que l'attendre. */
function ignorer(): void {
  // Rien à faire de plus.
}

function messageEnregistrement(cause: unknown): string {
  if (cause instanceof ErreurHote) return cause.message;
  const detail = cause instanceof Error ? ` (${cause.message})` : '';
  return `Le classeur corrigé n’a pas pu être enregistré${detail}. Rien n’a été modifié : vérifiez que le fichier n’est pas ouvert ailleurs et qu’il reste de la place, puis recommencez.`;
}
