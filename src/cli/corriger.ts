/** `cdppe corriger` : applique les corrections sûres, et celles qu'on nomme, dans une copie du classeur. */
import { basename, extname, resolve } from 'node:path';
import { Argument, Option } from 'commander';
import { formatA1 } from '../classeur/adresse';
import { CODES, type CodeControle } from '../controles/codes';
import { REGISTRE } from '../controles/registre';
import type { Raison } from '../corrections/passes';
import { assainir, couper } from '../rapport/mise-en-page';
import { accorder } from '../rapport/mots';
import type { Commande } from './aide';
import { ecrireFichier, nommerSortie, RefusEcrire, refuserDestination } from './corriger-fichier';
import { lireDonneesGardees, lireOctets } from './lire-classeur';
import { lireListe, optionDepartement, optionEcraser, optionSimuler } from './options';
import { corrigerEnMemoire, type OptionsPasses } from './corriger-passes';
import { ecrireCorrections, ecrireReste } from './corriger-texte';
import { trouverFichiers, type Demande } from './fichiers';
import { Interruption } from './interruption';
import { decrirePanne } from './pannes';
import { CODE, plusGrave, type CodeSortie, type Sortie } from './sortie';
import { ErreurUsage } from './usage';

interface OptionsCorriger extends OptionsPasses {
  readonly simuler?: true;
  readonly ecraser?: true;
  readonly sortie?: string;
}

const SUFFIXE = 'corrige';
const PROPOSABLES = REGISTRE.filter(({ correction }) => correction.includes('proposée')).map(({ code }) => code);

const SUITE_AIDE = `
Sont corrigées d'office les erreurs dont la correction ne change aucun chiffre affiché (un nombre
saisi en texte, un taux saisi à la place de sa formule…). Les autres corrections, qui changeraient
un chiffre ou un texte, se choisissent par leur code :
  ${PROPOSABLES.join(', ')}

Le classeur d'origine n'est jamais modifié. La copie corrigée s'appelle NOM-${SUFFIXE}.xlsx ; tout ce
qui n'est pas corrigé y est identique. Les copies déjà corrigées d'un dossier sont laissées de côté.

Codes de sortie :
  0  aucun point bloquant ne reste
  1  il reste au moins un point bloquant
  2  fichier illisible, écriture refusée ou commande mal écrite (l'emporte sur 1)
  130  interrompu (Ctrl-C) ; les copies déjà écrites restent

Exemples :
  cdppe corriger contrat.xlsx --simuler
  cdppe corriger contrat.xlsx --proposees FOR-02,FIN-03
  cdppe corriger contrats/ --sortie corriges/`;

function lireCodes(valeur: string): readonly CodeControle[] {
  return lireListe(valeur).map((mot) => {
    const code = CODES.find((connu) => connu === mot.toUpperCase());
    if (code === undefined) throw new ErreurUsage(`code inconnu : ${mot}. Contrôles qui proposent une correction : ${PROPOSABLES.join(', ')}`);
    if (!PROPOSABLES.includes(code)) throw new ErreurUsage(`${code} ne propose pas de correction. Contrôles qui en proposent : ${PROPOSABLES.join(', ')}`);
    return code;
  });
}

const decrireRaison = ({ message, emplacement: { ligne, colonne } }: Raison) => (message.includes(formatA1(ligne, colonne)) ? message : `${formatA1(ligne, colonne)} : ${message}`);

interface Travail {
  readonly demande: Demande;
  readonly destination: string;
  /** Classeurs d'origine : rien ne s'écrit par-dessus. */
  readonly sources: readonly string[];
  /** Copies que ce lot a déjà écrites. */
  readonly copies: readonly string[];
  readonly options: OptionsCorriger;
  readonly sortie: Sortie;
}

function rendre(texte: readonly string[], sortie: Sortie): void {
  sortie.ecrire(`${texte.join('\n')}\n\n`);
}

interface Traite {
  readonly code: CodeSortie;
  /** Une copie a été écrite. */
  readonly ecrite: boolean;
}

function refuser(chemin: string, raisons: readonly string[], sortie: Sortie): Traite {
  for (const raison of raisons) sortie.signaler(`${chemin} : ${raison}`);
  return { code: CODE.illisibleOuUsage, ecrite: false };
}

