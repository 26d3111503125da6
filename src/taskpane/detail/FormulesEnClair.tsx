/** Les formules d'un constat, dites avec les noms des indicateurs à côté des adresses. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { lireDossier } from '../../classeur/lire-dossier';
import type { Constat } from '../../controles/constat';
import { isFormule } from '../../corrections/plan';
import { useTextes } from '../communs/styles';
import { useVolet } from '../contexte';
import type { ClasseurLu } from '../hooks/useControle';
import { operandesDe, type Operande } from './operandes';
import { Texte } from '../communs/Texte';

const useStyles = makeStyles({
  racine: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
});

type Formule = readonly [titre: string, operandes: readonly Operande[]];

/** Formules du constat dont des adresses portent un nom ; vide hors du tableau de bord. */
function formulesDe({ emplacement, trouve, correction }: Constat, lu: ClasseurLu | null): readonly Formule[] {
  const actuelle = trouve?.texte.startsWith('=') ? trouve.texte : null;
  const proposee = correction && isFormule(correction.apres) ? correction.apres.formule : null;
  if (!lu || !emplacement || (actuelle === null && proposee === null)) return [];
  const { tableau } = lireDossier(lu.instantane, lu.options);
  if (tableau?.feuille.id !== emplacement.feuille) return [];
  const place = { tableau, colonne: emplacement.colonne };
  const formules = [['Dans la cellule', actuelle], ['Dans la correction', proposee]] as const;
  return formules.flatMap(([titre, formule]): Formule[] => (formule === null ? [] : [[titre, operandesDe(formule, place)]])).filter(([, operandes]) => operandes.length > 0);
}

export function FormulesEnClair({ constat }: { readonly constat: Constat }) {
  const styles = useStyles();
  const textes = useTextes();
  const { lu } = useVolet();
  const formules = useMemo(() => formulesDe(constat, lu), [constat, lu]);
  if (formules.length === 0) return null;
  return (
    <section className={styles.racine} aria-labelledby="formules-en-clair">
      <h3 id="formules-en-clair" className={textes.sousTitre}>Ce que dit la formule</h3>
      {formules.map(([titre, operandes]) => (
        <div key={titre}>
          <Texte discret>{titre} :</Texte>
          <ul className={textes.puces}>
            {operandes.map(({ role, adresse, nom }) => <li key={`${role ?? ''}${adresse}`} className={textes.discret}>{role === null ? adresse : `${role}, ${adresse}`} : {nom}</li>)}
          </ul>
        </div>
      ))}
    </section>
  );
}
