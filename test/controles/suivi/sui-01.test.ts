import { SUI_01 } from '../../../src/controles/suivi/sui-01';
import { INDICATEURS } from '../../../src/referentiel/indicateurs';
import { tauxDe } from '../../../src/referentiel/taux';
import { eprouver, poser, sansFeuille, sansMoments, valeur, vider, type Cas, type Modif } from '../aide';

const RETENUS = [1, 2, 3, 4, 5, 6, 9, 12, 22, 23];
const suivis = INDICATEURS.filter(({ objectif, sens }) => objectif !== null && sens !== null && RETENUS.includes(objectif));
const effectifs = INDICATEURS.filter(({ objectif, type }) => objectif !== null && type !== 'taux' && RETENUS.includes(objectif));
/** Toute l'année 2020 renseignée (100 partout). */
const complet: Modif[] = effectifs.map(({ code }) => poser(valeur(code, 'atteinte 2020'), 100));
const en2020 = (code: Parameters<typeof valeur>[0]) => valeur(code, 'atteinte 2020');
const info = (code: Parameters<typeof valeur>[0]) => ({ ou: en2020(code), gravite: 'info' as const, indicateur: code, annee: 2020 });

eprouver(SUI_01, [
  { nom: 'le suivi n’a pas commencé', attendus: [], statut: 'sans_objet' },
  { nom: 'année complète', modifs: complet, attendus: [], statut: 'conforme' },
  {
    nom: 'un niveau manque', modifs: [...complet, vider(en2020('o9-enfants'))],
    attendus: [{ ...info('o9-enfants'), objectif: 9, message: ['le niveau d’atteinte 2020', 'n’est pas renseigné, alors que d’autres le sont'], suite: /Saisir le niveau d’atteinte 2020\.$/, correction: null, source: /article 3/ }],
  },
  { nom: 'remontée semestrielle', modifs: [...complet, vider(en2020('o4-enfants-vad'))], attendus: [{ ...info('o4-enfants-vad'), suite: /remontée semestrielle/ }] },
  { nom: 'non déterminé', modifs: [...complet, poser(en2020('o9-enfants'), 'ND')], attendus: [{ ...info('o9-enfants'), trouve: 'ND' }] },
  { nom: 'zéro, texte, illisible : renseigné ou désigné ailleurs', modifs: [...complet, poser(en2020('o9-enfants'), 0), poser(en2020('o23-enfants'), '80'), poser(en2020('o12-familles'), 'beaucoup')], attendus: [] },
  { nom: 'le taux ne redit pas son numérateur', modifs: [...complet, vider(en2020('o6-evaluees-3-mois'))], attendus: [info('o6-evaluees-3-mois')] },
  { nom: 'dénominateur vide : le taux est désigné', modifs: [...complet, vider(en2020('o6-evaluees'))], attendus: [{ ...info('o6-taux'), suite: /Saisir « IP évaluées » \(H45\)/ }] },
  { nom: 'dénominateurs et IP entrantes ne font pas commencer le suivi', modifs: [poser(en2020('o1-naissances'), 3400), poser(en2020('o6-entrantes'), 1100)], attendus: [], statut: 'sans_objet' },
  { nom: 'une somme de semestres encore vides ne le fait pas commencer', modifs: [poser(en2020('o4-enfants-vad'), { formule: '=SUM(Y1:Z1)' })], attendus: [], statut: 'sans_objet' },
  { nom: 'IP entrantes vides : hors du suivi', modifs: [...complet, vider(en2020('o6-entrantes'))], attendus: [] },
  { nom: 'objectif non retenu : hors du suivi', modifs: complet, attendus: [], statut: 'conforme' },
  { nom: 'une seule valeur : les autres manquent, sans redire les taux', modifs: [poser(en2020('o9-enfants'), 150)], attendus: suivis.filter(({ code }) => code !== 'o9-enfants' && !tauxDe(code)).map(({ code }) => info(code)) },
  { nom: 'les autres années n’ont pas commencé', modifs: [...complet, vider(valeur('o9-enfants', 'atteinte 2021'))], attendus: [], statut: 'conforme' },
  { nom: 'colonnes de niveaux d’atteinte absentes', modifs: [sansMoments('atteinte 2020', 'atteinte 2021', 'atteinte 2022')], attendus: [], nonVerifies: [/niveaux d’atteinte/] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
] satisfies readonly Cas[]);
