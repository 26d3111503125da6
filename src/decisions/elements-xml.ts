/** Un élément de nos données → une décision, un rattachement, une préférence ; `null` s'il n'est pas compris. */
import type { Bloc } from '../classeur/dossier';
import type { RattachementManuel, RoleColonnePlan } from '../classeur/rattachements';
import { CODES, type CodeControle } from '../controles/codes';
import { departementDe } from '../referentiel/departements';
import { INDICATEURS, type CodeIndicateur } from '../referentiel/indicateurs';
import { OBJECTIFS, type NumeroObjectif } from '../referentiel/objectifs';
import { AUTEUR_MAX, MOTIF_MAX } from './decider';
import type { Decision } from './donnees';

export interface Element {
  readonly section: string;
  readonly nom: string;
  readonly attributs: Readonly<Record<string, string | undefined>>;
  /** Texte des enfants, par nom. */
  readonly textes: Readonly<Record<string, string | undefined>>;
}

const CODES_CONTROLES = new Set<string>(CODES);
const CODES_INDICATEURS = new Set<string>(INDICATEURS.map(({ code }) => code));
const NUMEROS = new Set<number>(OBJECTIFS.map(({ numero }) => numero));
const BLOCS: readonly string[] = ['diagnostic', 'cible', 'atteinte'] satisfies Bloc[];
const ROLES: readonly string[] = ['objectif', 'actions', 'partenaires', 'departement', 'etat', 'total', 'modalites'] satisfies RoleColonnePlan[];
const COLONNES_MAX = 16384;

/** Entier de `[min ; max]` ; `undefined` si l'attribut dit autre chose, `null` s'il est absent. */
function entier(texte: string | undefined, min: number, max: number): number | null | undefined {
  if (texte === undefined) return null;
  const nombre = /^\d{1,5}$/.test(texte) ? Number(texte) : NaN;
  return nombre >= min && nombre <= max ? nombre : undefined;
}

const annee = (texte: string | undefined) => entier(texte, 2000, 2099);

function numeroObjectif(texte: string | undefined): NumeroObjectif | null | undefined {
  const numero = entier(texte, 1, 99);
  if (numero == null) return numero;
  return NUMEROS.has(numero) ? (numero as NumeroObjectif) : undefined;
}

function codeIndicateur(texte: string | undefined): CodeIndicateur | null | undefined {
  if (texte === undefined) return null;
  return CODES_INDICATEURS.has(texte) ? (texte as CodeIndicateur) : undefined;
}

export function lireDecision({ attributs, textes }: Element): Decision | null {
  const { code, empreinte, auteur, date } = attributs;
  const sujet = { objectif: numeroObjectif(attributs.objectif), indicateur: codeIndicateur(attributs.indicateur), annee: annee(attributs.annee) };
  const { objectif, indicateur } = sujet;
  const motif = textes.motif?.trim().slice(0, MOTIF_MAX);
  if (code === undefined || !CODES_CONTROLES.has(code) || !empreinte || !motif || !auteur?.trim()) return null;
  if (objectif === undefined || indicateur === undefined || sujet.annee === undefined) return null;
  if (date === undefined || !/^\d{4}-\d\d-\d\d$/.test(date)) return null;
  return {
    code: code as CodeControle, objectif, indicateur, annee: sujet.annee, empreinte, date, motif,
    auteur: auteur.trim().slice(0, AUTEUR_MAX), objet: textes.objet?.trim() ?? '',
  };
}

type Lecteur = (attributs: Element['attributs']) => RattachementManuel | null;

const RATTACHEMENTS: Readonly<Record<RattachementManuel['type'], Lecteur>> = {
  feuille: ({ feuille, nature }) => (feuille && (nature === 'tableau' || nature === 'plan') ? { type: 'feuille', feuille, nature } : null),
  objectif: ({ texte, numero }) => {
    const lu = numeroObjectif(numero);
    return texte && lu != null ? { type: 'objectif', texte, numero: lu } : null;
  },
  indicateur: ({ texte, code }) => {
    const lu = codeIndicateur(code);
    return texte && lu != null ? { type: 'indicateur', texte, code: lu } : null;
  },
  moment: ({ feuille, colonne, bloc, annee: an }) => {
    const lue = entier(colonne, 1, COLONNES_MAX);
    const anneeLue = annee(an);
    if (!feuille || lue == null || anneeLue == null || bloc === undefined || !BLOCS.includes(bloc)) return null;
    return { type: 'moment', feuille, colonne: lue, bloc: bloc as Bloc, annee: anneeLue };
  },
  colonne_plan: ({ feuille, colonne, role }) => {
    const lue = entier(colonne, 1, COLONNES_MAX);
    if (!feuille || lue == null || role === undefined || !ROLES.includes(role)) return null;
    return { type: 'colonne_plan', feuille, colonne: lue, role: role as RoleColonnePlan };
  },
};

export function lireRattachement({ attributs }: Element): RattachementManuel | null {
  const { type } = attributs;
  return type !== undefined && Object.hasOwn(RATTACHEMENTS, type) ? RATTACHEMENTS[type as RattachementManuel['type']](attributs) : null;
}

export function lireDepartement({ attributs: { departement } }: Element): string | null {
  return departement !== undefined && departementDe(departement) ? departement : null;
}
