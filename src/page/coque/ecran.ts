/** Où en est la page : l'écran montré, et ce à quoi il revient. Fonction pure. */
import type { Comparaison } from '../../comparaison/comparer';
import type { Consolidation } from '../../consolidation/consolider';
import type { Panne } from '../../taskpane/etat/controle';
import type { Lot } from '../lot/lot';
import type { Source } from '../lot/sources';
import type { Session } from '../session/session';

export type Ecran =
  | { readonly type: 'accueil' }
  | { readonly type: 'classeur'; readonly session: Session }
  | { readonly type: 'lot' }
  | { readonly type: 'consolidation'; readonly consolidation: Consolidation; readonly exclus: number }
  | { readonly type: 'comparaison'; readonly comparaison: Comparaison; readonly avant: Source; readonly apres: Source };

export interface EtatPage {
  readonly ecran: Ecran;
  /** Lot en mémoire : on y revient après un classeur, une consolidation, une comparaison. */
  readonly lot: Lot | null;
  /** Classeur ouvert, gardé pendant une comparaison faite depuis lui. */
  readonly session: Session | null;
  /** Ce qui se prépare, en clair ; `null` : rien. */
  readonly attente: string | null;
  readonly panne: (Panne & { readonly fichier: string | null }) | null;
}

export const PAGE_INITIALE: EtatPage = { ecran: { type: 'accueil' }, lot: null, session: null, attente: null, panne: null };

export type ActionPage =
  | { readonly type: 'attendre'; readonly libelle: string }
  | { readonly type: 'renoncer' }
  | { readonly type: 'echouer'; readonly panne: NonNullable<EtatPage['panne']> }
  | { readonly type: 'oublier_panne' }
  | { readonly type: 'classeur'; readonly session: Session }
  | { readonly type: 'lot'; readonly lot: Lot }
  | { readonly type: 'montrer'; readonly ecran: Extract<Ecran, { type: 'consolidation' | 'comparaison' }> }
  | { readonly type: 'retour' };

/** L'écran précédent : le classeur ouvert s'il y en a un, sinon le lot, sinon l'accueil. */
function retourDe({ ecran, session, lot }: EtatPage): Pick<EtatPage, 'ecran' | 'session' | 'lot'> {
  if (ecran.type === 'lot') return { ecran: { type: 'accueil' }, session: null, lot: null };
  if (ecran.type !== 'classeur' && session) return { ecran: { type: 'classeur', session }, session, lot };
  return { ecran: lot ? { type: 'lot' } : { type: 'accueil' }, session: null, lot };
}

export function reduirePage(etat: EtatPage, action: ActionPage): EtatPage {
  const calme = { attente: null, panne: null };
  switch (action.type) {
    case 'attendre':
      return { ...etat, attente: action.libelle, panne: null };
    case 'renoncer':
      return { ...etat, attente: null };
    case 'echouer':
      return { ...etat, attente: null, panne: action.panne };
    case 'oublier_panne':
      return { ...etat, panne: null };
    case 'classeur':
      return { ...etat, ...calme, ecran: { type: 'classeur', session: action.session }, session: action.session };
    case 'lot':
      return { ...etat, ...calme, ecran: { type: 'lot' }, lot: action.lot, session: null };
    case 'montrer':
      return { ...etat, ...calme, ecran: action.ecran };
    case 'retour':
      return { ...etat, ...calme, ...retourDe(etat) };
  }
}
