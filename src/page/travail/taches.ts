/** Les tâches de l'ouvrier, sur un classeur à la fois. */
import { isErreur, type Instantane, type Valeur } from '../../classeur/instantane';
import { comparer } from '../../comparaison/comparer';
import { analyserEnsemble, cheminReuni, moitieDe } from '../../consolidation/appariement';
import { extraire } from '../../consolidation/extrait';
import { avecPerimees } from '../../corrections/perimees';
import { justifier, optionsGardees } from '../../decisions/gardees';
import { lireXml } from '../../decisions/lire-xml';
import { creerServiceValeurs, type ServiceValeurs, type ValeurJugee } from '../../formules/valeurs';
import { creerHoteFichier, type HoteFichier } from '../../hote/fichier/hote';
import { lireClasseur } from '../../hote/fichier/lire';
import { ErreurHote } from '../../hote/port';
import { analyser, type Analyse } from '../../moteur/analyser';
import { dresserVues } from '../../moteur/vues/vues';
import { ligneSynthese } from '../../rapport/synthese';
import { lireHabillage } from '../habillage/lire';
import type { Examen, Fichier, Jugements, Ouvrier } from './ouvrier';

function memeValeur(a: Valeur, b: Valeur): boolean {
  return isErreur(a) && isErreur(b) ? a.erreur === b.erreur : a === b;
}

/** Ce que la grille doit montrer d'autre que le fichier. */
function jugerFormules(instantane: Instantane, service: ServiceValeurs): Jugements {
  return new Map(instantane.feuilles.map((feuille) => {
    const jugees = new Map<number, ValeurJugee>();
    for (const [cle, { ligne, colonne, formule, valeur }] of feuille.cellules) {
      if (formule === null) continue;
      const jugee = service.valeur(feuille.id, ligne, colonne);
      if (jugee.origine !== 'recalculee' || !memeValeur(jugee.valeur, valeur)) jugees.set(cle, jugee);
    }
    return [feuille.id, jugees];
  }));
}

const hoteDe = ({ octets, nom }: Fichier): HoteFichier => creerHoteFichier({ octets, nom: nom.split('/').at(-1) ?? nom });

/** Analyse un fichier avec les rattachements et les préférences qu'il porte. */
async function analyserFichier(fichier: Fichier): Promise<Analyse> {
  const hote = hoteDe(fichier);
  const { donnees } = lireXml(await hote.lireDonnees());
  return justifier(analyser(await hote.lire(), optionsGardees(donnees)), donnees.decisions);
}

/** L'examen de `chemin` ; un fichier malade rend une ligne « illisible ». */
async function rendreExamen(chemin: string, faire: () => Promise<Analyse>): Promise<Examen> {
  try {
    const analyse = await faire();
    const { rapport } = analyse;
    const reconnu = rapport.feuilles.some(({ nature }) => nature !== 'autre');
    return { ligne: ligneSynthese(rapport, chemin), extrait: reconnu ? extraire(analyse, chemin) : null, rapport, moitie: moitieDe(chemin, analyse) };
  } catch (erreur) {
    if (!(erreur instanceof ErreurHote)) throw erreur;
    return { ligne: { fichier: chemin, verdict: 'illisible', erreur: erreur.message }, extrait: null, rapport: null };
  }
}

async function examinerEnsemble(tableau: Fichier, plan: Fichier, code: string): Promise<Examen> {
  const examen = await rendreExamen(cheminReuni([tableau.nom, plan.nom]), async () => analyserEnsemble(await hoteDe(tableau).lire(), await hoteDe(plan).lire(), code));
  return { ...examen, reuni: true };
}

/** Un ouvrier sans fil : ses tâches s'exécutent ici. */
export function creerOuvrier(): Ouvrier {
  let ouvert: HoteFichier | null = null;
  const hote = (): HoteFichier => {
    if (!ouvert) throw new Error('Aucun classeur n’est ouvert.');
    return ouvert;
  };
  return {
    ouvrir: async (fichier) => { ouvert = creerHoteFichier(fichier); },
    lire: () => hote().lire(),
    habiller: async () => lireHabillage(hote().octets()),
    appliquer: async (plan) => hote().appliquer(avecPerimees(plan, lireClasseur(hote().octets(), { nom: null }))),
    lireDonnees: () => hote().lireDonnees(),
    ecrireDonnees: (xml) => hote().ecrireDonnees(xml),
    octets: async () => hote().octets(),
    controler: async (instantane, options) => {
      const analyse = analyser(instantane, options);
      const service = analyse.entrees.presentes.service ?? creerServiceValeurs(instantane);
      return { vues: dresserVues(analyse), jugements: jugerFormules(instantane, service) };
    },
    examiner: (fichier) => rendreExamen(fichier.nom, () => analyserFichier(fichier)),
    examinerEnsemble,
    comparer: async (avant, apres) => comparer(await analyserFichier(avant), await analyserFichier(apres)),
  };
}
