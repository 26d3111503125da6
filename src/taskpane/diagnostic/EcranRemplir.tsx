/** Remplir le diagnostic : les sources, l'aperçu, les décisions, puis tout en une fois. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { useMemo, useState, type ReactNode } from 'react';
import { accorder } from '../../rapport/mots';
import { jourDe } from '../../rapport/jour';
import type { Proposition } from '../../diagnostic/propositions';
import type { CodeIndicateur } from '../../referentiel/indicateurs';
import { Bouton } from '../communs/Bouton';
import { Choix } from '../communs/Choix';
import { ID_TITRE_REMPLIR } from '../communs/focus';
import { useBoites, useTextes } from '../communs/styles';
import { Texte } from '../communs/Texte';
import { useVolet } from '../contexte';
import { Chargement } from '../coque/Chargement';
import { Refus } from '../corrections/Refus';
import type { IssueEcriture } from '../hooks/useCorrections';
import { useFocusArrivee } from '../hooks/useFocusArrivee';
import { basculer, type Brouillon } from './brouillon';
import { sansRedite } from './Enfants';
import { ItemNonRapproche } from './ItemNonRapproche';
import { ItemDecider, ItemImpossible, ItemRemplir } from './ItemProposition';
import { dresserApercu, lireTramePour, planifier, type DiagnosticLu } from './lecture';
import { nommerEcriture, nommerIndicateur, resumerEcriture } from './phrases';
import { Sources } from './Sources';

const useStyles = makeStyles({
  titre: { ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' } },
  barre: {
    position: 'sticky', bottom: 0, display: 'flex', columnGap: tokens.spacingHorizontalXS, paddingBlock: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground1, borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  principal: { flexGrow: 1 },
});

function Groupe({ id, titre, texte, nombre, children }: { readonly id: string; readonly titre: string; readonly texte?: string; readonly nombre: number; readonly children: ReactNode }) {
  const textes = useTextes();
  const boites = useBoites();
  if (nombre === 0) return null;
  return (
    <section className={boites.pile} aria-labelledby={id}>
      <h3 id={id} className={textes.sousTitre}>{titre} ({nombre})</h3>
      {texte !== undefined && <Texte discret>{texte}</Texte>}
      <ul className={mergeClasses(textes.liste, boites.pile)}>{children}</ul>
    </section>
  );
}

export interface ProprietesRemplir {
  readonly diagnostic: DiagnosticLu;
  readonly brouillon: Brouillon;
  /** `null` : on a fini, ou renoncé. */
  readonly surBrouillon: (brouillon: Brouillon | null) => void;
}

