import { CIB_03 } from '../../../src/controles/cibles/cib-03';
import { decalerAnnees, eprouver, poser, sansFeuille, sansIndicateur, sansMoments, valeur, vider } from '../aide';

const pre = valeur('o3-vad-pre-cd', 'cible 2022');
const post = valeur('o3-vad-post-cd', 'cible 2022');

/** Diagnostic : 511 + 613 = 1 124 visites, soit 2 248 au doublement. */
eprouver(CIB_03, [
  { nom: 'conforme', attendus: [] },
  { nom: 'tout juste le double', modifs: [poser(pre, 1048), poser(post, 1200)], attendus: [] },
  {
    nom: 'une visite de moins', modifs: [poser(pre, 1047), poser(post, 1200)],
    attendus: [{ ou: pre, gravite: 'alerte', objectif: 3, indicateur: 'o3-vad-pre-cd', annee: 2022, message: ['passent ensemble de 1 124 (diagnostic) à 2 247 (cible 2022) ; il manque 1 visite pour le doublement'], attendu: 'au moins 2 248 visites', trouve: '2 247 visites', ecart: 'il manque 1 visite pour le doublement', correction: null, source: /annexe 6, objectif 3/ }],
  },
  { nom: 'les années d’avant ne comptent pas', modifs: [poser(valeur('o3-vad-pre-cd', 'cible 2021'), 1)], attendus: [] },
  { nom: 'départ à zéro', modifs: [poser(valeur('o3-vad-pre-cd', 'diagnostic'), 0), poser(valeur('o3-vad-post-cd', 'diagnostic'), 0), poser(pre, 0), poser(post, 0)], attendus: [] },
  { nom: 'texte converti', modifs: [poser(pre, '1 047'), poser(post, '1 200')], attendus: [{ ou: pre, gravite: 'alerte' }] },
  { nom: 'une valeur vide : non vérifié', modifs: [vider(post)], attendus: [], nonVerifies: [/ne sont pas toutes renseignées/] },
  { nom: 'une valeur ND', modifs: [poser(valeur('o3-vad-pre-cd', 'diagnostic'), 'ND')], attendus: [], nonVerifies: [/ne sont pas toutes renseignées/] },
  { nom: 'SNDS ne compte pas', modifs: [poser(valeur('o3-vad-pre-snds', 'cible 2022'), 0)], attendus: [] },
  { nom: 'ligne absente', modifs: [sansIndicateur('o3-vad-post-cd')], attendus: [], nonVerifies: [/ne sont pas toutes renseignées/] },
  { nom: 'colonne absente', modifs: [sansMoments('cible 2022')], attendus: [], nonVerifies: [/ne sont pas toutes renseignées/] },
  { nom: 'période 2021-2023', modifs: [decalerAnnees(1), poser(pre, 600)], attendus: [{ ou: pre, gravite: 'alerte', annee: 2023, message: ['(cible 2023)'] }] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
]);
