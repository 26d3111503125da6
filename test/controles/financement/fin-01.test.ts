import { FIN_01 } from '../../../src/controles/financement/fin-01';
import { auPlan, eprouver, poser, rattacherAuPrecedent, sansColonnesPlan, sansFeuille, sansObjectif, vider, type Cas, type Modif } from '../aide';

const departement = auPlan(7, 'departement');
const etat = auPlan(7, 'etat');
const montants = (dep: number | string | null, part: number | string | null): Modif[] => [poser(departement, dep), poser(etat, part)];
const pour24 = (dep: number, part: number, modalite: string): Modif[] => [poser(auPlan(24, 'departement'), dep), poser(auPlan(24, 'etat'), part), poser(auPlan(24, 'modalites'), modalite)];

/** Objectif 24 sur deux lignes : 50 000 € d'ONDAM, puis 30 000 € du programme 304. */
const deuxLignes = (dep: number): Modif[] => [
  ...pour24(dep, 50000, 'ONDAM'), rattacherAuPrecedent(25), poser(auPlan(25, 'etat'), 30000), poser(auPlan(25, 'modalites'), 'PLF'),
];

const tenue = (nom: string, dep: number | string | null, part: number | string | null): Cas => ({ nom, modifs: montants(dep, part), attendus: [] });
const inconnue = (nom: string, dep: number | string | null, part: number | string | null, cellule: string): Cas => ({ nom, modifs: montants(dep, part), attendus: [], nonVerifies: [new RegExp(`Objectif 7 .*le montant de ${cellule} n’est pas connu`)] });

