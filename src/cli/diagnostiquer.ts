/** `cdppe diagnostiquer` : remplit la colonne du diagnostic d'une copie du classeur, et dit d'où vient chaque valeur. */
import { basename } from 'node:path';
import { Argument, Option } from 'commander';
import { avecPerimees } from '../corrections/perimees';
import { ErreurTrame } from '../diagnostic/erreur';
import { planifierDiagnostic } from '../diagnostic/planifier';
import { proposerDiagnostic } from '../diagnostic/proposer';
import { trier, type DecisionsDiagnostic } from '../diagnostic/retenir';
import { lireTrame, type Trame } from '../diagnostic/trame';
import { retoucher } from '../hote/fichier/ecrire';
import { lireClasseur } from '../hote/fichier/lire';
import { ErreurHote } from '../hote/port';
import type { Analyse } from '../moteur/analyser';
import { jourDe } from '../rapport/jour';
import { assainir, couper } from '../rapport/mise-en-page';
import { accorder } from '../rapport/mots';
import { INDICATEURS, type CodeIndicateur } from '../referentiel/indicateurs';
import type { Commande } from './aide';
import { ecrireFichier, nommerSortie, RefusEcrire } from './corriger-fichier';
import { analyserLu, lireDonneesGardees, lireOctets } from './lire-classeur';
import { lireListe, optionDepartement, optionEcraser, optionSimuler } from './options';
import { ecrireDiagnostic } from './diagnostiquer-texte';
import { decrirePanne } from './pannes';
import { CODE, type CodeSortie, type Sortie } from './sortie';
import { ErreurUsage } from './usage';

interface OptionsDiagnostiquer {
  readonly trame?: string;
  readonly insee?: true;
  readonly simuler?: true;
  readonly ecraser?: true;
  readonly remplacer?: DecisionsDiagnostic['remplacer'];
  readonly sortie?: string;
  readonly departement?: string;
}

const SUFFIXE = 'diagnostic';

const SUITE_AIDE = `
Une cellule vide est remplie. Une cellule qui porte déjà une valeur, ou « ND », n'est remplacée que
si vous nommez son indicateur (le code entre crochets) dans --remplacer. Une fourchette, un minimum
ou un nombre à note demandent la même décision. Une formule n'est jamais remplacée. Le vide, zéro et
« ND » restent trois choses. Un dénominateur déjà connu (naissances des objectifs 1 et 3, enfants des
objectifs 4 et 5) est repris là où il manque.

La copie s'appelle NOM-${SUFFIXE}.xlsx ; le classeur d'origine n'est jamais modifié. La feuille
« Sources du diagnostic » y consigne la source et le millésime de chaque valeur.

Codes de sortie :
  0  tout est écrit, ou il n'y avait rien à écrire
  1  des valeurs attendent une décision, sont impossibles, ou n'ont pas été rapprochées
  2  fichier illisible, écriture refusée ou commande mal écrite

Exemples :
  cdppe diagnostiquer contrat.xlsx --trame trame.csv --simuler
  cdppe diagnostiquer contrat.xlsx --trame trame.csv --insee --remplacer o3-naissances
  cdppe diagnostiquer contrat.xlsx --insee`;

function lireRemplacer(valeur: string): DecisionsDiagnostic['remplacer'] {
  const mots = lireListe(valeur);
  if (mots.length === 1 && mots[0]!.toLowerCase() === 'tout') return 'tout';
  return new Set(mots.map((mot): CodeIndicateur => {
    const code = INDICATEURS.find((indicateur) => indicateur.code === mot.toLowerCase())?.code;
    if (code === undefined) throw new ErreurUsage(`indicateur inconnu : ${mot}. Donnez les codes que montre --simuler entre crochets (o3-naissances…), ou « tout »`);
    return code;
  }));
}

/** Lève `ErreurTrame`, quelle que soit la panne : c'est de la trame qu'elle parle, et non du classeur. */
async function ouvrirTrame(chemin: string, { rapport }: Analyse): Promise<Trame> {
  const nom = basename(chemin);
  try {
    const octets = await lireOctets(chemin);
    const contenu = octets[0] === 0x50 && octets[1] === 0x4b ? { instantane: lireClasseur(octets, { nom }) } : { octets };
    return lireTrame(contenu, { nom, departement: rapport.departement?.code ?? null, annee: rapport.periode.diagnostic });
  } catch (panne) {
    throw panne instanceof ErreurTrame ? panne : new ErreurTrame(decrirePanne(panne));
  }
}

function refuser(chemin: string, raisons: readonly string[], sortie: Sortie): CodeSortie {
  for (const raison of raisons) sortie.signaler(`${chemin} : ${raison}`);
  return CODE.illisibleOuUsage;
}

