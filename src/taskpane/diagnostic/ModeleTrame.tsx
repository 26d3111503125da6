/** Le modèle de trame, à faire remplir : téléchargé là où c'est permis, copié sinon. */
import { useState } from 'react';
import { decrireClasseurTrame } from '../../modele/classeur-trame';
import { dresserModeleTrame, trameACopier, trameEnCsv } from '../../modele/trame';
import { Bandeau } from '../communs/Bandeau';
import { Bouton } from '../communs/Bouton';
import { fabriquerXlsx } from '../communs/classeurs';
import { copier } from '../communs/presse-papiers';
import { useBoites, useTextes } from '../communs/styles';
import { telecharger, TYPES } from '../communs/telecharger';
import { Texte } from '../communs/Texte';
import { useVolet } from '../contexte';
import { panneDe } from '../etat/panne';

export function ModeleTrame({ departement, annee }: { readonly departement: string | null; readonly annee: number }) {
  const textes = useTextes();
  const boites = useBoites();
  const { confirmer } = useVolet();
  const [refuse, refuser] = useState(false);
  const modele = () => dresserModeleTrame(departement, annee);
  const nom = `trame-diagnostic${departement === null ? '' : `-${departement}`}`;

  const donnerXlsx = async () => {
    try {
      telecharger(`${nom}.xlsx`, await fabriquerXlsx(decrireClasseurTrame(modele())), TYPES.xlsx);
    } catch (erreur) {
      confirmer(`Le modèle n’a pas été fabriqué. ${panneDe(erreur).message}`, 'echec');
    }
  };
  const copierModele = async () => {
    const copie = await copier(trameACopier(modele()));
    refuser(!copie);
    if (copie) confirmer('Modèle copié : collez-le dans une feuille vide.');
  };

  return (
    <section className={boites.pile} aria-labelledby="modele-trame">
      <h3 id="modele-trame" className={textes.sousTitre}>Modèle de trame</h3>
      <Texte>Une ligne par donnée à fournir, à envoyer au département ; remplie, elle s’importe par « Remplir le diagnostic ».</Texte>
      <div className={boites.rang}>
        <Bouton onClick={() => { void donnerXlsx(); }}>Télécharger (Excel)</Bouton>
        <Bouton onClick={() => { telecharger(`${nom}.csv`, trameEnCsv(modele()), TYPES.csv); }}>Télécharger (CSV)</Bouton>
        <Bouton onClick={() => { void copierModele(); }}>Copier le modèle</Bouton>
      </div>
      <Texte discret>Si rien ne se télécharge, ce que certains Excel interdisent, copiez le modèle puis collez-le dans une feuille vide.</Texte>
      {refuse && <Bandeau nature="warning">Le presse-papiers est refusé ici : téléchargez le modèle.</Bandeau>}
    </section>
  );
}
