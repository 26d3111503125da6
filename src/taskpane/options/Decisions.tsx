/** Les décisions gardées dans le classeur : en vigueur, annulées par une valeur changée, sans objet. */
import { mergeClasses } from '@fluentui/react-components';
import { useMemo } from 'react';
import { deciderChacun, decisionsTombees, lever } from '../../decisions/decider';
import type { Decision } from '../../decisions/donnees';
import { cleDecision } from '../../decisions/empreinte';
import { formatJour } from '../../rapport/jour';
import { Bouton } from '../communs/Bouton';
import { useBoites, useTextes } from '../communs/styles';
import { useVolet } from '../contexte';
import { useEnregistrer } from '../hooks/useEnregistrer';
import { Texte } from '../communs/Texte';

type Etat = 'valable' | 'tombee' | 'sans_objet';

const NOMS: Readonly<Record<Etat, string>> = {
  valable: 'En vigueur',
  tombee: 'Annulée : la valeur a changé',
  sans_objet: 'Sans objet : le constat a disparu',
};

export function Decisions() {
  const textes = useTextes();
  const boites = useBoites();
  const { constats, donnees: { decisions } } = useVolet();
  const { enCours, enregistrer } = useEnregistrer();
  const etats = useMemo(() => {
    const tous = constats.map(({ constat }) => constat);
    const valables = new Set(deciderChacun(tous, decisions));
    const tombees = new Set(decisionsTombees(tous, decisions));
    return decisions.map((decision): readonly [Decision, Etat] => [decision, valables.has(decision) ? 'valable' : tombees.has(decision) ? 'tombee' : 'sans_objet']);
  }, [constats, decisions]);

  return (
    <section className={boites.pile} aria-labelledby="decisions">
      <h3 id="decisions" className={textes.sousTitre}>Décisions gardées dans le classeur</h3>
      {etats.length === 0 && <Texte>Aucune alerte n’a été justifiée, aucune information écartée.</Texte>}
      <ul className={mergeClasses(textes.liste, boites.pile)}>
        {etats.map(([decision, etat]) => (
          <li key={cleDecision(decision)} className={boites.carte}>
            <p className={textes.sousTitre}>{NOMS[etat]}</p>
            <Texte discret>{decision.code} – {decision.objet}</Texte>
            <Texte>« {decision.motif} »</Texte>
            <Texte discret>{decision.auteur}, le {formatJour(decision.date)}</Texte>
            <Bouton
              appearance="subtle" disabledFocusable={enCours} aria-label={`Retirer la décision : ${decision.objet}`}
              onClick={() => { void enregistrer((donnees) => lever(donnees, decision), 'Décision retirée du classeur.'); }}
            >
              Retirer
            </Bouton>
          </li>
        ))}
      </ul>
    </section>
  );
}