eprouver(FIN_01, [
  { nom: 'conforme', attendus: [] },
  {
    nom: 'le Département apporte moins', modifs: montants(30000, 40000.5),
    attendus: [{ ou: departement, gravite: 'bloquant', objectif: 7, indicateur: null, message: ['le Département apporte 30 000 € pour 40 000,50 € de l’Etat ; il manque 10 000,50 €.'], suite: /Porter la part du Département à 40 000,50 € au moins \(la valorisation/, attendu: 'au moins 40 000,50 €', trouve: '30 000 €', ecart: 'il manque 10 000,50 €', correction: null, source: /article 2\.2\.2/ }],
  },
  tenue('égalité', 40000, 40000),
  tenue('un euro d’écart est toléré', 39999, 40000),
  { nom: 'un euro et un centime', modifs: montants(39998.99, 40000), attendus: [{ ou: departement, gravite: 'bloquant', ecart: 'il manque 1,01 €' }] },
  tenue('le bruit binaire n’est pas un écart', 0.1 + 0.2, 1.3),
  { nom: 'Département vide : zéro', modifs: montants(null, 40000), attendus: [{ ou: departement, gravite: 'bloquant', message: ['le Département apporte 0 €'], trouve: '0 €' }] },
  { nom: 'Département à zéro', modifs: montants(0, 40000), attendus: [{ ou: departement, gravite: 'bloquant' }] },
  { nom: 'Département « - » : zéro', modifs: montants('-', 40000), attendus: [{ ou: departement, gravite: 'bloquant' }] },
  tenue('Etat vide', null, null),
  tenue('Etat « néant »', 0, 'néant'),
  { nom: 'textes lus, et la parité jugée malgré FIN-07', modifs: montants('30 000 €', '40 k€'), attendus: [{ ou: departement, gravite: 'bloquant', ecart: 'il manque 10 000 €' }] },
  { nom: 'fourchette : borne basse', modifs: montants('30 000 à 50 000 €', 40000), attendus: [{ ou: departement, gravite: 'bloquant' }] },
  inconnue('Département illisible : FIN-07 seul', 'à voir ensemble', 40000, 'G20'),
  inconnue('Etat illisible', 40000, 'voir avenant', 'H20'),
  inconnue('Département non déterminé : on ne sait pas', 'ND', 40000, 'G20'),
  inconnue('Département négatif', -5, 40000, 'G20'),
  inconnue('Etat en pourcentage', 40000, '50 %', 'H20'),
  { nom: 'Département illisible, mais l’Etat n’apporte rien', modifs: montants('à voir', 0), attendus: [] },
  { nom: 'Département en erreur', modifs: [poser(departement, { formule: '=1/0' })], attendus: [], nonVerifies: [/G20 n’est pas connu/] },
  { nom: 'formule non calculable, valeur enregistrée : jugée, non vérifiée', modifs: [poser(departement, { formule: '=[1]Feuil1!A1', valeur: 40000 })], attendus: [], nonVerifies: [/G20 n’a pas pu être recalculée/] },

  { nom: 'par objectif, pas par action : une ligne compense l’autre', modifs: [poser(auPlan(6, 'departement', 0), 135000), poser(auPlan(6, 'departement', 1), 0)], attendus: [] },
  { nom: 'plusieurs lignes : la première est désignée', modifs: [poser(auPlan(6, 'departement', 1), 40000)], attendus: [{ ou: auPlan(6, 'departement', 0), gravite: 'bloquant', objectif: 6, ecart: 'il manque 5 000 €' }] },

  { nom: 'objectif 9 : alerte', modifs: [poser(auPlan(9, 'departement'), 0)], attendus: [{ ou: auPlan(9, 'departement'), gravite: 'alerte', objectif: 9, message: ['il manque 140 000 €. L’ONDAM est versé aux établissements, non au Département.'], suite: /^Justifier l’effort/ }] },
  { nom: 'objectif 9 : alerte, même si la modalité dit PLF (FIN-03)', modifs: [poser(auPlan(9, 'departement'), 0), poser(auPlan(9, 'modalites'), 'PLF')], attendus: [{ ou: auPlan(9, 'departement'), gravite: 'alerte' }] },
  { nom: 'objectif 24, ONDAM : alerte', modifs: pour24(0, 50000, 'ONDAM'), attendus: [{ ou: auPlan(24, 'departement'), gravite: 'alerte', objectif: 24, message: ['Une part relève de l’ONDAM'], suite: /Distinguer les lignes ONDAM/ }] },
  { nom: 'objectif 24, non distingué : alerte', modifs: pour24(0, 50000, 'ONDAM / PLF'), attendus: [{ ou: auPlan(24, 'departement'), gravite: 'alerte' }] },
  { nom: 'objectif 24, modalité vide : non distingué', modifs: pour24(0, 50000, ''), attendus: [{ ou: auPlan(24, 'departement'), gravite: 'alerte' }] },
  { nom: 'objectif 24, programme 304 : bloquant', modifs: pour24(0, 50000, 'BOP 304'), attendus: [{ ou: auPlan(24, 'departement'), gravite: 'bloquant' }] },
  { nom: 'objectif 24, parité tenue', modifs: pour24(50000, 50000, 'ONDAM / PLF'), attendus: [] },
  { nom: 'objectif 24, deux lignes : la part du 304 est couverte, alerte pour l’ONDAM', modifs: deuxLignes(30000), attendus: [{ ou: auPlan(24, 'departement'), gravite: 'alerte', ecart: 'il manque 50 000 €' }] },
  { nom: 'objectif 24, deux lignes : la part du 304 n’est pas couverte', modifs: deuxLignes(20000), attendus: [{ ou: auPlan(24, 'departement'), gravite: 'bloquant', message: ['pour 30 000 € de l’Etat (hors ONDAM) ; il manque 10 000 €'], attendu: 'au moins 30 000 €' }] },
  { nom: 'objectif 24, deux lignes, tout couvert', modifs: deuxLignes(80000), attendus: [] },
  { nom: 'objectif 5, modalité ONDAM à tort : l’objectif reste au FIR', modifs: [poser(auPlan(5, 'departement'), 0), poser(auPlan(5, 'modalites'), 'ONDAM')], attendus: [{ ou: auPlan(5, 'departement'), gravite: 'bloquant' }] },
  { nom: 'objectif facultatif non retenu jusque-là', modifs: [poser(auPlan(17, 'etat'), 25000)], attendus: [{ ou: auPlan(17, 'departement'), gravite: 'bloquant', objectif: 17 }] },

  { nom: 'variante : Moselle', base: 'moselle', attendus: [{ ou: auPlan(22, 'departement'), gravite: 'bloquant', ecart: 'il manque 20 000 €' }] },
  { nom: 'objectif absent du plan', modifs: [sansObjectif('plan', 7)], attendus: [] },
  { nom: 'colonne Département absente', modifs: [sansColonnesPlan('departement')], attendus: [], nonVerifies: [/« Département » est introuvable/] },
  { nom: 'colonne Etat absente', modifs: [sansColonnesPlan('etat'), vider(departement)], attendus: [], nonVerifies: [/« Etat » est introuvable/] },
  { nom: 'plan absent', modifs: [sansFeuille('plan')], attendus: [], statut: 'non_verifiable', nonVerifies: [/plan d’action \(annexe 5\.3\)/] },
]);
