/** Ce que `cdppe corriger` écrit à l'écran : cellule, avant → après, raison, et ce qui reste à décider. */
import { formatA1 } from '../classeur/adresse';
import type { Constat } from '../controles/constat';
import type { CodeControle } from '../controles/codes';
import type { LigneApercu } from '../corrections/apercu';
import type { Rapport } from '../moteur/rapport';
import { couper } from '../rapport/mise-en-page';
import { accorder, expliquerVerdict, NOMS_VERDICTS } from '../rapport/mots';
import type { Sortie } from './sortie';

/** Une correction faite, ou qui le serait. */
export interface LigneCorrigee extends LigneApercu {
  readonly code: CodeControle;
  readonly type: 'automatique' | 'proposee';
}

type Page = Pick<Sortie, 'style' | 'largeur'>;

const NATURES = { automatique: 'automatique', proposee: 'proposée, que vous avez choisie' } as const;

function ecrireLigne({ feuille, cellule, avant, apres, raison, code, type }: LigneCorrigee, { largeur, style }: Page): readonly string[] {
  return [
    ...couper(`${feuille} · ${cellule} : ${avant} → ${apres}`, { largeur, retrait: 4, puce: '- ' }),
    ...couper(`${raison} (${code}, ${NATURES[type]})`, { largeur, retrait: 4 }).map(style.attenue),
  ];
}

/** Cellules corrigées, dans l'ordre où elles l'ont été. */
export function ecrireCorrections(lignes: readonly LigneCorrigee[], page: Page): readonly string[] {
  return lignes.flatMap((ligne) => ecrireLigne(ligne, page));
}

type Corrigeable = Constat & { readonly correction: NonNullable<Constat['correction']> };

function cellulesProposees(constats: readonly Constat[], { feuilles }: Rapport): ReadonlyMap<CodeControle, readonly string[]> {
  const noms = new Map(feuilles.map(({ id, nom }) => [id, nom]));
  const parCode = new Map<CodeControle, string[]>();
  for (const { code, correction: { emplacement } } of constats.filter((constat): constat is Corrigeable => constat.correction?.type === 'proposee')) {
    const cellule = `${noms.get(emplacement.feuille) ?? emplacement.feuille} · ${formatA1(emplacement.ligne, emplacement.colonne)}`;
    parCode.set(code, [...(parCode.get(code) ?? []), cellule]);
  }
  return parCode;
}

/** Ce qui reste après correction : le verdict, et les corrections qui attendent un choix. */
export function ecrireReste(rapport: Rapport, { largeur, style }: Page): readonly string[] {
  const { verdict, compte } = rapport;
  const proposees = cellulesProposees(rapport.constats, rapport);
  const total = [...proposees.values()].reduce((somme, cellules) => somme + cellules.length, 0);
  const compteurs = [accorder(compte.bloquant, 'bloquant'), accorder(compte.alerte, 'alerte'), accorder(compte.info, 'information')].join(', ');
  return [
    ...couper(`Reste : ${compteurs}. ${NOMS_VERDICTS[verdict]} : ${expliquerVerdict(rapport)}`, { largeur, retrait: 2 }).map((ligne) => style.verdict(verdict, ligne)),
    ...(total === 0 ? [] : couper(`${accorder(total, 'correction proposée', 'corrections proposées')}, à prendre avec --proposees CODE :`, { largeur, retrait: 2 })),
    ...[...proposees].flatMap(([code, cellules]) => couper(`${code} : ${cellules.join(', ')}`, { largeur, retrait: 4, puce: '- ' })),
  ];
}
