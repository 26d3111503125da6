import { FIN_05 } from '../../../src/controles/financement/fin-05';
import { OBJECTIFS } from '../../../src/referentiel/objectifs';
import { auPlan, eprouver, feuilleDe, poser, sansColonnesPlan, sansFeuille, vider, type Modif } from '../aide';

/** Toute la part de l'Etat d'une enveloppe sur un objectif ; les autres vides. */
function seulement(parts: Readonly<Record<number, number | string>>): Modif[] {
  return [vider(auPlan(6, 'etat', 1)), ...OBJECTIFS.map(({ numero }) => poser(auPlan(numero, 'etat'), parts[numero] ?? null))];
}

const alerte = (...message: string[]) => ({ ou: feuilleDe('plan'), gravite: 'alerte' as const, objectif: null, message });

eprouver(FIN_05, [
  { nom: 'conforme', attendus: [] },
  { nom: 'rien de financé', modifs: seulement({}), attendus: [], statut: 'sans_objet' },
  { nom: 'FIR au minimum', modifs: seulement({ 1: 100000 }), attendus: [] },
  {
    nom: 'FIR sous le minimum, hypothèse dite', modifs: seulement({ 1: 99999 }),
    attendus: [{ ...alerte('Enveloppe FIR : le plan y inscrit 99 999 €, alors que la dotation indicative d’un département est de 100 000 € à 1 000 000 € par an (hypothèse : les montants du plan sont ceux d’une année).'), attendu: 'de 100 000 € à 1 000 000 €', trouve: '99 999 €', ecart: 'il manque 1 €', correction: null, source: /annexe 4, II/ }],
  },
  { nom: 'FIR au maximum', modifs: seulement({ 1: 500000, 13: 500000 }), attendus: [] },
  { nom: 'FIR au-dessus', modifs: seulement({ 1: 500000, 13: 500001 }), attendus: [{ ...alerte('1 000 001 €'), suite: /une seule année/, ecart: '1 € de trop' }] },
  { nom: 'programme 304 : bornes', modifs: seulement({ 7: 600000 }), attendus: [] },
  { nom: 'programme 304 sous le minimum', modifs: seulement({ 7: 599999 }), attendus: [{ ...alerte('Enveloppe programme 304'), source: /annexe 4, III/ }] },
  { nom: 'programme 304 au-dessus', modifs: seulement({ 7: 4500001 }), attendus: [alerte('4 500 001 €')] },
  { nom: 'ONDAM : un minimum seulement', modifs: seulement({ 9: 90000000 }), attendus: [] },
  { nom: 'ONDAM sous le minimum', modifs: seulement({ 9: 99999 }), attendus: [{ ...alerte('Enveloppe ONDAM médico-social', 'd’au moins 100 000 €'), source: /annexe 4, IV/ }] },
  { nom: 'enveloppe vide : rien', modifs: seulement({ 1: 200000 }), attendus: [] },
  { nom: 'la source officielle de l’objectif compte, pas la modalité écrite', modifs: [...seulement({ 7: 650000 }), poser(auPlan(7, 'modalites'), 'FIR')], attendus: [] },
  { nom: 'objectif 24 : selon sa modalité', modifs: [...seulement({ 24: 50000 }), poser(auPlan(24, 'modalites'), 'ONDAM')], attendus: [alerte('Enveloppe ONDAM médico-social', '50 000 €')] },
  { nom: 'objectif 24 non réparti : ne suffit pas à remplir une enveloppe vide', modifs: seulement({ 24: 50000 }), attendus: [], statut: 'sans_objet' },
  { nom: 'objectif 24 non réparti : peut combler un manque', modifs: seulement({ 7: 590000, 24: 10000 }), attendus: [] },
  { nom: 'objectif 24 non réparti : ne fait jamais un dépassement', modifs: seulement({ 7: 4490000, 24: 20000 }), attendus: [] },
  { nom: 'textes lus', modifs: seulement({ 1: '50 000 €', 2: '40 k€' }), attendus: [alerte('90 000 €')] },
  { nom: 'un montant inconnu pourrait combler le manque', modifs: seulement({ 1: 50000, 2: 'à voir' }), attendus: [], nonVerifies: [/enveloppe FIR : un montant n’est pas connu/] },
  { nom: 'un montant inconnu n’efface pas un dépassement', modifs: seulement({ 1: 2000000, 2: 'à voir' }), attendus: [alerte('2 000 000 €')] },
  { nom: 'colonne Etat absente', modifs: [sansColonnesPlan('etat')], attendus: [], nonVerifies: [/« Etat »/] },
  { nom: 'plan absent', modifs: [sansFeuille('plan')], attendus: [], statut: 'non_verifiable', nonVerifies: [/plan d’action/] },
]);
