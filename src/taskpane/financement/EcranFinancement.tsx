/** L'écran « Financement » : le total, les enveloppes, puis chaque objectif. */
import { mergeClasses } from '@fluentui/react-components';
import { FeuilleAbsente } from '../communs/FeuilleAbsente';
import { useBoites, useTextes } from '../communs/styles';
import { useVolet } from '../contexte';
import { CarteEnveloppe } from './CarteEnveloppe';
import { CarteObjectif } from './CarteObjectif';
import { ranger, resumerParite } from './phrases';
import { TotalContrat } from './TotalContrat';
import { Texte } from '../communs/Texte';

export default function EcranFinancement() {
  const textes = useTextes();
  const boites = useBoites();
  const { controle: { vues } } = useVolet();
  if (!vues) return null;
  if (!vues.financement) return <FeuilleAbsente nom="le plan d’action (annexe 5.3)" />;
  const { financement } = vues;
  const { finances, sans } = ranger(financement);
  return (
    <div className={boites.pileLarge}>
      <TotalContrat contrat={financement.contrat} />
      <section aria-labelledby="enveloppes" className={boites.pile}>
        <h2 id="enveloppes" className={textes.titre}>Enveloppes de l’Etat</h2>
        <Texte discret>Sous l’hypothèse que les montants du plan sont ceux d’une année (annexe 4).</Texte>
        <ul className={mergeClasses(textes.liste, boites.pile)}>{financement.enveloppes.map((vue) => <CarteEnveloppe key={vue.enveloppe} vue={vue} />)}</ul>
      </section>
      <section aria-labelledby="parite" className={boites.pile}>
        <h2 id="parite" className={textes.titre}>Parité par objectif</h2>
        <Texte>{resumerParite(financement)}</Texte>
        <Texte discret>À chaque objectif, le Département apporte au moins ce que l’Etat lui verse (contrat-type, article 2.2.2). La valorisation de moyens existants est admise.</Texte>
        {finances.map((ligne) => <CarteObjectif key={ligne.objectif} ligne={ligne} echelle={financement.echelle} />)}
        {sans.length > 0 && <Texte discret>Sans montant au plan : {sans.length > 1 ? 'objectifs' : 'objectif'} {sans.map(({ objectif }) => String(objectif)).join(', ')}.</Texte>}
      </section>
    </div>
  );
}
