/** Le département : lu dans le classeur, ou indiqué ici et gardé avec lui. */
import { Field } from '@fluentui/react-components';
import { useState } from 'react';
import { DEPARTEMENTS } from '../../referentiel/departements';
import { decrireDepartement } from '../../rapport/mots';
import { Bouton } from '../communs/Bouton';
import { Choix } from '../communs/Choix';
import { useBoites, useTextes } from '../communs/styles';
import { useVolet } from '../contexte';
import { useEnregistrer } from '../hooks/useEnregistrer';
import { Texte } from '../communs/Texte';

const AUTOMATIQUE = '';
const OPTIONS = DEPARTEMENTS.map(({ code, nom }) => [code, `${code} – ${nom}`] as const);

export function Departement() {
  const textes = useTextes();
  const boites = useBoites();
  const { controle: { vues }, donnees: { preferences } } = useVolet();
  const { enCours, enregistrer } = useEnregistrer();
  const garde = preferences.departement ?? AUTOMATIQUE;
  const [choisi, choisir] = useState<string | null>(null);
  const valeur = choisi ?? garde;
  const lu = vues?.rapport.departement ?? null;

  const appliquer = async () => {
    const departement = valeur === AUTOMATIQUE ? null : valeur;
    const fait = await enregistrer((donnees) => ({ ...donnees, preferences: { ...donnees.preferences, departement } }), 'Département enregistré dans le classeur.');
    if (fait) choisir(null);
  };

  return (
    <section className={boites.pile} aria-labelledby="departement">
      <h3 id="departement" className={textes.sousTitre}>Département</h3>
      <Texte>{lu ? `${decrireDepartement(lu)}.` : 'Le classeur ne dit pas clairement de quel département il s’agit : indiquez-le pour comparer aux références de l’INSEE.'}</Texte>
      {lu?.desaccords.map((autre) => <Texte key={autre.code}>Attention, le classeur cite aussi {decrireDepartement(autre)}.</Texte>)}
      <Field label="Département à retenir">
        <Choix valeur={valeur} vide="Celui que dit le classeur" options={OPTIONS} surChoix={choisir} />
      </Field>
      <Bouton disabledFocusable={enCours || valeur === garde} onClick={() => { void appliquer(); }}>Enregistrer le département</Bouton>
    </section>
  );
}
