import { FOR_05 } from '../../../src/controles/formules/for-05';
import { eprouver, poser, sansFeuille, valeur, type NomMoment } from '../aide';

const snds = { formule: '=IF({o1-naissances}=0,"",{o1-entretiens-snds}/{o1-naissances})' };
const TOUS: readonly NomMoment[] = ['diagnostic', 'cible 2020', 'cible 2021', 'cible 2022', 'atteinte 2020', 'atteinte 2021', 'atteinte 2022'];
const enSnds = (...moments: readonly NomMoment[]) => moments.map((moment) => poser(valeur('o1-taux', moment), snds));

eprouver(FOR_05, [
  { nom: 'conforme', attendus: [] },
  { nom: 'une colonne change de source', modifs: enSnds('cible 2022'), attendus: [{ ou: valeur('o1-taux', 'cible 2022'), gravite: 'alerte', objectif: 1, indicateur: 'o1-taux', annee: 2022, message: ['entretiens du 4e mois (SNDS)', 'entretiens du 4e mois (DREES / CD)'], source: /engagement 1/ }] },
  { nom: 'la minorité est désignée, même si elle suit la source de référence', modifs: enSnds(...TOUS.slice(1)), attendus: [{ ou: valeur('o1-taux', 'diagnostic'), gravite: 'alerte', annee: 2019 }] },
  { nom: 'toutes les colonnes au SNDS : rien', modifs: enSnds(...TOUS), attendus: [] },
  { nom: 'une constante n’a pas de source', modifs: [poser(valeur('o1-taux', 'cible 2022'), 0.2)], attendus: [] },
  { nom: 'formule fausse : FOR-02, pas ici', modifs: [poser(valeur('o1-taux', 'cible 2022'), { formule: '={o1-naissances}/{o1-entretiens-snds}' })], attendus: [] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
]);
