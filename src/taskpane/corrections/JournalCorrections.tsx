/** Ce que le volet a écrit depuis son ouverture, et de quoi le défaire. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { formatA1 } from '../../classeur/adresse';
import type { EntreeJournal } from '../../corrections/journal';
import { nomNouvelle } from '../../corrections/plan';
import { accorder } from '../../rapport/mots';
import { Bouton } from '../communs/Bouton';
import { ID_CONTROLER, poserFocus } from '../communs/focus';
import { Repliable } from '../communs/Repliable';
import { useBoites, useTextes } from '../communs/styles';
import { Texte } from '../communs/Texte';
import { useVolet } from '../contexte';
import type { NomsFeuilles } from '../etat/filtre';
import { Refus } from './Refus';

const useStyles = makeStyles({ racine: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium, padding: tokens.spacingHorizontalS } });

/** Au-delà, les adresses ne se lisent plus. */
const CELLULES_MAX = 12;

/** « Tableau de bord : D12, D20 ; Plan d'action : G10 ». */
export function decrireEntree({ plan: { ecritures } }: EntreeJournal, noms: NomsFeuilles): string {
  const parFeuille = new Map<string, string[]>();
  for (const { feuille, ligne, colonne } of ecritures) {
    const nom = noms.get(feuille) ?? nomNouvelle(feuille) ?? feuille;
    const adresse = formatA1(ligne, colonne);
    const siennes = parFeuille.get(nom) ?? [];
    if (!siennes.includes(adresse)) parFeuille.set(nom, [...siennes, adresse]);
  }
  return [...parFeuille].map(([nom, adresses]) => `${nom} : ${adresses.slice(0, CELLULES_MAX).join(', ')}${adresses.length > CELLULES_MAX ? `… (${accorder(adresses.length, 'cellule')})` : ''}`).join(' ; ');
}

export default function JournalCorrections() {
  const styles = useStyles();
  const textes = useTextes();
  const boites = useBoites();
  const { corrections: { journal, annuler }, noms, confirmer, demander } = useVolet();
  const [ouvert, ouvrir] = useState(false);
  const [enCours, occuper] = useState(false);
  const [refus, refuser] = useState<{ readonly raisons: readonly string[]; readonly restantes: Parameters<typeof Refus>[0]['restantes'] } | null>(null);
  if (journal.length === 0) return null;

  const defaire = async (portee: 'derniere' | 'toutes') => {
    if (portee === 'toutes') {
      const accord = await demander({
        titre: 'Tout annuler ?',
        texte: `Les cellules écrites depuis ce volet retrouvent leur contenu d’avant : ${accorder(journal.length, 'opération')}. Si l’une d’elles a été modifiée depuis, rien n’est annulé.`,
        accepter: 'Tout annuler',
      });
      if (!accord) return;
    }
    // Le journal vide disparaît sous le bouton pressé.
    if (portee === 'toutes' || journal.length === 1) poserFocus(ID_CONTROLER);
    occuper(true);
    const issue = await annuler(portee);
    occuper(false);
    refuser(issue.etat === 'refusee' ? issue : null);
    if (issue.etat === 'faite') confirmer(issue.texte);
  };

  return (
    <div className={styles.racine}>
      <Texte>{accorder(journal.length, 'opération faite', 'opérations faites')} depuis l’ouverture du volet. La dernière : {journal[journal.length - 1]!.titre}.</Texte>
      <div className={boites.rang}>
        <Bouton disabledFocusable={enCours} onClick={() => { void defaire('derniere'); }}>{journal.length === 1 ? 'Annuler la correction' : 'Annuler la dernière correction'}</Bouton>
        {journal.length > 1 && <Bouton disabledFocusable={enCours} onClick={() => { void defaire('toutes'); }}>Tout annuler…</Bouton>}
      </div>
      {refus && <Refus titre="Rien n’a été annulé." {...refus} />}
      <Repliable niveau={2} titre="Journal" droite={String(journal.length)} ouvert={ouvert} surBascule={() => { ouvrir(!ouvert); }}>
        <ol className={textes.puces}>
          {journal.map((entree, rang) => (
            <li key={`${String(rang)} ${entree.titre}`}>
              <Texte>{entree.titre}</Texte>
              <Texte discret>{decrireEntree(entree, noms)}</Texte>
            </li>
          ))}
        </ol>
      </Repliable>
    </div>
  );
}