export function EcranRemplir({ diagnostic, brouillon, surBrouillon }: ProprietesRemplir) {
  const styles = useStyles();
  const textes = useTextes();
  const boites = useBoites();
  const { corrections: { ecrire }, controle: { activite, modifie }, lancer, maintenant, confirmer } = useVolet();
  const [enCours, occuper] = useState(false);
  const [refus, refuser] = useState<Extract<IssueEcriture, { etat: 'refusee' }> | null>(null);
  useFocusArrivee(ID_TITRE_REMPLIR);

  const trame = useMemo(() => lireTramePour(brouillon.trame, diagnostic), [brouillon.trame, diagnostic]);
  const apercu = useMemo(() => dresserApercu(diagnostic, trame.trame, brouillon), [diagnostic, trame, brouillon]);
  const plan = useMemo(() => planifier(diagnostic, apercu, jourDe(maintenant())), [diagnostic, apercu, maintenant]);
  const { propositions: { propositions, nonRapprochees, enfants, remarques }, tri } = apercu;
  const retenues = new Set(tri.retenues.map(({ indicateur }) => indicateur));
  const parDecision = (decision: boolean) => propositions.filter((proposition) => proposition.apres !== null && proposition.nature !== 'identique' && proposition.decision === decision);
  const [aRemplir, aDecider] = [parDecision(false), parDecision(true)];
  const choisis = trame.trame ? trame.trame.lignes.filter(({ rang }) => brouillon.choix.has(rang)) : [];
  const occupe = enCours || activite !== 'repos';

  const decider = (code: CodeIndicateur, ecrit: boolean) => {
    const exige = aDecider.some(({ indicateur }) => indicateur === code);
    surBrouillon(exige ? { ...brouillon, remplacer: basculer(brouillon.remplacer, code, ecrit) } : { ...brouillon, garder: basculer(brouillon.garder, code, !ecrit) });
  };
  const rapprocher = (rang: number, code: CodeIndicateur | null) => {
    const choix = new Map(brouillon.choix);
    if (code === null) choix.delete(rang);
    else choix.set(rang, code);
    surBrouillon({ ...brouillon, choix });
  };
  const appliquer = async () => {
    occuper(true);
    refuser(null);
    const valeurs = tri.retenues.length;
    const issue = await ecrire(`Diagnostic ${String(diagnostic.annee)} : ${valeurs === 0 ? 'sources consignées' : accorder(valeurs, 'valeur écrite', 'valeurs écrites')}`, plan, resumerEcriture(valeurs, diagnostic.annee));
    occuper(false);
    if (issue.etat === 'refusee') {
      refuser(issue);
      return;
    }
    confirmer(issue.texte);
    surBrouillon(null);
  };
  const item = (proposition: Proposition) => ({ proposition, retenue: retenues.has(proposition.indicateur), fige: enCours, surDecision: decider });

  return (
    <section className={boites.pile} aria-labelledby={ID_TITRE_REMPLIR}>
      <div><Bouton appearance="subtle" icon={<ArrowLeft20Regular />} disabledFocusable={enCours} onClick={() => { surBrouillon(null); }}>Diagnostic</Bouton></div>
      <h2 id={ID_TITRE_REMPLIR} tabIndex={-1} className={mergeClasses(textes.titre, styles.titre)}>Remplir le diagnostic {diagnostic.annee}</h2>
      <Texte>Rien n’est écrit avant votre accord. Le vide, zéro et « ND » restent trois choses différentes.</Texte>
      <Sources diagnostic={diagnostic} brouillon={brouillon} trame={trame} surBrouillon={surBrouillon} />

      <Groupe id="a-remplir" titre="Cellules vides, à remplir" nombre={aRemplir.length}>
        {aRemplir.map((proposition) => <ItemRemplir key={proposition.indicateur} {...item(proposition)} />)}
      </Groupe>
      <Groupe id="a-decider" titre="À décider" texte="Ces cellules portent déjà autre chose, ou la valeur proposée est approchée : sans décision, elles restent telles quelles." nombre={aDecider.length}>
        {aDecider.map((proposition) => <ItemDecider key={proposition.indicateur} {...item(proposition)} />)}
      </Groupe>
      <Groupe id="non-rapprochees" titre="Lignes de la trame non rapprochées" nombre={nonRapprochees.length}>
        {nonRapprochees.map((ligne) => <ItemNonRapproche key={`${String(ligne.rang)} ${ligne.place} ${ligne.libelle}`} ligne={ligne} surChoix={rapprocher} />)}
      </Groupe>
      <Groupe id="rapprochees" titre="Lignes rapprochées par vous" nombre={choisis.length}>
        {choisis.map(({ rang, libelle }) => (
          <li key={rang} className={boites.carte}>
            <Texte>« {libelle} »</Texte>
            <Choix
              aria-label={`Ligne du tableau de bord pour « ${libelle} »`} valeur={brouillon.choix.get(rang)!} vide="Laisser de côté"
              options={[[brouillon.choix.get(rang)!, nommerIndicateur(brouillon.choix.get(rang)!)]]} surChoix={(code) => { rapprocher(rang, code === '' ? null : code as CodeIndicateur); }}
            />
          </li>
        ))}
      </Groupe>
      <Groupe id="impossibles" titre="Ne s’écriront pas" nombre={tri.impossibles.length}>
        {tri.impossibles.map((proposition) => <ItemImpossible key={proposition.indicateur} proposition={proposition} />)}
      </Groupe>
      {tri.identiques.length > 0 && <Texte>Déjà dans le classeur : {accorder(tri.identiques.length, 'valeur identique', 'valeurs identiques')} ({tri.identiques.map(({ adresse }) => adresse).join(', ')}).</Texte>}
      {enfants.length + remarques.length > 0 && (
        <section className={boites.pile} aria-labelledby="a-savoir">
          <h3 id="a-savoir" className={textes.sousTitre}>À savoir</h3>
          {[...sansRedite(enfants).map(({ message }) => message), ...remarques].map((phrase) => <Texte key={phrase}>{phrase}</Texte>)}
        </section>
      )}

      {enCours && <Chargement libelle="Écriture du diagnostic…" />}
      {refus && <Refus titre={refus.restantes.length > 0 ? 'L’écriture a échoué.' : 'Rien n’a été écrit.'} raisons={refus.raisons} restantes={refus.restantes} />}
      {modifie && !enCours && <Texte>Le classeur a été modifié : actualisez les résultats avant d’écrire.</Texte>}
      <div className={styles.barre}>
        {modifie && !enCours
          ? <Bouton className={styles.principal} appearance="primary" disabledFocusable={activite !== 'repos'} onClick={lancer}>Actualiser</Bouton>
          : <Bouton className={styles.principal} appearance="primary" disabledFocusable={occupe || plan.ecritures.length === 0} onClick={() => { void appliquer(); }}>{nommerEcriture(tri.retenues.length, plan.ecritures.length > 0)}</Bouton>}
        <Bouton disabledFocusable={enCours} onClick={() => { surBrouillon(null); }}>Annuler</Bouton>
      </div>
    </section>
  );
}