/** @param sources vrai si des provenances s'ajoutent, même sans valeur à écrire. */
function resumer(nombre: number, sources: boolean, destination: string, simule: boolean): string {
  if (nombre === 0 && !sources) return 'Rien à écrire : aucun fichier n’est écrit.';
  if (nombre === 0) return simule ? 'Simulation : aucune valeur à écrire, des sources à consigner ; rien n’est écrit.' : `Aucune valeur à écrire ; les sources des valeurs déjà saisies sont consignées dans ${destination}.`;
  const valeurs = accorder(nombre, 'valeur');
  return simule ? `Simulation : ${valeurs} à écrire, rien n’est écrit.` : `${valeurs} ${nombre < 2 ? 'écrite' : 'écrites'} dans ${destination}, avec les sources.`;
}

/** Lève l'erreur de la trame, de l'hôte ou du disque. */
async function diagnostiquer(chemin: string, options: OptionsDiagnostiquer, sortie: Sortie): Promise<CodeSortie> {
  const octets = await lireOctets(chemin);
  const instantane = lireClasseur(octets, { nom: basename(chemin) });
  const analyse = analyserLu({ instantane, donnees: lireDonneesGardees(octets, chemin, sortie) }, options.departement ?? null);
  const { tableau } = analyse.entrees.presentes;
  if (!tableau) throw new ErreurHote('format', 'Le tableau de bord (annexe 5.2) n’a pas été reconnu dans ce classeur : le diagnostic ne peut pas y être écrit.');
  const trame = options.trame === undefined ? null : await ouvrirTrame(options.trame, analyse);
  const propositions = proposerDiagnostic({ tableau, trame, departement: analyse.rapport.departement?.code ?? null, insee: options.insee === true, reprises: true });
  const tri = trier(propositions.propositions, { remplacer: options.remplacer ?? new Set() });
  const plan = planifierDiagnostic(instantane, tri, { date: jourDe(new Date()) });
  const destination = nommerSortie(chemin, SUFFIXE, options.sortie ?? null);
  const simule = options.simuler === true;
  if (plan.ecritures.length > 0) {
    const resultat = retoucher(octets, avecPerimees(plan, instantane));
    if (resultat.etat === 'refuse') return refuser(chemin, ['rien n’a été écrit, car tout le diagnostic s’écrit ou rien.', ...resultat.raisons.map(({ message }) => message)], sortie);
    if (!simule) await ecrireFichier(destination, resultat.octets, { ecraser: options.ecraser === true, sources: [chemin, ...(options.trame === undefined ? [] : [options.trame])] });
  }
  sortie.ecrire([
    sortie.style.titre(assainir(chemin)),
    ...couper(resumer(tri.retenues.length, plan.ecritures.length > tri.retenues.length, destination, simule), { largeur: sortie.largeur }),
    ...ecrireDiagnostic(propositions, tri, simule, sortie),
    '',
  ].join('\n'));
  return tri.enAttente.length + tri.impossibles.length + propositions.nonRapprochees.length > 0 ? CODE.bloquant : CODE.sansBloquant;
}

async function executer(chemin: string, options: OptionsDiagnostiquer, sortie: Sortie): Promise<CodeSortie> {
  if (options.trame === undefined && options.insee === undefined) throw new ErreurUsage('donnez une trame (--trame FICHIER), les références INSEE (--insee), ou les deux');
  try {
    return await diagnostiquer(chemin, options, sortie);
  } catch (panne) {
    if (panne instanceof ErreurUsage) throw panne;
    if (panne instanceof ErreurTrame) return refuser(options.trame ?? chemin, [panne.message], sortie);
    return refuser(chemin, [panne instanceof RefusEcrire ? panne.message : decrirePanne(panne)], sortie);
  }
}

export function declarerDiagnostiquer(programme: Commande, sortie: Sortie, terminer: (code: CodeSortie) => void): void {
  programme
    .command('diagnostiquer')
    .summary('remplit le diagnostic d’un classeur, dans une copie')
    .description('Remplit le diagnostic (2019) d’un classeur dans une copie, depuis une trame et les références INSEE.')
    .usage('[options] FICHIER')
    .addArgument(new Argument('<FICHIER>', 'classeur à remplir'))
    .addOption(new Option('-t, --trame <FICHIER>', 'trame de diagnostic remplie (.csv, .txt ou .xlsx)'))
    .addOption(new Option('-i, --insee', 'propose les naissances domiciliées de l’INSEE, et encadre les enfants de 0 à 6 ans'))
    .addOption(optionSimuler())
    .addOption(new Option('-r, --remplacer <CODES>', 'indicateurs dont on accepte la valeur (o3-naissances,o6-entrantes), ou « tout »').argParser(lireRemplacer))
    .addOption(new Option('-s, --sortie <DOSSIER>', 'dossier de la copie (par défaut, à côté du classeur)'))
    .addOption(optionDepartement('code ou nom du département, s’il n’est pas écrit dans le classeur'))
    .addOption(optionEcraser())
    .addHelpText('after', SUITE_AIDE)
    .action(async (chemin: string, options: OptionsDiagnostiquer) => terminer(await executer(chemin, options, sortie)));
}
