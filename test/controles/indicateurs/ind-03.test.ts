import { IND_03 } from '../../../src/controles/indicateurs/ind-03';
import { eprouver, libelleDe, poser, sansFeuille, valeur, vider, type Cas, type Contenu } from '../aide';

const effectif = valeur('o12-familles', 'diagnostic');
const cible = valeur('o12-familles', 'cible 2022');
const delai = valeur('delai-aemo', 'diagnostic');
const taux = valeur('o6-taux', 'cible 2021');
const sansOperandes = [vider(valeur('o6-evaluees', 'cible 2021')), vider(valeur('o6-evaluees-3-mois', 'cible 2021'))];
const hors = (nombre: number): Contenu => ({ valeur: nombre, format: 'General' });

const bloquant = (ou: typeof effectif, ...message: (string | RegExp)[]) => ({ ou, gravite: 'bloquant' as const, message });
const tauxSeul = (nom: string, contenu: Contenu, ...message: string[]): Cas => ({
  nom: `taux saisi : ${nom}`, modifs: [...sansOperandes, poser(taux, contenu)], attendus: message.length > 0 ? [bloquant(taux, ...message)] : [],
});

eprouver(IND_03, [
  { nom: 'conforme', attendus: [] },
  { nom: 'négatif', modifs: [poser(effectif, -160)], attendus: [{ ...bloquant(effectif, '« -160 », saisi pour', 'est négatif'), objectif: 12, indicateur: 'o12-familles', annee: 2019, trouve: '-160', correction: null }] },
  { nom: 'zéro est possible', modifs: [poser(effectif, 0)], attendus: [] },
  { nom: 'vide et non déterminé ne se jugent pas', modifs: [vider(effectif), poser(cible, 'ND')], attendus: [] },
  { nom: 'décimal saisi', modifs: [poser(effectif, 160.5)], attendus: [bloquant(effectif, '« 160,5 »', 'n’est pas un nombre entier')] },
  { nom: 'décimal saisi en cible : bloquant', modifs: [poser(cible, 210.4)], attendus: [bloquant(cible, 'n’est pas un nombre entier')] },
  { nom: 'décimal calculé par une formule de cible : alerte', modifs: [poser(cible, { formule: '={o12-familles@diagnostic}*1.31' })], attendus: [{ ou: cible, gravite: 'alerte', annee: 2022, message: ['« 209,6 », calculé pour', 'n’est pas un nombre entier (il est calculé par une formule)'], suite: /Arrondir/ }] },
  { nom: 'décimal calculé hors des cibles : bloquant', modifs: [poser(effectif, { formule: '=321/2' })], attendus: [bloquant(effectif, 'n’est pas un nombre entier')] },
  { nom: 'bruit binaire d’une formule : entier', modifs: [poser(cible, { formule: '=0.1*3*700' })], attendus: [] },
  { nom: 'délai décimal : possible', modifs: [poser(delai, 12.5)], attendus: [] },
  { nom: 'délai négatif', modifs: [poser(delai, -1)], attendus: [bloquant(delai, 'Délais d’exécution des décisions de justice', 'est négatif')] },
  { nom: 'délai illisible : en jours', modifs: [poser(delai, 'trois mois')], attendus: [{ ...bloquant(delai, 'n’est pas une valeur lisible'), suite: /un nombre de jours/ }] },
  { nom: 'visites de TISF en heures : décimales admises', modifs: [poser(libelleDe('o12-visites'), 'Nombre d’heures d’intervention de TISF'), poser(valeur('o12-visites', 'diagnostic'), 1200.5)], attendus: [] },
  { nom: 'visites de TISF décimales', modifs: [poser(valeur('o12-visites', 'diagnostic'), 1200.5)], attendus: [bloquant(valeur('o12-visites', 'diagnostic'), 'n’est pas un nombre entier')] },
  { nom: 'texte illisible', modifs: [poser(effectif, 'environ la moitié')], attendus: [{ ...bloquant(effectif, '« environ la moitié »', 'n’est pas une valeur lisible'), suite: /Remplacer le texte par un nombre/, trouve: 'environ la moitié' }] },
  { nom: 'long texte : cité en abrégé', modifs: [poser(effectif, 'Donnée que le service ne sait pas encore produire car le logiciel métier ne la distingue pas des autres')], attendus: [bloquant(effectif, /« Donnée que .{1,70}… »/)] },
  { nom: 'vrai / faux', modifs: [poser(effectif, true)], attendus: [bloquant(effectif, '« VRAI »')] },
  { nom: 'pourcentage pour un effectif', modifs: [poser(effectif, '12 %')], attendus: [bloquant(effectif, 'n’est pas un nombre entier')] },
  { nom: 'texte converti, négatif', modifs: [poser(effectif, '-160')], attendus: [bloquant(effectif, 'est négatif')] },
  tauxSeul('100 % est possible', 1),
  tauxSeul('au-dessus de 100 %', 1.01, '« 101 % », saisi pour', 'dépasse 100 %'),
  tauxSeul('négatif', -0.1, 'est négatif'),
  tauxSeul('90 hors format % : 90 %', hors(90)),
  tauxSeul('0,9 hors format % : 90 %', hors(0.9)),
  tauxSeul('100 hors format %', hors(100)),
  tauxSeul('101 hors format %', hors(101), '« 101 »', 'dépasse 100 %'),
  tauxSeul('« 12,5 » en texte dans un format % : 12,5 %', '12,5'),
  tauxSeul('« 150 % »', '150 %', 'dépasse 100 %'),
  tauxSeul('illisible', 'voir note', 'n’est pas une valeur lisible'),
  { nom: 'taux calculé au-dessus de 100 % : montré tel qu’il se juge', modifs: [poser(valeur('o6-evaluees-3-mois', 'cible 2021'), 1400)], attendus: [{ ...bloquant(taux, '« 132,6 % », calculé pour', 'dépasse 100 %'), trouve: '132,6 %' }] },
  { nom: 'opérande négatif : désigné lui-même, pas le taux', modifs: [poser(valeur('o6-evaluees-3-mois', 'cible 2021'), -5)], attendus: [bloquant(valeur('o6-evaluees-3-mois', 'cible 2021'), 'est négatif')] },
  { nom: 'formule de taux fausse : le rapport recalculé se juge', modifs: [poser(taux, { formule: '={o6-evaluees}/{o6-evaluees-3-mois}' })], attendus: [] },
  { nom: 'objectif non retenu : une valeur impossible l’est quand même', modifs: [poser(valeur('o18-places', 'diagnostic'), -3)], attendus: [bloquant(valeur('o18-places', 'diagnostic'), 'est négatif')] },
  { nom: 'formule non calculable, valeur enregistrée : non vérifiée', modifs: [poser(effectif, { formule: '=[1]Feuil1!A1', valeur: 160 })], attendus: [], nonVerifies: [/D35 n’a pas pu être recalculée .*la valeur laissée par le dernier logiciel a servi/] },
  { nom: 'erreur : FOR-04', modifs: [poser(effectif, { formule: '=1/0' })], attendus: [] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
]);
