/** La version du logiciel et celle du référentiel. */
import { useBoites, useTextes } from '../communs/styles';
import { decrirePeriode } from '../../rapport/mots';
import { PERIODE_2020_2022, REFERENTIEL } from '../../referentiel/periode';
import { CIRCULAIRE } from '../../referentiel/source';
import { useVolet } from '../contexte';
import { Texte } from '../communs/Texte';

export function APropos({ version }: { readonly version: string | null }) {
  const textes = useTextes();
  const boites = useBoites();
  const { controle: { vues } } = useVolet();
  const { referentiel, periode } = vues?.rapport ?? { referentiel: REFERENTIEL, periode: PERIODE_2020_2022 };
  return (
    <section className={boites.pile} aria-labelledby="a-propos">
      <h3 id="a-propos" className={textes.sousTitre}>À propos</h3>
      <Texte>{version === null ? '' : `Contrôle CDPPE ${version}. `}Référentiel {referentiel} ; période du classeur : {decrirePeriode(periode)}.</Texte>
      <Texte discret>D’après la {CIRCULAIRE}.</Texte>
      <Texte discret>Tout se passe sur ce poste : rien n’est envoyé. Ce contrôle ne remplace pas l’instruction du dossier. Accessibilité : conçue pour le RGAA, non auditée.</Texte>
    </section>
  );
}
