/** Formats d'un lot de classeurs : ce qui précède, sépare et suit les rapports. */
import type { Verdict } from '../moteur/rapport';
import { ecrireCsv, ecrireLignesCsv, EN_TETE_CONSTATS, ligneIllisible, lignesConstats } from './csv';
import { illisibleJson, rapporterJson, versJson } from './json';
import { accorder } from './mots';
import type { Rapporteur } from './rapporteur';
import { rapporterTexte } from './texte';

/** Nombre de classeurs par verdict ; `illisible` compte les fichiers qui n'ont pas pu être lus. */
export type Bilan = Readonly<Record<Verdict | 'illisible', number>>;

export const BILAN_VIDE: Bilan = { non_conforme: 0, incomplet: 0, conforme_avec_reserves: 0, conforme: 0, a_remplir: 0, illisible: 0 };

export interface Format {
  readonly debut: string;
  readonly separateur: string;
  readonly fin: (bilan: Bilan) => string;
  readonly rapporter: Rapporteur;
  /** Ce qui se dit d'un fichier illisible dans le rapport ; `null` : rien, l'appelant l'a signalé. */
  readonly illisible: (fichier: string, erreur: string) => string | null;
}

/** Dans l'ordre où le résumé les dit, au singulier et au pluriel. */
const RESUME: readonly (readonly [keyof Bilan, string, string])[] = [
  ['non_conforme', 'non conforme', 'non conformes'],
  ['incomplet', 'incomplet', 'incomplets'],
  ['conforme_avec_reserves', 'conforme avec réserves', 'conformes avec réserves'],
  ['conforme', 'conforme', 'conformes'],
  ['a_remplir', 'à remplir', 'à remplir'],
  ['illisible', 'illisible', 'illisibles'],
];

/** « 5 fichiers : 2 non conformes, 1 conforme. » ; rien pour un seul fichier. */
function resumer(bilan: Bilan): string {
  const presents = RESUME.filter(([verdict]) => bilan[verdict] > 0);
  const total = presents.reduce((somme, [verdict]) => somme + bilan[verdict], 0);
  if (total < 2) return '';
  return `${accorder(total, 'fichier')} : ${presents.map(([verdict, un, plusieurs]) => accorder(bilan[verdict], un, plusieurs)).join(', ')}.\n`;
}

function finirTexte(bilan: Bilan): string {
  const resume = resumer(bilan);
  const rendus = RESUME.some(([verdict]) => verdict !== 'illisible' && bilan[verdict] > 0);
  if (!rendus) return resume;
  return resume === '' ? '\n' : `\n\n${resume}`;
}

export const FORMATS = {
  texte: {
    debut: '',
    separateur: `\n\n${'─'.repeat(60)}\n\n`,
    fin: finirTexte,
    rapporter: rapporterTexte,
    illisible: () => null,
  },
  json: {
    debut: '[\n',
    separateur: ',\n',
    fin: () => '\n]\n',
    rapporter: rapporterJson,
    illisible: (fichier, erreur) => JSON.stringify(illisibleJson(fichier, erreur), null, 2),
  },
  /** Un objet JSON par ligne : se lit au fil de l'eau, et se reprend. */
  ndjson: {
    debut: '',
    separateur: '\n',
    fin: () => '\n',
    rapporter: (rapport, options) => JSON.stringify(versJson(rapport, options?.fichier ?? rapport.fichier)),
    illisible: (fichier, erreur) => JSON.stringify(illisibleJson(fichier, erreur)),
  },
  /** Une ligne par constat, pour Excel ; un classeur sans constat garde une ligne. */
  csv: {
    debut: ecrireCsv([EN_TETE_CONSTATS]),
    separateur: '',
    fin: () => '',
    rapporter: (rapport, { fichier } = {}) => ecrireLignesCsv(lignesConstats(rapport, fichier ?? rapport.fichier ?? '')),
    illisible: (fichier, erreur) => ecrireLignesCsv([ligneIllisible(fichier, erreur)]),
  },
} as const satisfies Readonly<Record<string, Format>>;

export type NomFormat = keyof typeof FORMATS;
