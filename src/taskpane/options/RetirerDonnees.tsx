/** « Retirer nos données du classeur », avant de le transmettre. */
import { isSansDonnees } from '../../decisions/donnees';
import { accorder } from '../../rapport/mots';
import { Bouton } from '../communs/Bouton';
import { useBoites, useTextes } from '../communs/styles';
import { useVolet } from '../contexte';
import { panneDe } from '../etat/panne';
import { Texte } from '../communs/Texte';

export function RetirerDonnees() {
  const textes = useTextes();
  const boites = useBoites();
  const { donnees, demander, retirerDonnees, confirmer, lancer } = useVolet();
  const { decisions, rattachements, preferences } = donnees;
  const contenu = [
    decisions.length > 0 && accorder(decisions.length, 'décision'),
    rattachements.length > 0 && accorder(rattachements.length, 'rattachement'),
    preferences.departement !== null && 'le département indiqué',
  ].filter(Boolean).join(', ');

  const retirer = async () => {
    const accord = await demander({
      titre: 'Retirer nos données du classeur ?',
      texte: `Seront retirés : ${contenu}. Les cellules ne changent pas. Cette action ne s’annule pas ; enregistrez ensuite le classeur.`,
      accepter: 'Retirer',
    });
    if (!accord) return;
    try {
      await retirerDonnees();
      confirmer('Nos données sont retirées du classeur. Enregistrez-le avant de le transmettre.');
      lancer();
    } catch (erreur) {
      confirmer(`Rien n’a été retiré. ${panneDe(erreur).message}`, 'echec');
    }
  };

  const vide = isSansDonnees(donnees);
  return (
    <section className={boites.pile} aria-labelledby="retrait">
      <h3 id="retrait" className={textes.sousTitre}>Données du contrôle dans le classeur</h3>
      <Texte>{vide ? 'Le classeur ne contient aucune donnée du contrôle.' : `Le classeur contient : ${contenu}. Qui le reçoit peut les lire ; retirez-les s’il ne le doit pas.`}</Texte>
      <Bouton disabledFocusable={vide} onClick={() => { void retirer(); }}>Retirer nos données du classeur…</Bouton>
    </section>
  );
}
