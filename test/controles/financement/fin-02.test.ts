import { FIN_02 } from '../../../src/controles/financement/fin-02';
import { auPlan, eprouver, ligneTotal, poser, sansColonnesPlan, sansFeuille, vider } from '../aide';

const total = auPlan(7, 'total');
const total6 = auPlan(6, 'total');

eprouver(FIN_02, [
  { nom: 'conforme', attendus: [] },
  { nom: 'constante fausse', modifs: [poser(total, 95000)], attendus: [{ ou: total, gravite: 'bloquant', objectif: 7, message: ['95 000 €', '80 000 €', '15 000 € de trop', 'saisi, et non calculé'], attendu: '80 000 €', trouve: '95 000 €', ecart: '15 000 €', correction: { type: 'proposee', avant: { valeur: 95000 }, apres: { formule: '=G20+H20' } } }] },
  { nom: 'constante exacte : alerte, automatique', modifs: [poser(total, 80000)], attendus: [{ ou: total, gravite: 'alerte', message: ['saisi au lieu d’être calculé'], correction: { type: 'automatique', avant: { valeur: 80000 }, apres: { formule: '=G20+H20' } } }] },
  { nom: 'au demi-euro près : juste, mais la correction se décide', modifs: [poser(total, 80000.5)], attendus: [{ ou: total, gravite: 'alerte', correction: { type: 'proposee', avant: { valeur: 80000.5 }, apres: { formule: '=G20+H20' } } }] },
  { nom: 'au-delà du demi-euro', modifs: [poser(total, 80000.51)], attendus: [{ ou: total, gravite: 'bloquant', ecart: '0,51 €' }] },
  { nom: 'total vide avec des montants', modifs: [vider(total)], attendus: [{ ou: total, gravite: 'bloquant', message: ['est vide', '80 000 €'], correction: { type: 'proposee', avant: { valeur: null }, apres: { formule: '=G20+H20' } } }] },
  { nom: 'total vide sans montant : rien', modifs: [vider(auPlan(15, 'total'))], attendus: [] },
  { nom: 'lignes oubliées, nommées', modifs: [poser(total6, { formule: '=G18+H18' })], attendus: [{ ou: total6, gravite: 'bloquant', objectif: 6, message: ['110 000 € de moins', /oublie la ligne 19/], correction: { type: 'proposee', avant: { formule: '=G18+H18' }, apres: { formule: '=SUM(G18:H19)' } } }] },
  { nom: 'ligne en trop', modifs: [poser(total, { formule: '=SUM(G20:H21)' })], attendus: [{ ou: total, gravite: 'bloquant', message: [/en trop|ajoute/] }] },
  { nom: 'Département seul', modifs: [poser(total, { formule: '=G20' })], attendus: [{ ou: total, gravite: 'bloquant', message: ['40 000 € de moins'] }] },
  { nom: 'nombre caché dans la formule', modifs: [poser(total, { formule: '=G20+H20+15000' })], attendus: [{ ou: total, gravite: 'bloquant', message: ['15 000 € de trop'] }] },
  ...['=SUM(G20:H20)', '=H20+G20', '=SUM(G20,H20)', '=IF(G20+H20=0,"",G20+H20)', '=ROUND(G20+H20,0)', '=SUMPRODUCT(G20:H20)'].map((formule) => ({ nom: `juste : ${formule}`, modifs: [poser(total, { formule })], attendus: [] })),
  { nom: 'montant en texte : FIN-07 seul', modifs: [poser(auPlan(7, 'departement'), '40 000 €')], attendus: [] },
  { nom: 'montant illisible : FIN-07 seul', modifs: [poser(auPlan(7, 'departement'), 'quarante mille'), poser(total, 80000)], attendus: [] },
  { nom: 'TOTAL : ligne oubliée encore vide', modifs: [poser(ligneTotal('departement'), { formule: '=SUM(G6:G36)' })], attendus: [{ ou: ligneTotal('departement'), gravite: 'info', objectif: null, message: ['ligne 37'] }] },
  { nom: 'TOTAL : ligne oubliée qui compte', modifs: [poser(ligneTotal('etat'), { formule: '=SUM(H8:H37)' })], attendus: [{ ou: ligneTotal('etat'), gravite: 'bloquant', message: ['55 000 € de moins'] }] },
  { nom: 'TOTAL constant et faux', modifs: [poser(ligneTotal('total'), 1)], attendus: [{ ou: ligneTotal('total'), gravite: 'bloquant' }] },
  { nom: 'un écart d’objectif n’est pas redit sur TOTAL', modifs: [poser(auPlan(1, 'total'), 1)], attendus: [{ ou: auPlan(1, 'total'), gravite: 'bloquant' }] },
  { nom: 'colonne Total absente', modifs: [sansColonnesPlan('total')], attendus: [], nonVerifies: [/Total/] },
  { nom: 'colonne Etat absente : STR-04 la désigne, les totaux ne se jugent pas', modifs: [sansColonnesPlan('etat')], attendus: [], nonVerifies: [/« Etat » est introuvable/] },
  { nom: 'plan absent', modifs: [sansFeuille('plan')], attendus: [], statut: 'non_verifiable', nonVerifies: [/plan d’action/] },
  { nom: 'modèle vierge', base: 'vierge', attendus: [] },
]);
