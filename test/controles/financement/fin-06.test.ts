import { FIN_06 } from '../../../src/controles/financement/fin-06';
import { OBJECTIFS } from '../../../src/referentiel/objectifs';
import { auPlan, eprouver, poser, sansColonnesPlan, sansFeuille, vider, type Cas } from '../aide';

const p304 = auPlan(22, 'actions');
const fir = auPlan(4, 'actions');

/** Ce que l'annexe 4 exclut, enveloppe par enveloppe. */
const interdits304 = ['Création de 2 ETP', 'Recrutement d’un psychologue', 'Un poste de coordinateur', 'Salaire des éducateurs', 'Prix de journée des MECS'];
const interditsFir = ['Deux ETP de sages-femmes', 'Un poste de puéricultrice', 'Financement des actes cotés', 'Remboursement des consultations'];
const admis304 = ['Formation des personnels', 'Sages-femmes et puéricultrices', 'Remboursement des frais de transport', 'Accompagnement hors ETP', 'Recrutement de parrains bénévoles'];
const admisFir = ['Formation des sages-femmes', 'Puéricultrices en renfort', 'Télétransmission des actes cotés'];

eprouver(FIN_06, [
  { nom: 'conforme', attendus: [] },
  {
    nom: 'le détail d’un constat', modifs: [poser(auPlan(12, 'actions'), 'Action n°7 : Recrutement de 2 ETP de TISF')],
    attendus: [{ ou: auPlan(12, 'actions'), gravite: 'alerte', objectif: 12, message: ['l’enveloppe programme 304 évoque', '« recrutement »', '« ETP »'], suite: /ne financent directement ni ETP ni prix de journée/, trouve: 'Action n°7 : Recrutement de 2 ETP de TISF', correction: null, source: /annexe 4, III/ }],
  },
  ...interdits304.map((texte): Cas => ({ nom: `304 : ${texte}`, modifs: [poser(p304, texte)], attendus: [{ ou: p304, gravite: 'alerte', objectif: 22 }] })),
  ...interditsFir.map((texte): Cas => ({ nom: `FIR : ${texte}`, modifs: [poser(fir, texte)], attendus: [{ ou: fir, gravite: 'alerte', objectif: 4, source: /annexe 4, II/ }] })),
  ...admis304.map((texte): Cas => ({ nom: `304, admis : ${texte}`, modifs: [poser(p304, texte)], attendus: [] })),
  ...admisFir.map((texte): Cas => ({ nom: `FIR, admis : ${texte}`, modifs: [poser(fir, texte)], attendus: [] })),
  { nom: 'l’ONDAM n’a pas de liste', modifs: [poser(auPlan(9, 'actions'), 'Création de 2 ETP')], attendus: [] },
  { nom: 'objectif 24 sur l’ONDAM', modifs: [poser(auPlan(24, 'etat'), 1000), poser(auPlan(24, 'modalites'), 'ONDAM'), poser(auPlan(24, 'actions'), 'Création de 2 ETP')], attendus: [] },
  { nom: 'objectif 24 sur le programme 304', modifs: [poser(auPlan(24, 'etat'), 1000), poser(auPlan(24, 'modalites'), 'PLF'), poser(auPlan(24, 'actions'), 'Création de 2 ETP')], attendus: [{ ou: auPlan(24, 'actions'), gravite: 'alerte' }] },
  { nom: 'l’Etat ne finance pas', modifs: [poser(p304, 'Création de 2 ETP'), poser(auPlan(22, 'etat'), 0)], attendus: [] },
  { nom: 'chaque action fautive', modifs: [poser(p304, 'Création de 2 ETP'), poser(auPlan(22, 'actions 2'), 'Salaire d’un éducateur')], attendus: [{ ou: p304, gravite: 'alerte' }, { ou: auPlan(22, 'actions 2'), gravite: 'alerte' }] },
  { nom: 'rien de financé', modifs: OBJECTIFS.map(({ numero }) => vider(auPlan(numero, 'etat'))).concat(vider(auPlan(6, 'etat', 1))), attendus: [], statut: 'sans_objet' },
  { nom: 'colonne Etat absente', modifs: [sansColonnesPlan('etat')], attendus: [], nonVerifies: [/« Etat »/] },
  { nom: 'plan absent', modifs: [sansFeuille('plan')], attendus: [], statut: 'non_verifiable', nonVerifies: [/plan d’action/] },
]);