async function traiter({ demande: { chemin, erreur }, destination, sources, copies, options, sortie }: Travail): Promise<Traite> {
  if (erreur !== null) return refuser(chemin, [erreur], sortie);
  try {
    const octets = await lireOctets(chemin);
    const { rapport, refus, lignes, etat } = await corrigerEnMemoire(octets, basename(chemin), { ...options, donnees: () => lireDonneesGardees(octets, chemin, sortie) });
    if (refus.length > 0) return refuser(chemin, ['rien n’a été écrit, car tout le lot se corrige ou rien.', ...refus.map(decrireRaison)], sortie);
    const ecriture = { ecraser: options.ecraser === true, sources, copies };
    const simule = options.simuler === true;
    const obstacle = lignes.length === 0 ? null : await refuserDestination(destination, ecriture);
    if (obstacle !== null && !simule) return refuser(chemin, [obstacle], sortie);
    const ecrite = lignes.length > 0 && !simule;
    if (ecrite) await ecrireFichier(destination, etat.octets, ecriture);
    rendre([
      sortie.style.titre(assainir(chemin)),
      ...couper(resumer(lignes.length, destination, simule), { largeur: sortie.largeur, retrait: 2 }),
      ...ecrireCorrections(lignes, sortie),
      ...ecrireReste(rapport, sortie),
      ...(obstacle === null ? [] : couper(`Attention : ${obstacle}`, { largeur: sortie.largeur, retrait: 2 })),
    ], sortie);
    return { code: rapport.compte.bloquant > 0 ? CODE.bloquant : CODE.sansBloquant, ecrite };
  } catch (panne) {
    return refuser(chemin, [panne instanceof RefusEcrire ? panne.message : decrirePanne(panne)], sortie);
  }
}

function resumer(nombre: number, destination: string, simule: boolean): string {
  if (nombre === 0) return 'Rien à corriger : aucun fichier n’est écrit.';
  const cellules = accorder(nombre, 'correction');
  return simule ? `Simulation : ${cellules} à faire, rien n’est écrit.` : `${cellules} ${nombre < 2 ? 'faite' : 'faites'}, dans ${destination}.`;
}

/** Une copie déjà corrigée, prise au passage dans un dossier, n'est pas à corriger encore. */
function isCopie({ chemin }: Demande, demandes: readonly string[]): boolean {
  const corps = basename(chemin, extname(chemin));
  return corps.endsWith(`-${SUFFIXE}`) && !demandes.some((demande) => resolve(demande) === resolve(chemin));
}

async function corrigerTout(chemins: readonly string[], options: OptionsCorriger, sortie: Sortie): Promise<CodeSortie> {
  const demandes = (await trouverFichiers(chemins)).filter((demande) => !isCopie(demande, chemins));
  if (demandes.length === 0) throw new ErreurUsage('aucun classeur à corriger (les copies déjà corrigées et les fichiers ~$… d’Excel sont laissés de côté)');
  const sources = demandes.map(({ chemin }) => chemin);
  const copies: string[] = [];
  let code: CodeSortie = CODE.sansBloquant;
  for (const [rang, demande] of demandes.entries()) {
    if (sortie.arret?.aborted) throw new Interruption(`Interrompu : ${accorder(rang, 'classeur traité', 'classeurs traités')} sur ${String(demandes.length)}. Les copies déjà écrites restent.`);
    const destination = nommerSortie(demande.chemin, SUFFIXE, options.sortie ?? null);
    const traite = await traiter({ demande, destination, sources, copies, options, sortie });
    code = plusGrave(code, traite.code);
    if (traite.ecrite) copies.push(destination);
  }
  return code;
}

export function declarerCorriger(programme: Commande, sortie: Sortie, terminer: (code: CodeSortie) => void): void {
  programme
    .command('corriger')
    .summary('corrige des classeurs, dans une copie')
    .description('Corrige des classeurs CDPPE dans une copie, puis les recontrôle.')
    .usage('[options] FICHIERS_OU_DOSSIERS…')
    .addArgument(new Argument('<FICHIERS_OU_DOSSIERS...>', 'classeurs, dossiers ou noms à jokers'))
    .addOption(optionSimuler())
    .addOption(new Option('-p, --proposees <CODES>', 'contrôles dont on prend aussi les corrections proposées (FOR-02,FIN-03)').argParser(lireCodes))
    .addOption(new Option('-s, --sortie <DOSSIER>', 'dossier des copies corrigées (par défaut, à côté de chaque classeur)'))
    .addOption(optionDepartement('code ou nom du département, s’il n’est pas écrit dans le classeur'))
    .addOption(optionEcraser())
    .addHelpText('after', SUITE_AIDE)
    .action(async (chemins: readonly string[], options: OptionsCorriger) => terminer(await corrigerTout(chemins, options, sortie)));
}
