/** « Créer les feuilles officielles » : ce qui sera ajouté, l'accord, puis la première cellule à remplir. */
import { useState } from 'react';
import { formatA1 } from '../../classeur/adresse';
import type { FeuilleVue } from '../../moteur/vues/vues';
import { decrireDepartement } from '../../rapport/mots';
import { Bandeau } from '../communs/Bandeau';
import { Bouton } from '../communs/Bouton';
import { ID_CONTROLER, poserFocus } from '../communs/focus';
import { useBoites } from '../communs/styles';
import { telecharger, TYPES } from '../communs/telecharger';
import { useVolet } from '../contexte';
import { panneDe } from '../etat/panne';
import { Chargement } from '../coque/Chargement';

function enumerer(feuilles: readonly FeuilleVue[]): string {
  if (feuilles.length === 1) return `La feuille « ${feuilles[0]!.nom} » reste intacte.`;
  return `Les ${String(feuilles.length)} feuilles du classeur restent intactes.`;
}

export function CreerFeuilles({ feuilles }: { readonly feuilles: readonly FeuilleVue[] }) {
  const boites = useBoites();
  const { lu, controle: { vues, activite }, creation: { creer, miseEnForme }, demander, confirmer, aller } = useVolet();
  const [enCours, occuper] = useState(false);
  const [refus, refuser] = useState<string | null>(null);
  const departement = vues?.rapport.departement ?? null;

  const ajouter = async () => {
    if (!lu) return;
    const accord = await demander({
      titre: 'Créer les feuilles officielles ?',
      texte: `Deux feuilles vierges seront ajoutées à la fin du classeur : le tableau de bord (annexe 5.2) et le plan d’action (annexe 5.3)${departement ? `, au nom de : ${decrireDepartement(departement)}` : ''}. ${enumerer(feuilles)}${miseEnForme ? '' : ' Ici, elles n’ont que leurs textes et leurs formules, sans mise en forme.'} Pour revenir en arrière, supprimez les deux feuilles.`,
      accepter: 'Créer les feuilles',
    });
    if (!accord) return;
    occuper(true);
    refuser(null);
    const creation = await creer(lu, departement?.code ?? null);
    occuper(false);
    if (creation.etat === 'refusee') {
      refuser(creation.message);
      return;
    }
    poserFocus(ID_CONTROLER);
    const { premiere } = creation;
    const issue = premiere && await aller?.(premiere);
    const suite = premiere && issue?.etat === 'selectionnee' ? ` ; commencez par la cellule ${formatA1(premiere.ligne, premiere.colonne)}, qui est sélectionnée.` : ' : commencez par le diagnostic.';
    confirmer(`Feuilles officielles créées${suite}`);
    if (issue?.etat === 'impossible') confirmer(issue.panne.message, 'echec');
  };

  const donner = async () => {
    try {
      const { classeurVierge } = await import('./creer-feuilles');
      telecharger(`contrat${departement ? `-${departement.code}` : ''}.xlsx`, await classeurVierge(departement?.code ?? null), TYPES.xlsx);
    } catch (erreur) {
      confirmer(`Le modèle n’a pas été fabriqué. ${panneDe(erreur).message}`, 'echec');
    }
  };

  return (
    <div className={boites.pile}>
      <Bouton appearance="primary" disabledFocusable={enCours || activite !== 'repos'} onClick={() => { void ajouter(); }}>Créer les feuilles officielles…</Bouton>
      {!miseEnForme && <Bouton onClick={() => { void donner(); }}>Télécharger le modèle vierge, mis en forme</Bouton>}
      {enCours && <Chargement libelle="Création des feuilles…" />}
      {refus !== null && <div role="alert"><Bandeau nature="error" titre="Aucune feuille n’a été créée.">{refus}</Bandeau></div>}
    </div>
  );
}
