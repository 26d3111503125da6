/** Le moteur : un instantané → un rapport. Fonction pure ; isole la panne d'un contrôle. */
import { lireDossier } from '../classeur/lire-dossier';
import type { Dossier } from '../classeur/dossier';
import type { Instantane } from '../classeur/instantane';
import type { RattachementManuel } from '../classeur/rattachements';
import type { Constat, Gravite } from '../controles/constat';
import type { Bilan, ControleEnregistre } from '../controles/controle';
import { preparerEntrees, type EntreesDisponibles } from '../controles/entrees';
import { REGISTRE } from '../controles/registre';
import { isARemplir } from '../controles/retenus';
import { creerServiceValeurs } from '../formules/valeurs';
import { OBJECTIFS } from '../referentiel/objectifs';
import { REFERENTIEL } from '../referentiel/periode';
import { arbitrer } from './arbitrer';
import type { FeuilleRapport, Rapport, ResultatControle } from './rapport';
import { juger } from './verdict';

export interface OptionsAnalyse {
  /** Code ou nom du département, qui l'emporte sur ce que dit le classeur. */
  readonly departement?: string | null;
  readonly rattachements?: readonly RattachementManuel[];
  /** Contrôles à passer ; par défaut, tout le registre. */
  readonly registre?: readonly ControleEnregistre[];
}

export interface Analyse {
  readonly rapport: Rapport;
  readonly dossier: Dossier;
  readonly entrees: EntreesDisponibles;
}

interface Passage {
  readonly resultat: ResultatControle;
  readonly constats: readonly Constat[];
}

function statutDe({ constats, nonVerifies, sansObjet }: Bilan): ResultatControle['statut'] {
  if (constats.length > 0) return 'constats';
  if (nonVerifies && nonVerifies.length > 0) return 'non_verifiable';
  return sansObjet ? 'sans_objet' : 'conforme';
}

function passer(controle: ControleEnregistre, { presentes, raisons }: EntreesDisponibles, aRemplir: boolean): Passage {
  const { code } = controle;
  const manquantes = controle.exige.filter((entree) => presentes[entree] === undefined);
  if (manquantes.length > 0) {
    const nonVerifies = manquantes.map((entree) => ({ emplacement: null, raison: raisons[entree] ?? 'une donnée nécessaire manque' }));
    return { resultat: { code, statut: 'non_verifiable', nonVerifies }, constats: [] };
  }
  if (aRemplir && !controle.surVierge) return { resultat: { code, statut: 'sans_objet', nonVerifies: [] }, constats: [] };
  try {
    const bilan = controle.controler(presentes as never);
    return { resultat: { code, statut: statutDe(bilan), nonVerifies: bilan.nonVerifies ?? [] }, constats: bilan.constats };
  } catch (panne) {
    const raison = `ce contrôle a rencontré une erreur interne (${panne instanceof Error ? panne.message : String(panne)}) ; les autres ont continué`;
    return { resultat: { code, statut: 'erreur', nonVerifies: [{ emplacement: null, raison }] }, constats: [] };
  }
}

function nature(dossier: Dossier, id: string): FeuilleRapport['nature'] {
  if (dossier.tableau?.feuille.id === id) return 'tableau';
  return dossier.plan?.feuille.id === id ? 'plan' : 'autre';
}

function ordonner(constats: readonly Constat[], feuilles: readonly FeuilleRapport[]): readonly Constat[] {
  const rang = new Map(feuilles.map(({ id }, position) => [id, position]));
  const cle = ({ feuille, emplacement }: Constat) => [feuille === null ? -1 : (rang.get(feuille) ?? 0), emplacement?.ligne ?? 0, emplacement?.colonne ?? 0] as const;
  return [...constats].sort((a, b) => {
    const [fa, la, ca] = cle(a);
    const [fb, lb, cb] = cle(b);
    return fa - fb || la - lb || ca - cb || a.code.localeCompare(b.code);
  });
}

function compter(constats: readonly Constat[]): Record<Gravite, number> {
  const compte = { bloquant: 0, alerte: 0, info: 0 };
  for (const { gravite } of constats) compte[gravite]++;
  return compte;
}

export function analyser(instantane: Instantane, options: OptionsAnalyse = {}): Analyse {
  const registre = options.registre ?? REGISTRE;
  const service = creerServiceValeurs(instantane);
  const dossier = lireDossier(instantane, {
    departement: options.departement ?? null,
    rattachements: options.rattachements ?? [],
    lireValeur: (feuille, ligne, colonne) => service.valeur(feuille.id, ligne, colonne).valeur,
  });
  const entrees = preparerEntrees(dossier, service);
  const { tableau, plan, retenus } = entrees.presentes;
  // Deux feuilles remplies qui se disputent le même rôle ne sont pas un modèle vierge.
  const aRemplir = (tableau ?? plan) !== undefined && dossier.feuillesEcartees.length === 0 && isARemplir(tableau ?? null, plan ?? null);
  const passages = registre.map((controle) => passer(controle, entrees, aRemplir));
  const feuilles = instantane.feuilles.map(({ id, nom }): FeuilleRapport => ({ id, nom, nature: nature(dossier, id) }));
  const constats = ordonner(arbitrer(passages.flatMap((passage) => passage.constats), registre), feuilles);
  const controles = passages.map(({ resultat }) => resultat);
  const rapport: Rapport = {
    fichier: instantane.nom,
    referentiel: REFERENTIEL,
    departement: dossier.departement,
    periode: dossier.periode,
    verdict: juger(constats, controles, registre, aRemplir),
    compte: compter(constats),
    feuilles,
    objectifs: OBJECTIFS.map(({ numero, fondamental }) => ({ numero, fondamental, retenu: retenus?.has(numero) ?? fondamental })),
    controles,
    constats,
  };
  return { rapport, dossier, entrees };
}
