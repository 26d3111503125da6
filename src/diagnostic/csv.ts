/** Lecture d'un texte à colonnes : CSV (« ; » ou « , », guillemets) ou collage (tabulations). */
import { ErreurTrame } from './erreur';

export interface LigneCsv {
  /** Numéro de la première ligne du texte, tel qu'un éditeur la numérote. */
  readonly numero: number;
  readonly champs: readonly string[];
}

/** Du plus sûr au moins sûr : une virgule est aussi la décimale française. */
const SEPARATEURS = ['\t', ';', ','] as const;
export type Separateur = (typeof SEPARATEURS)[number];

/** Une trame compte une cinquantaine de lignes, ou une par département. */
const LIGNES_MAX = 5_000;

interface Lecture {
  readonly lignes: readonly LigneCsv[];
  /** Ligne d'un guillemet jamais refermé. */
  readonly ouvert: number | null;
}

/** Un guillemet n'ouvre un champ qu'à son début ; ailleurs, c'est un caractère. */
function decouper(texte: string, separateur: Separateur): Lecture {
  const lignes: LigneCsv[] = [];
  let champs: string[] = [];
  let champ = '';
  let cite = false;
  let citeDepuis = 1;
  let neuf = true;
  let ligne = 1;
  let debut = 1;
  const finirChamp = () => {
    champs.push(champ.trim());
    champ = '';
    neuf = true;
  };
  const finirLigne = () => {
    finirChamp();
    if (champs.some((contenu) => contenu !== '')) lignes.push({ numero: debut, champs });
    champs = [];
    debut = ligne + 1;
  };
  for (let i = 0; i < texte.length; i++) {
    const lettre = texte.charAt(i);
    if (cite) {
      if (lettre === '"' && texte.charAt(i + 1) === '"') champ += texte.charAt(i++);
      else if (lettre === '"') cite = false;
      else champ += lettre;
    } else if (lettre === '"' && neuf && champ.trim() === '') {
      cite = true;
      citeDepuis = ligne;
      champ = '';
      neuf = false;
    } else if (lettre === separateur) finirChamp();
    else if (lettre === '\n') finirLigne();
    else champ += lettre;
    if (lettre === '\n') ligne += 1;
  }
  finirLigne();
  return { lignes, ouvert: cite ? citeDepuis : null };
}

/** Lignes qui ont le nombre de champs le plus fréquent, s'il y en a au moins deux. */
function regularite({ lignes }: Lecture): number {
  const comptes = new Map<number, number>();
  for (const { champs } of lignes) if (champs.length > 1) comptes.set(champs.length, (comptes.get(champs.length) ?? 0) + 1);
  return Math.max(0, ...comptes.values());
}

/** « sep=; » : convention d'Excel, en première ligne. */
const ANNONCE = /^sep=([\t;,])\n/i;

/** Lignes non vides d'un texte ; le séparateur est celui qui les découpe le plus régulièrement. Lève `ErreurTrame`. */
export function lireCsv(brut: string): { readonly lignes: readonly LigneCsv[]; readonly separateur: Separateur } {
  const texte = brut.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const annonce = ANNONCE.exec(texte);
  const candidats = annonce ? [annonce[1] as Separateur] : SEPARATEURS;
  const corps = annonce ? `\n${texte.slice(annonce[0].length)}` : texte;
  const lectures = candidats.map((separateur) => ({ separateur, lecture: decouper(corps, separateur) }));
  // À égalité, le premier : « a;1,5 » se découpe aussi régulièrement à la virgule.
  const { separateur, lecture } = lectures.reduce((meilleure, autre) => (regularite(autre.lecture) > regularite(meilleure.lecture) ? autre : meilleure));
  if (lecture.ouvert !== null) throw new ErreurTrame(`Un guillemet ouvert à la ligne ${String(lecture.ouvert)} n’est jamais refermé : la suite ne peut pas être lue. Corrigez cette ligne, ou enregistrez de nouveau le fichier depuis votre tableur.`);
  if (lecture.lignes.length > LIGNES_MAX) throw new ErreurTrame(`Ce fichier compte plus de ${String(LIGNES_MAX)} lignes : ce n’est pas une trame de diagnostic.`);
  return { lignes: lecture.lignes, separateur };
}
