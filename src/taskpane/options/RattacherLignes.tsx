/** Désigner l'objectif ou l'indicateur d'une ligne dont le libellé n'a pas été reconnu. */
import { Field, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { LigneInconnue, PlanRattachable, TableauRattachable } from '../../moteur/vues/rattachables';
import { nommer } from '../../controles/fabrique';
import { indicateurDe, type CodeIndicateur } from '../../referentiel/indicateurs';
import type { NumeroObjectif } from '../../referentiel/objectifs';
import { Choix } from '../communs/Choix';
import { LienCellule } from '../communs/LienCellule';
import { Repliable } from '../communs/Repliable';
import { useBoites, useTextes } from '../communs/styles';
import { trouver } from '../etat/rattachements';
import type { ProprietesBrouillon } from './Rattachements';

function nommerIndicateur(code: CodeIndicateur): string {
  const { objectif, nom } = indicateurDe(code);
  return objectif === null ? nom : `${String(objectif)} – ${nom}`;
}

function Indicateur({ ligne: { texte, adresse, emplacement }, manquants, brouillon, surChoix }: ProprietesBrouillon & { readonly ligne: LigneInconnue; readonly manquants: readonly CodeIndicateur[] }) {
  const choisi = trouver(brouillon, { type: 'indicateur', texte, code: 'o1-taux' });
  return (
    <li>
      <Field label={`${adresse} : « ${texte} »`}>
        <Choix
          valeur={choisi?.code ?? ''} vide="Indicateur local (ne pas rattacher)" options={manquants.map((code) => [code, nommerIndicateur(code)] as const)}
          surChoix={(code) => { surChoix({ type: 'indicateur', texte, code: code as CodeIndicateur }, code !== ''); }}
        />
      </Field>
      <LienCellule emplacement={emplacement} />
    </li>
  );
}

function Objectif({ ligne: { texte, adresse, emplacement }, manquants, brouillon, surChoix }: ProprietesBrouillon & { readonly ligne: LigneInconnue; readonly manquants: readonly NumeroObjectif[] }) {
  const choisi = trouver(brouillon, { type: 'objectif', texte, numero: 1 });
  return (
    <li>
      <Field label={`${adresse} : « ${texte} »`}>
        <Choix
          valeur={choisi ? String(choisi.numero) : ''} vide="Objectif local (ne pas rattacher)" options={manquants.map((numero) => [String(numero), nommer(numero)] as const)}
          surChoix={(valeur) => { surChoix({ type: 'objectif', texte, numero: Number(valeur) as NumeroObjectif }, valeur !== ''); }}
        />
      </Field>
      <LienCellule emplacement={emplacement} />
    </li>
  );
}

export function RattacherLignes({ tableau, plan, ...brouillon }: ProprietesBrouillon & { readonly tableau: TableauRattachable | null; readonly plan: PlanRattachable | null }) {
  const textes = useTextes();
  const boites = useBoites();
  const [ouvert, ouvrir] = useState(true);
  const annexes = [tableau, plan].filter((annexe) => annexe !== null);
  const nombre = annexes.reduce((total, { objectifsInconnus }) => total + objectifsInconnus.length, tableau?.indicateursInconnus.length ?? 0);
  if (nombre === 0) return null;
  return (
    <Repliable niveau={4} titre="Lignes non reconnues" droite={String(nombre)} ouvert={ouvert} surBascule={() => { ouvrir(!ouvert); }}>
      <ul className={mergeClasses(textes.liste, boites.pile)}>
        {annexes.flatMap(({ feuille, objectifsInconnus, objectifsManquants }) =>
          objectifsInconnus.map((ligne) => <Objectif key={`${feuille} ${ligne.adresse}`} ligne={ligne} manquants={objectifsManquants} {...brouillon} />))}
        {tableau?.indicateursInconnus.map((ligne) => <Indicateur key={ligne.adresse} ligne={ligne} manquants={tableau.indicateursManquants} {...brouillon} />)}
      </ul>
    </Repliable>
  );
}
