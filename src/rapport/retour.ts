/**
 * « Copier le retour » : une page en texte, pour un courriel au département. Le verdict, ce qui est
 * à corriger, à justifier, déjà justifié, et ce qui n'a pas été vérifié ; sans mise en forme, car
 * une messagerie n'en garde rien.
 */
import { formatA1 } from '../classeur/adresse';
import type { Constat } from '../controles/constat';
import { majuscule } from '../controles/fabrique';
import { deciderChacun } from '../decisions/decider';
import type { Decision } from '../decisions/donnees';
import type { Rapport } from '../moteur/rapport';
import { CIRCULAIRE } from '../referentiel/source';
import { conclure } from './conclusion';
import { formatJour } from './jour';
import { assainir } from './mise-en-page';
import { accorder, decrirePeriode, NOMS_VERDICTS } from './mots';
import { regrouperNonVerifies } from './non-verifies';
import { regrouperSemblables, type Semblables } from './semblables';

export interface OptionsRetour {
  readonly decisions: readonly Decision[];
  /** Jour du contrôle, « AAAA-MM-JJ ». */
  readonly date: string;
}

type Lieu = (constat: Constat) => string;

function lieuDans(feuilles: Rapport['feuilles']): Lieu {
  const noms = new Map(feuilles.map(({ id, nom }) => [id, nom]));
  return ({ feuille, emplacement }) => {
    const cellule = emplacement && `cellule ${formatA1(emplacement.ligne, emplacement.colonne)}`;
    return [feuille !== null && `feuille « ${noms.get(feuille) ?? feuille} »`, cellule].filter(Boolean).join(', ');
  };
}

function paragraphe(groupe: Semblables, rang: number, lieuDe: Lieu): readonly string[] {
  const { constats: [premier, ...autres], titre } = groupe;
  if (autres.length === 0) {
    const lieu = lieuDe(premier);
    return [`${String(rang)}. ${assainir(premier.message)}${lieu === '' ? '' : ` (${lieu})`}`, `   À faire : ${assainir(premier.suite)}`];
  }
  const lieux = groupe.constats.map((constat) => groupe.resumer(constat, lieuDe(constat)));
  return [`${String(rang)}. ${titre} (${accorder(groupe.constats.length, 'cas', 'cas')}) : ${lieux.join(' ; ')}.`, `   À faire : ${assainir(premier.suite)}`];
}

function section(titre: string, constats: readonly Constat[], lieuDe: Lieu): readonly string[] {
  if (constats.length === 0) return [];
  return ['', `${titre} (${String(constats.length)})`, ...regrouperSemblables(constats).flatMap((groupe, rang) => paragraphe(groupe, rang + 1, lieuDe))];
}

function justifies(titre: string, paires: readonly (readonly [Constat, Decision])[]): readonly string[] {
  if (paires.length === 0) return [];
  return ['', `${titre} (${String(paires.length)})`, ...paires.flatMap(([constat, { motif, auteur, date }]) => [
    `- ${assainir(constat.message)}`,
    `   Motif : ${assainir(motif)} (${assainir(auteur)}, le ${formatJour(date)})`,
  ])];
}

function nonVerifies(rapport: Rapport): readonly string[] {
  const groupes = regrouperNonVerifies(rapport);
  if (groupes.length === 0) return [];
  return ['', 'NON VÉRIFIÉ', ...groupes.map(({ raison, cellules }) => `- ${majuscule(raison)}${cellules.length === 0 ? '' : ` (${cellules.join(', ')})`}.`)];
}

/** Le retour, sans saut de ligne final. */
export function redigerRetour(rapport: Rapport, { decisions, date }: OptionsRetour): string {
  const prises = deciderChacun(rapport.constats, decisions);
  const lieuDe = lieuDans(rapport.feuilles);
  const restant = (gravite: Constat['gravite']) => rapport.constats.filter((constat, rang) => constat.gravite === gravite && prises[rang] === null);
  const paires = (gravite: Constat['gravite']) => rapport.constats.flatMap((constat, rang) => {
    const decision = prises[rang];
    return decision && constat.gravite === gravite ? [[constat, decision] as const] : [];
  });
  const [bloquants, alertes] = [restant('bloquant'), restant('alerte')];
  const departement = rapport.departement ? `${rapport.departement.nom} (${rapport.departement.code})` : 'département non reconnu';
  return [
    `Contrat départemental de prévention et de protection de l’enfance – ${departement}`,
    `Contrôle du ${formatJour(date)}${rapport.fichier === null ? '' : `, fichier « ${assainir(rapport.fichier)} »`}`,
    '',
    `${NOMS_VERDICTS[rapport.verdict].toUpperCase()} : ${conclure(rapport.verdict, { bloquants: bloquants.length, alertes: alertes.length, justifiees: paires('alerte').length })}`,
    ...section('À CORRIGER AVANT SIGNATURE', bloquants, lieuDe),
    ...section('À JUSTIFIER', alertes, lieuDe),
    ...justifies('RÉSERVES JUSTIFIÉES', paires('alerte')),
    ...section('POUR INFORMATION', restant('info'), lieuDe),
    ...justifies('INFORMATIONS ÉCARTÉES', paires('info')),
    ...nonVerifies(rapport),
    '',
    `Référentiel ${rapport.referentiel} (${decrirePeriode(rapport.periode)}), d’après la ${CIRCULAIRE}. Ce contrôle ne remplace pas l’instruction du dossier.`,
  ].join('\n');
}
