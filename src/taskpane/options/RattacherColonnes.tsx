/** Désigner les colonnes d'une annexe. Celles qui manquent se montrent d'emblée. */
import { Field } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { RattachementManuel } from '../../classeur/rattachements';
import type { ColonneProposee, PlanRattachable, TableauRattachable } from '../../moteur/vues/rattachables';
import { accorder } from '../../rapport/mots';
import { Choix } from '../communs/Choix';
import { Repliable } from '../communs/Repliable';
import { useBoites } from '../communs/styles';
import { trouver } from '../etat/rattachements';
import type { ProprietesBrouillon } from './Rattachements';

type Colonnes = Extract<RattachementManuel, { readonly colonne: number }>;

interface ProprietesColonne extends ProprietesBrouillon {
  readonly libelle: string;
  /** Colonne reconnue ; `null` : introuvable. */
  readonly reconnue: number | null;
  readonly colonnes: readonly ColonneProposee[];
  /** Rattachement à une colonne donnée. */
  readonly vers: (colonne: number) => Colonnes;
}

function Colonne({ libelle, reconnue, colonnes, vers, brouillon, surChoix }: ProprietesColonne) {
  const choisie = trouver(brouillon, vers(0));
  const titre = colonnes.find(({ colonne }) => colonne === reconnue)?.titre;
  const vide = choisie ? 'Repérage automatique' : titre === undefined ? 'Introuvable : désigner une colonne' : `Reconnue : ${titre}`;
  return (
    <Field label={libelle}>
      <Choix
        valeur={choisie ? String(choisie.colonne) : ''} vide={vide} options={colonnes.map((colonne) => [String(colonne.colonne), colonne.titre] as const)}
        surChoix={(valeur) => { surChoix(vers(Number(valeur)), valeur !== ''); }}
      />
    </Field>
  );
}

function Colonnes({ titre, manquantes, children }: { readonly titre: string; readonly manquantes: number; readonly children: ReactNode }) {
  const boites = useBoites();
  const [bascule, basculer] = useState(false);
  const ouvert = manquantes > 0 !== bascule;
  const droite = manquantes === 0 ? 'toutes reconnues' : accorder(manquantes, 'introuvable');
  return <Repliable niveau={4} titre={titre} droite={droite} ouvert={ouvert} surBascule={() => { basculer(!bascule); }}><div className={boites.pile}>{children}</div></Repliable>;
}

const introuvables = (places: readonly { readonly colonne: number | null }[]) => places.filter(({ colonne }) => colonne === null).length;

export function ColonnesTableau({ tableau: { feuille, colonnes, places }, ...brouillon }: ProprietesBrouillon & { readonly tableau: TableauRattachable }) {
  return (
    <Colonnes titre="Colonnes du tableau de bord" manquantes={introuvables(places)}>
      {places.map(({ libelle, bloc, annee, colonne: reconnue }) => (
        <Colonne key={libelle} libelle={libelle} reconnue={reconnue} colonnes={colonnes} vers={(colonne) => ({ type: 'moment', feuille, colonne, bloc, annee })} {...brouillon} />
      ))}
    </Colonnes>
  );
}

export function ColonnesPlan({ plan: { feuille, colonnes, places }, ...brouillon }: ProprietesBrouillon & { readonly plan: PlanRattachable }) {
  return (
    <Colonnes titre="Colonnes du plan d’action" manquantes={introuvables(places)}>
      {places.map(({ libelle, role, colonne: reconnue }) => (
        <Colonne key={libelle} libelle={libelle} reconnue={reconnue} colonnes={colonnes} vers={(colonne) => ({ type: 'colonne_plan', feuille, colonne, role })} {...brouillon} />
      ))}
    </Colonnes>
  );
}
