/** Les constats, filtrés et groupés. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback } from 'react';
import { accorder } from '../../rapport/mots';
import { Bouton } from '../communs/Bouton';
import { ID_TITRE_LISTE, idCarte } from '../communs/focus';
import { Repliable } from '../communs/Repliable';
import { useTextes } from '../communs/styles';
import { useVolet } from '../contexte';
import type { Groupe } from '../etat/filtre';
import { useFocusArrivee } from '../hooks/useFocusArrivee';
import { CarteConstat } from './CarteConstat';
import { Texte } from '../communs/Texte';

const useStyles = makeStyles({
  liste: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  groupe: { paddingBottom: tokens.spacingVerticalXS },
});

/** Replié, un groupe dit ce qu'il cache de plus grave. */
function resumer({ constats }: Groupe, replie: boolean): string {
  const bloquants = constats.filter(({ constat }) => constat.gravite === 'bloquant').length;
  return replie && bloquants > 0 && bloquants < constats.length ? `${accorder(bloquants, 'bloquant')} sur ${String(constats.length)}` : String(constats.length);
}

function AucunConstat() {
  const { constats, naviguer } = useVolet();
  if (constats.length === 0) return <Texte>Aucun constat.</Texte>;
  return (
    <div>
      <Texte>Aucun constat ne répond à ce filtre.</Texte>
      <Bouton onClick={() => { naviguer({ type: 'sans_filtre' }); }}>Ôter les filtres</Bouton>
    </div>
  );
}

export function ListeConstats() {
  const styles = useStyles();
  const textes = useTextes();
  const { groupes, constats, noms, navigation: { filtre, replies, retenu }, naviguer } = useVolet();
  const affiches = groupes.reduce((total, groupe) => total + groupe.constats.length, 0);
  const filtree = affiches < constats.length;

  useFocusArrivee(...(retenu === null ? [] : [idCarte(retenu), ID_TITRE_LISTE]));
  const ouvrir = useCallback((id: string) => { naviguer({ type: 'ouvrir', id }); }, [naviguer]);

  return (
    <section aria-labelledby={ID_TITRE_LISTE}>
      <h2 id={ID_TITRE_LISTE} tabIndex={-1} aria-live="polite" className={textes.sousTitre}>
        {filtree ? `${accorder(affiches, 'constat affiché', 'constats affichés')} sur ${String(constats.length)}` : accorder(constats.length, 'constat')}
      </h2>
      {affiches === 0 && <AucunConstat />}
      {groupes.map((groupe) => (
        <Repliable
          key={groupe.cle} className={styles.groupe} niveau={3} titre={groupe.titre} droite={resumer(groupe, replies.has(groupe.cle))}
          ouvert={!replies.has(groupe.cle)} surBascule={() => { naviguer({ type: 'replier', cle: groupe.cle }); }}
        >
          <ul className={mergeClasses(textes.liste, styles.liste)}>
            {groupe.constats.map((montre) => (
              <li key={montre.id}>
                <CarteConstat
                  montre={montre} sansObjectif={filtre.groupement === 'objectif'} retenu={montre.id === retenu}
                  nomFeuille={montre.constat.feuille === null ? null : (noms.get(montre.constat.feuille) ?? null)} surOuverture={ouvrir}
                />
              </li>
            ))}
          </ul>
        </Repliable>
      ))}
    </section>
  );
}
