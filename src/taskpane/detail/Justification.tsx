/** « Ignorer avec un motif » : la décision prise sur un constat, ou la possibilité d'en prendre une. */
import { mergeClasses } from '@fluentui/react-components';
import { Suspense } from 'react';
import { decisionsTombees, isJustifiable, lever } from '../../decisions/decider';
import { cleSujet } from '../../decisions/empreinte';
import { formatJour } from '../../rapport/jour';
import { aLaDemande } from '../communs/a-la-demande';
import { Bouton } from '../communs/Bouton';
import { useBoites, useTextes } from '../communs/styles';
import { useVolet } from '../contexte';
import type { ConstatMontre } from '../etat/constats';
import { panneDe } from '../etat/panne';
import { useBoite } from '../hooks/useBoite';
import { Texte } from '../communs/Texte';

const DialogueIgnorer = aLaDemande(() => import('../dialogues/DialogueIgnorer'));

/** Une justification antérieure, que la valeur a fait tomber. */
function Tombees({ montre }: { readonly montre: ConstatMontre }) {
  const { constats, donnees } = useVolet();
  const tombees = decisionsTombees(constats.map(({ constat }) => constat), donnees.decisions).filter((decision) => cleSujet(decision) === cleSujet(montre.constat));
  return tombees.map(({ motif, auteur, date, empreinte }) => (
    <Texte key={empreinte}>
      Une justification a été annulée, car la valeur a changé depuis : « {motif} » ({auteur}, le {formatJour(date)}).
    </Texte>
  ));
}

export function Justification({ montre }: { readonly montre: ConstatMontre }) {
  const textes = useTextes();
  const boites = useBoites();
  const { modifier, confirmer } = useVolet();
  const { montee, ouverte, ouvreur, ouvrir, fermer } = useBoite();
  const { constat, decision } = montre;
  if (!isJustifiable(constat)) return <Texte discret>Un point bloquant ne s’ignore pas : il se corrige avant signature.</Texte>;

  const alerte = constat.gravite === 'alerte';
  const retirer = async () => {
    if (!decision) return;
    try {
      await modifier((donnees) => lever(donnees, decision));
      confirmer(alerte ? 'Justification levée : l’alerte est de nouveau à justifier.' : 'L’information est de nouveau dans la liste.');
    } catch (erreur) {
      confirmer(`La justification n’a pas été levée. ${panneDe(erreur).message}`, 'echec');
    }
  };

  return (
    <section className={mergeClasses(boites.carte, boites.pile)} aria-labelledby="titre-justification">
      <h3 id="titre-justification" className={textes.sousTitre}>{decision ? (alerte ? 'Réserve justifiée' : 'Information écartée') : 'Décision'}</h3>
      {decision ? (
        <>
          <Texte>« {decision.motif} »</Texte>
          <Texte discret>{decision.auteur}, le {formatJour(decision.date)}. Gardé dans le classeur, visible du relecteur ; annulé si la valeur change.</Texte>
        </>
      ) : (
        <>
          <Tombees montre={montre} />
          <Texte discret>{alerte ? 'Justifiée, une alerte reste une réserve, comptée à part.' : 'Une information peut être écartée ; elle reste visible du relecteur.'}</Texte>
        </>
      )}
      <Bouton onClick={() => { if (decision) void retirer(); else ouvrir(); }}>{decision ? 'Lever la justification' : 'Ignorer avec un motif…'}</Bouton>
      <Suspense fallback={null}>{montee && <DialogueIgnorer constat={constat} ouverte={ouverte} ouvreur={ouvreur} surFermeture={fermer} />}</Suspense>
    </section>
  );
}
