import { FIN_07 } from '../../../src/controles/financement/fin-07';
import { auPlan, eprouver, ligneTotal, poser, sansColonnesPlan, sansFeuille, vider, type Cas } from '../aide';

const montant = auPlan(8, 'departement');
const alerte = { ou: montant, gravite: 'alerte' as const, objectif: 8 as const };
const bloquant = { ou: montant, gravite: 'bloquant' as const };

const automatiques: readonly [texte: string, euros: number, lu: string][] = [
  ['65 000 €', 65000, '65 000 €'], ['65000', 65000, '65 000 €'], ['65 000,50', 65000.5, '65 000,50 €'], ['65 k€', 65000, '65 000 €'], ['2,5 M€', 2500000, '2 500 000 €'],
];
const proposees: readonly [texte: string, euros: number][] = [['65k', 65000], ['60 000 à 70 000 €', 60000], ['environ 65 000 €', 65000], ['au moins 65 000 €', 65000], ['65.000', 65000]];

eprouver(FIN_07, [
  { nom: 'conforme', attendus: [] },
  ...automatiques.map(([texte, euros, lu]): Cas => ({
    nom: `« ${texte} » : automatique`, modifs: [poser(montant, texte)],
    attendus: [{ ...alerte, message: [`le montant « ${texte} » (Département) est un texte, lu ${lu}.`], suite: /Excel ne l’additionne pas/, attendu: lu, trouve: texte, correction: { type: 'automatique', avant: { valeur: texte }, apres: { valeur: euros } }, source: /annexe 5\.3/ }],
  })),
  ...proposees.map(([texte, euros]): Cas => ({ nom: `« ${texte} » : proposée`, modifs: [poser(montant, texte)], attendus: [{ ...alerte, correction: { type: 'proposee', avant: { valeur: texte }, apres: { valeur: euros } } }] })),
  ...['voir avenant', '65 000 € + 5 000 €', '65 000 / 2', true, '50 %'].map((contenu): Cas => ({ nom: `illisible : ${contenu}`, modifs: [poser(montant, contenu)], attendus: [{ ...bloquant, message: ['n’est pas un montant lisible'], correction: null }] })),
  ...['ND', 'à compléter', '?', 'à voir avec l’ARS', 'm€'].map((texte): Cas => ({ nom: `non déterminé : ${texte}`, modifs: [poser(montant, texte)], attendus: [{ ...alerte, message: ['n’est pas déterminé'], suite: /la parité et le total de l’objectif ne sont pas vérifiables/, correction: null }] })),
  ...['-', '–', 'néant', 'sans objet', '  '].map((texte): Cas => ({ nom: `dit « rien » : ${texte}`, modifs: [poser(montant, texte)], attendus: [] })),
  { nom: 'non déterminé, objectif non retenu', modifs: [poser(auPlan(13, 'departement'), 'à compléter'), poser(auPlan(13, 'etat'), 'à compléter')], attendus: [] },
  { nom: 'modèle vierge : sans objet', base: 'vierge', attendus: [], statut: 'sans_objet' },
  { nom: 'vide, zéro, décimales', modifs: [vider(montant), poser(auPlan(7, 'departement'), 0), poser(auPlan(7, 'etat'), 40000.5)], attendus: [] },
  { nom: 'négatif', modifs: [poser(montant, -65000)], attendus: [{ ...bloquant, message: ['est négatif'], trouve: '-65 000', correction: null }] },
  { nom: 'négatif à la comptable', modifs: [poser(montant, '(65 000)')], attendus: [{ ...bloquant, message: ['est négatif'], correction: null }] },
  { nom: 'négatif seul : ses totaux ne le redisent pas', modifs: [poser(montant, -6500000)], attendus: [bloquant] },
  { nom: 'total saisi négatif', modifs: [poser(auPlan(8, 'total'), -1)], attendus: [{ ou: auPlan(8, 'total'), gravite: 'bloquant', message: ['(total)'] }] },
  { nom: 'milliers d’euros par le format : douteux', modifs: [poser(montant, { valeur: 65, format: '0" k€"' })], attendus: [{ ...alerte, message: ['est affiché en k€, et lu 65 €'], suite: /en euros/, correction: null }] },
  { nom: 'milliers par un format qui divise : sans ambiguïté', modifs: [poser(montant, { valeur: 65000, format: '0," k€"' })], attendus: [] },
  { nom: 'format en pourcentage : douteux', modifs: [poser(montant, { valeur: 65000, format: '0%' })], attendus: [{ ...alerte, message: ['est affiché en pourcentage'] }] },
  { nom: 'format en euros', modifs: [poser(montant, { valeur: 65000, format: '#,##0 "€"' })], attendus: [] },
  { nom: 'part de l’Etat, total, ligne TOTAL', modifs: [poser(auPlan(8, 'etat'), '60 000 €'), poser(auPlan(8, 'total'), '125 000 €'), poser(ligneTotal('total'), '3 M€')], attendus: [{ ou: auPlan(8, 'etat'), gravite: 'alerte', message: ['(Etat)'] }, { ou: auPlan(8, 'total'), gravite: 'alerte', message: ['(total)'] }, { ou: ligneTotal('total'), gravite: 'alerte', objectif: null, message: ['Plan d’action : le montant'] }] },
  { nom: 'formule qui rend un texte', modifs: [poser(montant, { formule: '="65 000 €"' })], attendus: [{ ...alerte, message: ['est le texte que rend une formule'], correction: null }] },
  { nom: 'erreur : FOR-04', modifs: [poser(montant, { formule: '=1/0' })], attendus: [] },
  { nom: 'formule non calculable', modifs: [poser(montant, { formule: '=[1]Feuil1!A1', valeur: 65000 })], attendus: [], nonVerifies: [/G21/] },
  { nom: 'colonne Département absente', modifs: [sansColonnesPlan('departement')], attendus: [], nonVerifies: [/« Département »/] },
  { nom: 'plan absent', modifs: [sansFeuille('plan')], attendus: [], statut: 'non_verifiable', nonVerifies: [/plan d’action/] },
]);
