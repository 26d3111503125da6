/** Les valeurs candidates d'un diagnostic, par indicateur : celles de la trame, de l'INSEE, et les reprises. */
import { formatNombre } from '../classeur/nombres';
import { indicateurDe, INDICATEURS, type CodeIndicateur } from '../referentiel/indicateurs';
import { SOURCE_NAISSANCES, type DonneesInsee } from '../referentiel/insee';
import { nommerObjectif } from '../referentiel/objectifs';
import { montrerCase } from './grille-trame';
import { rapprocherLibelles, type LibelleRapproche } from './libelles-trame';
import type { NonRapprochee, Origine } from './propositions';
import type { LigneTrame } from './lignes-trame';
import type { Trame } from './trame';
import { jugerValeur, type ValeurJugee } from './valeur-trame';

export interface Candidate {
  readonly valeur: ValeurJugee;
  /** Valeur montrable. */
  readonly propose: string;
  readonly origine: Origine;
}

export type Candidates = ReadonlyMap<CodeIndicateur, Candidate>;

const NAISSANCES: readonly CodeIndicateur[] = ['o1-naissances', 'o3-naissances'];

export function candidatesInsee({ naissances }: DonneesInsee): Candidates {
  const { texte, date } = SOURCE_NAISSANCES;
  const candidate: Candidate = { valeur: { nature: 'nombre', nombre: naissances, reserve: null }, propose: formatNombre(naissances), origine: { type: 'insee', source: texte, millesime: date ?? null, place: 'référence INSEE' } };
  return new Map(NAISSANCES.map((code) => [code, candidate]));
}

export interface CandidatesTrame {
  readonly candidates: Candidates;
  readonly nonRapprochees: readonly NonRapprochee[];
  /** Taux que porte la trame : ils ne se reprennent pas. */
  readonly taux: readonly CodeIndicateur[];
}

const nommer = (code: CodeIndicateur) => {
  const { nom, objectif } = indicateurDe(code);
  return objectif === null ? `« ${nom} »` : `« ${nom} » (${nommerObjectif(objectif)})`;
};

function nonRapprochee({ rang, place, libelle, valeur }: LigneTrame, motif: NonRapprochee['motif'], message: string, candidats: readonly CodeIndicateur[]): NonRapprochee {
  return { rang, place, libelle, propose: montrerCase(valeur), motif, message, candidats };
}

/** Pourquoi une ligne ne mène à aucun indicateur ; `null` si elle mène quelque part, ou n'a rien à dire. */
function expliquer(ligne: LigneTrame, rapproche: LibelleRapproche): NonRapprochee | null {
  if (rapproche.etat === 'inconnu') {
    return nonRapprochee(ligne, 'inconnue', 'Ce libellé n’est celui d’aucun indicateur harmonisé : choisissez la ligne du tableau de bord, ou laissez cette valeur de côté (indicateur local).', INDICATEURS.map(({ code }) => code));
  }
  if (rapproche.etat !== 'ambigu') return null;
  return nonRapprochee(ligne, 'ambigue', `Ce libellé peut désigner plusieurs indicateurs : ${rapproche.candidats.map(nommer).join(' ou ')}. Choisissez la ligne du tableau de bord.`, rapproche.candidats);
}

function memeValeur(a: ValeurJugee, b: ValeurJugee): boolean {
  return a.nature === b.nature && (a.nature !== 'nombre' || b.nature !== 'nombre' || a.nombre === b.nombre);
}

/** Ce qui s'écrirait, puis ce que dit la trame quand les deux diffèrent : « 40 (« au moins 40 ») ». */
function montrerValeur(valeur: ValeurJugee, texte: string): string {
  if (valeur.nature === 'non_determine') return 'ND';
  return valeur.nature === 'nombre' && valeur.reserve !== null ? `${formatNombre(valeur.nombre, 4)} (« ${texte} »)` : texte;
}

/**
 * Valeurs de la trame, par indicateur. Une case vide ne propose rien. Deux lignes du même
 * indicateur qui se contredisent ne se départagent pas.
 * @param choix indicateur choisi à la main pour une ligne, par rang.
 */
export function candidatesTrame(trame: Trame, choix: ReadonlyMap<number, CodeIndicateur>): CandidatesTrame {
  const remplies = trame.lignes.filter(({ valeur }) => valeur.lecture.nature !== 'vide');
  const rapproches = rapprocherLibelles(trame.lignes.map((ligne) => ({ ...ligne, code: choix.get(ligne.rang) ?? ligne.code })));
  const candidates = new Map<CodeIndicateur, Candidate & { readonly ligne: LigneTrame }>();
  const [nonRapprochees, taux, doubles]: [NonRapprochee[], CodeIndicateur[], Set<CodeIndicateur>] = [[], [], new Set()];
  for (const ligne of remplies) {
    const rapproche = rapproches.get(ligne.rang)!;
    const obstacle = expliquer(ligne, rapproche);
    if (obstacle) nonRapprochees.push(obstacle);
    if (rapproche.etat !== 'trouve') continue;
    for (const code of rapproche.codes) {
      const indicateur = indicateurDe(code);
      if (indicateur.type === 'taux') {
        taux.push(code);
        continue;
      }
      const { place, source, millesime } = ligne;
      const valeur = jugerValeur(ligne.valeur.lecture, indicateur);
      const candidate: Candidate = {
        valeur,
        propose: montrerValeur(valeur, montrerCase(ligne.valeur)),
        origine: { type: 'trame', source: source || null, millesime: millesime || null, place: `${place} de ${trame.nom}` },
      };
      const deja = candidates.get(code);
      if (!deja) candidates.set(code, { ...candidate, ligne });
      else if (!memeValeur(deja.valeur, candidate.valeur)) {
        const message = `${nommer(code)} a deux valeurs dans la trame (${deja.ligne.place} et ${place}) : n’en gardez qu’une.`;
        nonRapprochees.push(...[...(doubles.has(code) ? [] : [deja.ligne]), ligne].map((fautive) => nonRapprochee(fautive, 'double', message, [code])));
        doubles.add(code);
      }
    }
  }
  return { candidates: new Map([...candidates].filter(([code]) => !doubles.has(code))), nonRapprochees, taux };
}
