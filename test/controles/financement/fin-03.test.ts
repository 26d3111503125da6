import { FIN_03 } from '../../../src/controles/financement/fin-03';
import { OBJECTIFS, type Enveloppe } from '../../../src/referentiel/objectifs';
import { auPlan, eprouver, poser, sansColonnesPlan, sansFeuille, vider, type Cas } from '../aide';

const ECRITURES: Readonly<Record<Enveloppe, string>> = { FIR: 'FIR', P304: 'PLF', ONDAM: 'ONDAM' };

/** Les 26 objectifs financés par l'Etat, chacun avec chaque enveloppe. */
const toutes = (Object.keys(ECRITURES) as Enveloppe[]).map((enveloppe): Cas => ({
  nom: `« ${ECRITURES[enveloppe]} » partout`,
  modifs: OBJECTIFS.flatMap(({ numero }) => [poser(auPlan(numero, 'etat'), 1000), poser(auPlan(numero, 'modalites'), ECRITURES[enveloppe])]),
  attendus: OBJECTIFS.filter(({ enveloppes }) => !enveloppes.includes(enveloppe)).map(({ numero }) => ({ ou: auPlan(numero, 'modalites'), gravite: 'bloquant' as const, objectif: numero })),
}));

const cinq = auPlan(5, 'modalites');
const admises = ['FIR', 'F.I.R.', 'Fonds d’intervention régional', 'FIR (ARS)', 'FIR + CAF', 'fir : 75 000 €', 'FIR / CPAM'];
const refusees = ['PLF', 'programme 304', 'P304', 'BOP 304', '304', 'FIR / PLF', 'ONDAM'];
const muettes = ['', 'CAF', 'CPAM / MSA', 'DSID', 'P177', 'ARS', 'à préciser'];

eprouver(FIN_03, [
  { nom: 'conforme', attendus: [] },
  {
    nom: 'le détail d’un constat', modifs: [poser(cinq, 'PLF')],
    attendus: [{ ou: cinq, gravite: 'bloquant', objectif: 5, message: ['la modalité « PLF » cite le programme 304, alors que cet objectif relève du FIR'], suite: /Corriger la source \(« FIR »\)/, attendu: 'FIR', trouve: 'PLF', correction: { type: 'proposee', avant: { valeur: 'PLF' }, apres: { valeur: 'FIR' } }, source: /annexe 4/ }],
  },
  ...toutes,
  ...admises.map((texte): Cas => ({ nom: `admise : « ${texte} »`, modifs: [poser(cinq, texte)], attendus: [] })),
  ...refusees.map((texte): Cas => ({ nom: `refusée : « ${texte} »`, modifs: [poser(cinq, texte)], attendus: [{ ou: cinq, gravite: 'bloquant' }] })),
  ...muettes.map((texte): Cas => ({ nom: `ne cite aucune enveloppe : « ${texte} »`, modifs: [poser(cinq, texte)], attendus: [] })),
  { nom: 'deux sources de trop', modifs: [poser(cinq, 'PLF et ONDAM')], attendus: [{ ou: cinq, gravite: 'bloquant', message: ['cite le programme 304 et l’ONDAM médico-social'] }] },
  { nom: 'objectif 24 : ONDAM et programme 304 admis', modifs: [poser(auPlan(24, 'etat'), 1000)], attendus: [] },
  { nom: 'objectif 24 : FIR', modifs: [poser(auPlan(24, 'etat'), 1000), poser(auPlan(24, 'modalites'), 'FIR')], attendus: [{ ou: auPlan(24, 'modalites'), gravite: 'bloquant', message: ['relève de l’ONDAM médico-social ou du programme 304'], correction: { type: 'proposee', avant: { valeur: 'FIR' }, apres: { valeur: 'ONDAM / PLF' } } }] },
  { nom: 'objectif 17 : la source officielle est PLF, bien que le modèle la laisse vide', modifs: [poser(auPlan(17, 'etat'), 1000), poser(auPlan(17, 'modalites'), 'FIR')], attendus: [{ ou: auPlan(17, 'modalites'), gravite: 'bloquant', correction: { type: 'proposee', avant: { valeur: 'FIR' }, apres: { valeur: 'PLF' } } }] },
  { nom: 'l’Etat ne finance pas', modifs: [poser(auPlan(5, 'etat'), 0), poser(cinq, 'PLF')], attendus: [] },
  { nom: 'part de l’Etat vide', modifs: [vider(auPlan(5, 'etat')), poser(cinq, 'PLF')], attendus: [] },
  { nom: 'part de l’Etat en texte', modifs: [poser(auPlan(5, 'etat'), '75 000 €'), poser(cinq, 'PLF')], attendus: [{ ou: cinq, gravite: 'bloquant' }] },
  { nom: 'colonne des modalités absente', modifs: [sansColonnesPlan('modalites')], attendus: [], nonVerifies: [/« Modalités de financement Etat » est introuvable/] },
  { nom: 'colonne Etat absente : on ne sait pas qui l’Etat finance', modifs: [sansColonnesPlan('etat')], attendus: [], nonVerifies: [/« Etat » est introuvable/] },
  { nom: 'rien de financé', modifs: OBJECTIFS.map(({ numero }) => vider(auPlan(numero, 'etat'))).concat(vider(auPlan(6, 'etat', 1))), attendus: [], statut: 'sans_objet' },
  { nom: 'plan absent', modifs: [sansFeuille('plan')], attendus: [], statut: 'non_verifiable', nonVerifies: [/plan d’action/] },
]);
