/** Brouillon d'un paquet : on y récrit, ajoute ou retire des parties, puis on en tire l'archive. */
import { type Archive, trouverPartie } from './archive';
import { type TextePartie, encoderTexte, lireTextePartie } from './texte-partie';
import { recrireArchive } from './recrire-archive';

export interface Brouillon {
  readonly archive: Archive;
  existe(chemin: string): boolean;
  /** Texte actuel d'une partie. Lève `ErreurHote` si elle manque ou n'est pas en UTF-8. */
  lire(chemin: string): string;
  /** Récrit une partie, ou l'ajoute. */
  ecrire(chemin: string, texte: string): void;
  retirer(chemin: string): void;
  /** L'archive récrite ; les octets d'origine si rien n'a changé. */
  terminer(): Uint8Array;
}

export function creerBrouillon(archive: Archive): Brouillon {
  /** Textes lus ou écrits, par chemin en minuscules. */
  const textes = new Map<string, TextePartie & { readonly chemin: string; readonly origine: string | null }>();
  const retirees = new Set<string>();
  const cle = (chemin: string): string => chemin.toLowerCase();

  const charger = (chemin: string) => {
    const deja = textes.get(cle(chemin));
    if (deja) return deja;
    const lu = lireTextePartie(archive, chemin);
    const charge = { ...lu, chemin: trouverPartie(archive, chemin)!.chemin, origine: lu.texte };
    textes.set(cle(chemin), charge);
    return charge;
  };
  const existe = (chemin: string): boolean =>
    textes.has(cle(chemin)) || (!retirees.has(cle(chemin)) && trouverPartie(archive, chemin) !== undefined);

  return {
    archive,
    existe,
    lire: (chemin) => charger(chemin).texte,
    ecrire(chemin, texte) {
      const deja = existe(chemin) ? charger(chemin) : { chemin, marque: false, origine: null };
      textes.set(cle(chemin), { ...deja, texte });
    },
    retirer(chemin) {
      textes.delete(cle(chemin));
      retirees.add(cle(chemin));
    },
    terminer() {
      const changees = [...textes.values()].filter(({ texte, origine }) => texte !== origine);
      const remplacees = changees.filter(({ origine }) => origine !== null);
      const ajoutees = changees.filter(({ origine }) => origine === null);
      const ote = [...retirees].flatMap((chemin) => trouverPartie(archive, chemin)?.chemin ?? []);
      if (changees.length === 0 && ote.length === 0) return archive.octets;
      const octetsDe = (parties: typeof changees) => new Map(parties.map((partie) => [partie.chemin, encoderTexte(partie)]));
      return recrireArchive(archive, { remplacees: octetsDe(remplacees), ajoutees: octetsDe(ajoutees), retirees: new Set(ote) });
    },
  };
}
