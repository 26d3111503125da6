import { CIB_05 } from '../../../src/controles/cibles/cib-05';
import { eprouver, poser, sansFeuille, sansMoments, valeur, vider } from '../aide';

const cible = valeur('o23-enfants', 'cible 2022');

eprouver(CIB_05, [
  { nom: 'conforme', attendus: [] },
  { nom: 'égale au diagnostic', modifs: [poser(cible, 35)], attendus: [{ ou: cible, gravite: 'info', objectif: 23, indicateur: 'o23-enfants', annee: 2022, message: ['est égale au diagnostic (35 enfants)'], trouve: '35 enfants', correction: null }] },
  { nom: 'à une unité près', modifs: [poser(cible, 36)], attendus: [] },
  { nom: 'égale, en texte', modifs: [poser(cible, '35')], attendus: [{ ou: cible, gravite: 'info' }] },
  { nom: 'zéro égal à zéro', modifs: [poser(cible, 0), poser(valeur('o23-enfants', 'diagnostic'), 0)], attendus: [{ ou: cible, gravite: 'info' }] },
  { nom: 'vides : rien à comparer', modifs: [vider(cible), vider(valeur('o23-enfants', 'diagnostic'))], attendus: [] },
  { nom: 'les années d’avant ne comptent pas', modifs: [poser(valeur('o23-enfants', 'cible 2021'), 35)], attendus: [] },
  { nom: 'le taux ne redit pas son numérateur', modifs: [poser(valeur('o22-accompagnes', 'cible 2022'), 40)], attendus: [{ ou: valeur('o22-accompagnes', 'cible 2022'), gravite: 'info' }] },
  { nom: 'taux seuls égaux', modifs: [poser(valeur('o22-accompagnes', 'cible 2022'), 80), poser(valeur('o22-retours', 'cible 2022'), 180)], attendus: [{ ou: valeur('o22-taux', 'cible 2022'), gravite: 'info', trouve: '44,4 %' }] },
  { nom: 'un délai aussi', modifs: [poser(valeur('delai-aemo', 'cible 2022'), 95)], attendus: [{ ou: valeur('delai-aemo', 'cible 2022'), gravite: 'info', objectif: null }] },
  { nom: 'objectif non retenu', modifs: [poser(valeur('o18-places', 'diagnostic'), 12)], attendus: [] },
  { nom: 'colonne 2022 absente', modifs: [sansMoments('cible 2022')], attendus: [], nonVerifies: [/cibles 2022/] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
]);
