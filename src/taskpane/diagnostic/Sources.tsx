/** D'où viennent les valeurs : une trame (fichier ou collage), l'INSEE, les reprises internes. */
import { Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { accorder, decrireDepartement } from '../../rapport/mots';
import { Bandeau } from '../communs/Bandeau';
import { Bouton } from '../communs/Bouton';
import { Case } from '../communs/Case';
import { ID_TITRE_REMPLIR, poserFocus } from '../communs/focus';
import { Repliable } from '../communs/Repliable';
import { useBoites, useTextes } from '../communs/styles';
import { Texte } from '../communs/Texte';
import { useVolet } from '../contexte';
import { Chargement } from '../coque/Chargement';
import { panneDe } from '../etat/panne';
import { avecTrame, type Brouillon } from './brouillon';
import type { DiagnosticLu, TrameLue } from './lecture';
import { lireFichier } from './ouvrir-trame';

const useStyles = makeStyles({
  zone: { width: '100%', '& textarea': { minHeight: '110px', fontSize: tokens.fontSizeBase200 } },
  cadre: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium, paddingInline: tokens.spacingHorizontalS },
});

const FORMES = { lignes: 'une ligne par indicateur', colonnes: 'une colonne par indicateur' } as const;
export const NOM_COLLEE = 'la trame collée';

export interface ProprietesSources {
  readonly diagnostic: DiagnosticLu;
  readonly brouillon: Brouillon;
  readonly trame: TrameLue;
  readonly surBrouillon: (brouillon: Brouillon) => void;
}

function Fichier({ brouillon, surBrouillon }: Pick<ProprietesSources, 'brouillon' | 'surBrouillon'>) {
  const champ = useRef<HTMLInputElement>(null);
  const demande = useRef(0);
  const [lecture, lire] = useState(false);
  const [echec, echouer] = useState<string | null>(null);

  const ouvrir = async (fichier: File) => {
    const rang = ++demande.current;
    lire(true);
    echouer(null);
    try {
      const trame = await lireFichier(fichier);
      if (rang === demande.current) surBrouillon(avecTrame(brouillon, trame));
    } catch (erreur) {
      if (rang === demande.current) echouer(panneDe(erreur).message);
    } finally {
      if (rang === demande.current) lire(false);
    }
  };
  const renoncer = () => {
    demande.current++;
    lire(false);
  };

  return (
    <>
      <input
        ref={champ} type="file" accept=".csv,.txt,.tsv,.xlsx,.xlsm" hidden aria-label="Trame à importer"
        onChange={({ currentTarget }) => {
          const fichier = currentTarget.files?.[0];
          // Le même fichier, corrigé, doit pouvoir être choisi de nouveau.
          if (fichier) void ouvrir(fichier);
          currentTarget.value = '';
        }}
      />
      <Bouton onClick={() => { champ.current?.click(); }}>Choisir une trame (CSV ou Excel)…</Bouton>
      {lecture && <><Chargement libelle="Lecture de la trame…" /><Bouton appearance="subtle" onClick={renoncer}>Arrêter la lecture</Bouton></>}
      {echec !== null && <div role="alert"><Bandeau nature="error" titre="La trame n’a pas été lue.">{echec}</Bandeau></div>}
    </>
  );
}

function Collage({ brouillon, surBrouillon }: Pick<ProprietesSources, 'brouillon' | 'surBrouillon'>) {
  const styles = useStyles();
  const boites = useBoites();
  const zone = useRef<HTMLTextAreaElement>(null);
  const [ouvert, ouvrir] = useState(brouillon.texte !== '');
  const [refuse, refuser] = useState(false);
  const { texte } = brouillon;
  const lire = (colle: string) => { surBrouillon({ ...avecTrame(brouillon, colle.trim() === '' ? null : { nom: NOM_COLLEE, contenu: { texte: colle } }), texte: colle }); };

  const coller = async () => {
    // Absent hors HTTPS, refusé dans certains volets : la zone de texte, elle, admet toujours Ctrl + V.
    const lu = await (navigator.clipboard?.readText?.() ?? Promise.reject(new Error('presse-papiers absent'))).catch(() => null);
    refuser(lu === null);
    if (lu === null) zone.current?.focus();
    else lire(lu);
  };

  return (
    <Repliable className={styles.cadre} niveau={4} titre="Coller une trame" ouvert={ouvert} surBascule={() => { ouvrir(!ouvert); }}>
      <div className={boites.pile} style={{ paddingBottom: tokens.spacingVerticalS }}>
        <Texte discret>Copiez les lignes de la trame dans votre tableur ou votre courriel, titres compris, puis collez-les ici.</Texte>
        <Field label="Trame à coller">
          <Textarea ref={zone} className={styles.zone} value={texte} resize="vertical" onChange={(_, { value }) => { surBrouillon({ ...brouillon, texte: value }); }} />
        </Field>
        {refuse && <Texte>Le presse-papiers est refusé ici : collez dans la zone avec Ctrl + V.</Texte>}
        <div className={boites.rang}>
          <Bouton onClick={() => { void coller(); }}>Coller</Bouton>
          <Bouton disabledFocusable={texte.trim() === ''} onClick={() => { lire(texte); }}>Lire le texte collé</Bouton>
        </div>
      </div>
    </Repliable>
  );
}

export function Sources({ diagnostic: { departement, annee }, brouillon, trame: { trame, erreur }, surBrouillon }: ProprietesSources) {
  const textes = useTextes();
  const boites = useBoites();
  const { naviguer } = useVolet();
  const retirer = () => {
    surBrouillon({ ...avecTrame(brouillon, null), texte: '' });
    poserFocus(ID_TITRE_REMPLIR);
  };
  const remplies = trame?.lignes.filter(({ valeur }) => valeur.texte !== '').length ?? 0;
  return (
    <section className={boites.pile} aria-labelledby="sources">
      <h3 id="sources" className={textes.sousTitre}>D’où viennent les valeurs</h3>
      {departement ? <Texte discret>Département : {decrireDepartement(departement)}.</Texte> : (
        <>
          <Texte>Le département du classeur n’est pas reconnu : sans lui, pas de référence INSEE, et une trame de plusieurs départements ne peut pas être lue.</Texte>
          <Bouton onClick={() => { naviguer({ type: 'options', ouvertes: true }); }}>Indiquer le département</Bouton>
        </>
      )}
      <Fichier brouillon={brouillon} surBrouillon={surBrouillon} />
      <Collage brouillon={brouillon} surBrouillon={surBrouillon} />
      {brouillon.trame && (
        <div className={boites.rang} role="status">
          {trame && <Texte>Trame lue : {brouillon.trame.nom} ({FORMES[trame.forme]}, {accorder(remplies, 'valeur')}).</Texte>}
          <Bouton appearance="subtle" onClick={retirer}>Retirer la trame</Bouton>
        </div>
      )}
      {erreur !== null && <div role="alert"><Bandeau nature="error" titre="La trame n’a pas été lue.">{erreur}</Bandeau></div>}
      <Case checked={brouillon.insee} label={`Proposer les naissances domiciliées ${String(annee)} de l’INSEE`} onChange={(_, { checked }) => { surBrouillon({ ...brouillon, insee: checked === true }); }} />
      <Case checked={brouillon.reprises} label="Reprendre un dénominateur déjà saisi (naissances des objectifs 1 et 3, enfants des objectifs 4 et 5)" onChange={(_, { checked }) => { surBrouillon({ ...brouillon, reprises: checked === true }); }} />
    </section>
  );
}
