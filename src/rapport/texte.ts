/** Le rapport en texte : verdict en tête, constats par objectif, puis ce qui n'a pas été vérifié. */
import type { Rapport } from '../moteur/rapport';
import { grouper } from './groupes';
import { assainir, couper, type Page } from './mise-en-page';
import { accorder, decrireDepartement, decrirePeriode, expliquerVerdict, NOMS_VERDICTS } from './mots';
import { regrouperNonVerifies } from './non-verifies';
import { SANS_STYLE, type Rapporteur } from './rapporteur';
import { ecrireConstat } from './texte-constat';

const LARGEUR = 100;

function ecrireTete(rapport: Rapport, fichier: string, { style, largeur }: Page): readonly string[] {
  const { verdict, compte, departement, periode, referentiel } = rapport;
  const [premiere, ...suite] = couper(`${NOMS_VERDICTS[verdict].toUpperCase()} : ${expliquerVerdict(rapport)}`, { largeur });
  const compteurs = [
    accorder(compte.bloquant, 'bloquant'),
    accorder(compte.alerte, 'alerte'),
    accorder(compte.info, 'information'),
  ].join(', ');
  const desaccords = departement?.desaccords.map((autre) => `Attention : un autre département, ${decrireDepartement(autre)}. C’est ${departement.nom} qui a été retenu.`) ?? [];
  const lignes = [
    `${compteurs}. Référentiel ${referentiel} : ${decrirePeriode(periode)}.`,
    `Département : ${departement ? decrireDepartement(departement) : 'non reconnu'}.`,
    ...desaccords,
  ];
  return [
    style.titre(assainir(fichier)),
    style.verdict(verdict, premiere!),
    ...suite.map((ligne) => style.verdict(verdict, ligne)),
    ...lignes.flatMap((ligne) => couper(ligne, { largeur })),
  ];
}

function ecrireNonVerifies(rapport: Rapport, { style, largeur }: Page): readonly string[] {
  const groupes = regrouperNonVerifies(rapport);
  if (groupes.length === 0) return [];
  return [
    '',
    style.titre('Non vérifié'),
    ...groupes.flatMap(({ raison, codes, cellules }) => {
      const ou = cellules.length === 0 ? '' : ` ; ${cellules.join(', ')}`;
      return couper(`${raison} (${codes.join(', ')}${ou}).`, { largeur, retrait: 4, puce: '- ' });
    }),
  ];
}

export const rapporterTexte: Rapporteur = (rapport, options = {}) => {
  const page = { style: options.style ?? SANS_STYLE, largeur: options.largeur ?? LARGEUR };
  const feuilles = new Map(rapport.feuilles.map(({ id, nom }) => [id, nom]));
  return [
    ...ecrireTete(rapport, options.fichier ?? rapport.fichier ?? 'Classeur sans nom', page),
    ...grouper(rapport).flatMap(({ titre, constats }) => ['', ...couper(titre, page).map(page.style.titre), ...constats.flatMap((constat) => ecrireConstat(constat, feuilles, page))]),
    ...ecrireNonVerifies(rapport, page),
  ].join('\n');
};
