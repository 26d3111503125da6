/**
 * « Copier le retour » : une page en texte, pour un courriel au département. Le verdict, ce qui est
 * à corriger, à justifier, déjà justifié, et ce qui n'a pas été vérifié ; sans mise en forme, car
 * une messagerie n'en garde rien.
 */
import { formatA1 } from '../classeur/adresse';
import type { Constat, Gravite } from '../controles/constat';
import { majuscule } from '../controles/fabrique';
import { REGISTRE } from '../controles/registre';
import { deciderChacun } from '../decisions/decider';
import type { Decision } from '../decisions/donnees';
import type { Rapport } from '../moteur/rapport';
import { CIRCULAIRE } from '../referentiel/source';
import { conclure } from './conclusion';
import { formatJour } from './jour';
import { assainir } from './mise-en-page';
import { decrirePeriode, NOMS_VERDICTS } from './mots';
import { regrouperNonVerifies } from './non-verifies';
import { regrouperSemblables, type Semblables } from './semblables';
import { messageSeul } from './texte-constat';

export interface OptionsRetour {
  readonly decisions: readonly Decision[];
  /** Jour du contrôle, « AAAA-MM-JJ ». */
  readonly date: string;
}

const TITRES = new Map(REGISTRE.map(({ code, titre }) => [code, titre]));

/** Sans majuscule, sauf à un sigle. */
const minuscule = (texte: string) => (/^\p{Lu}[\p{Ll}’]/u.test(texte) ? texte.charAt(0).toLowerCase() + texte.slice(1) : texte);

/** « D10, objectif 1 » ; vide si le constat porte sur le classeur entier. */
function situer({ emplacement, objectif }: Constat): string {
  return [emplacement && formatA1(emplacement.ligne, emplacement.colonne), objectif !== null && `objectif ${String(objectif)}`].filter(Boolean).join(', ');
}

function dire(constat: Constat): string {
  const lieu = situer(constat);
  const message = assainir(messageSeul(constat));
  return lieu === '' ? message : `${lieu} : ${minuscule(message)}`;
}

/** Un constat, ou plusieurs semblables, sur une ligne. */
function ligneDe([premier, ...autres]: Semblables): string {
  const suite = `À faire : ${minuscule(assainir(premier.suite))}`;
  if (autres.length === 0) return `- ${dire(premier)} ${suite}`;
  const tous = [premier, ...autres];
  const titre = TITRES.get(premier.code) ?? premier.code;
  return `- ${titre}, ${String(tous.length)} cas (${tous.map(situer).filter((lieu) => lieu !== '').join(' ; ')}). ${suite}`;
}

/** Lignes d'une liste de constats, feuille par feuille. */
function parFeuille(constats: readonly Constat[], feuilles: Rapport['feuilles'], ecrire: (constats: readonly Constat[]) => readonly string[]): readonly string[] {
  const lieux = [{ id: null, titre: null }, ...feuilles.map(({ id, nom }) => ({ id, titre: `Feuille « ${nom} »` }))];
  return lieux.flatMap(({ id, titre }) => {
    const dedans = constats.filter(({ feuille }) => feuille === id);
    if (dedans.length === 0) return [];
    return [...(titre === null ? [] : [titre]), ...ecrire(dedans)];
  });
}

function section(titre: string, constats: readonly Constat[], { feuilles }: Rapport): readonly string[] {
  if (constats.length === 0) return [];
  return ['', `${titre} (${String(constats.length)})`, ...parFeuille(constats, feuilles, (dedans) => regrouperSemblables(dedans).map(ligneDe))];
}

function justifies(titre: string, paires: ReadonlyMap<Constat, Decision>, { feuilles }: Rapport): readonly string[] {
  if (paires.size === 0) return [];
  const ecrire = (constats: readonly Constat[]) => constats.map((constat) => {
    const { motif, auteur, date } = paires.get(constat)!;
    return `- ${dire(constat)} Motif : ${assainir(motif)} (${assainir(auteur)}, le ${formatJour(date)}).`;
  });
  return ['', `${titre} (${String(paires.size)})`, ...parFeuille([...paires.keys()], feuilles, ecrire)];
}

function nonVerifies(rapport: Rapport): readonly string[] {
  const groupes = regrouperNonVerifies(rapport);
  if (groupes.length === 0) return [];
  return ['', `NON VÉRIFIÉ (${String(groupes.length)})`, ...groupes.map(({ raison, cellules }) => `- ${majuscule(assainir(raison))}${cellules.length === 0 ? '' : ` (${cellules.map(assainir).join(', ')})`}.`)];
}

/** Le retour, sans saut de ligne final. Les informations écartées n'y sont pas : elles ne regardent que le relecteur. */
export function redigerRetour(rapport: Rapport, { decisions, date }: OptionsRetour): string {
  const prises = deciderChacun(rapport.constats, decisions);
  const restant = (gravite: Gravite) => rapport.constats.filter((constat, rang) => constat.gravite === gravite && prises[rang] === null);
  const justifiees = new Map(rapport.constats.flatMap((constat, rang) => {
    const decision = prises[rang];
    return decision && constat.gravite === 'alerte' ? [[constat, decision] as const] : [];
  }));
  const [bloquants, alertes, informations] = [restant('bloquant'), restant('alerte'), restant('info')];
  const departement = rapport.departement ? `${rapport.departement.nom} (${rapport.departement.code})` : 'département non reconnu';
  return [
    `Contrat départemental de prévention et de protection de l’enfance – ${departement}`,
    `Contrôle du ${formatJour(date)}${rapport.fichier === null ? '' : `, fichier « ${assainir(rapport.fichier)} »`}`,
    '',
    `${NOMS_VERDICTS[rapport.verdict].toUpperCase()} : ${conclure(rapport.verdict, { bloquants: bloquants.length, alertes: alertes.length, justifiees: justifiees.size })}`,
    ...section('À CORRIGER AVANT SIGNATURE', bloquants, rapport),
    ...section('À JUSTIFIER', alertes, rapport),
    ...justifies('RÉSERVES JUSTIFIÉES', justifiees, rapport),
    ...section('POUR INFORMATION', informations, rapport),
    ...nonVerifies(rapport),
    '',
    `Référentiel ${rapport.referentiel} (${decrirePeriode(rapport.periode)}), d’après la ${CIRCULAIRE}. Ce contrôle ne remplace pas l’instruction du dossier.`,
  ].join('\n');
}
