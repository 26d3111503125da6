import { FIN_08 } from '../../../src/controles/financement/fin-08';
import { OBJECTIFS } from '../../../src/referentiel/objectifs';
import { auPlan, eprouver, poser, sansColonnesPlan, sansFeuille, vider, type Cas, type Modif } from '../aide';

const cinq = auPlan(5, 'modalites');
const dixSept = auPlan(17, 'modalites');

const sansFusions: Modif = (instantane) => ({ ...instantane, feuilles: instantane.feuilles.map((feuille) => ({ ...feuille, fusions: [] })) });

eprouver(FIN_08, [
  { nom: 'conforme', attendus: [] },
  { nom: 'modalité vide', modifs: [vider(cinq)], attendus: [{ ou: cinq, gravite: 'alerte', objectif: 5, message: ['la modalité de financement est vide'], attendu: 'FIR', trouve: null, correction: { type: 'proposee', avant: { valeur: null }, apres: { valeur: 'FIR' } }, source: /annexe 5\.3/ }] },
  ...['ARS', 'à préciser', 'CAF', 'Etat', 'cofinancement', 'P177'].map((texte): Cas => ({ nom: `à préciser : « ${texte} »`, modifs: [poser(cinq, texte)], attendus: [{ ou: cinq, gravite: 'alerte', message: [`la modalité « ${texte} » ne dit pas quelle enveloppe`], trouve: texte, correction: { type: 'proposee', avant: { valeur: texte }, apres: { valeur: 'FIR' } } }] })),
  ...['FIR', 'FIR (ARS)', 'PLF'].map((texte): Cas => ({ nom: `dit une enveloppe : « ${texte} »`, modifs: [poser(cinq, texte)], attendus: [] })),
  { nom: 'objectif 17 : vide admis tant que l’Etat n’y met rien', modifs: [vider(dixSept)], attendus: [] },
  { nom: 'objectif 17 financé, modalité vide', modifs: [poser(auPlan(17, 'etat'), 25000)], attendus: [{ ou: dixSept, gravite: 'alerte', objectif: 17, correction: { type: 'proposee', avant: { valeur: null }, apres: { valeur: 'PLF' } } }] },
  { nom: 'objectif 24 financé, modalité vide', modifs: [poser(auPlan(24, 'etat'), 1000), vider(auPlan(24, 'modalites'))], attendus: [{ ou: auPlan(24, 'modalites'), gravite: 'alerte', attendu: 'ONDAM / PLF' }] },
  { nom: 'l’Etat ne finance pas', modifs: [vider(cinq), poser(auPlan(5, 'etat'), 0)], attendus: [] },
  { nom: 'modalité fusionnée sur les lignes de l’objectif', modifs: [vider(auPlan(6, 'modalites'))], attendus: [{ ou: auPlan(6, 'modalites'), gravite: 'alerte', objectif: 6 }] },
  { nom: 'une ligne qui dit l’enveloppe suffit à l’objectif', modifs: [sansFusions, vider(auPlan(6, 'modalites')), poser(auPlan(6, 'modalites', 1), 'PLF')], attendus: [] },
  { nom: 'une ligne imprécise à côté d’une vide : c’est elle qu’on désigne', modifs: [sansFusions, vider(auPlan(6, 'modalites')), poser(auPlan(6, 'modalites', 1), 'ARS')], attendus: [{ ou: auPlan(6, 'modalites', 1), gravite: 'alerte' }] },
  { nom: 'rien de financé', modifs: OBJECTIFS.map(({ numero }) => vider(auPlan(numero, 'etat'))).concat(vider(auPlan(6, 'etat', 1))), attendus: [], statut: 'sans_objet' },
  { nom: 'colonne des modalités absente', modifs: [sansColonnesPlan('modalites')], attendus: [], nonVerifies: [/« Modalités/] },
  { nom: 'colonne Etat absente', modifs: [sansColonnesPlan('etat')], attendus: [], nonVerifies: [/« Etat »/] },
  { nom: 'plan absent', modifs: [sansFeuille('plan')], attendus: [], statut: 'non_verifiable', nonVerifies: [/plan d’action/] },
]);
