/** Ce que `cdppe diagnostiquer` écrit à l'écran : rempli, gardé, à décider, non rapproché. */
import type { NonRapprochee, Proposition, PropositionsDiagnostic } from '../diagnostic/propositions';
import { decrireOrigine, type Tri } from '../diagnostic/retenir';
import { couper } from '../rapport/mise-en-page';
import { accorder } from '../rapport/mots';
import { indicateurDe } from '../referentiel/indicateurs';
import type { Sortie } from './sortie';

type Page = Pick<Sortie, 'style' | 'largeur'>;

function ecrireProposition({ indicateur, objectif, adresse, actuel, propose, origine, remarques }: Proposition, { largeur, style }: Page): readonly string[] {
  const { nom } = indicateurDe(indicateur);
  const sujet = objectif === null ? nom : `${nom} (objectif ${String(objectif)})`;
  return [
    ...couper(`${adresse} ${sujet} : ${actuel} → ${propose} [${indicateur}]`, { largeur, retrait: 4, puce: '- ' }),
    ...couper(`${decrireOrigine(origine)}.`, { largeur, retrait: 4 }).map(style.attenue),
    ...remarques.flatMap((remarque) => couper(remarque, { largeur, retrait: 4 })),
  ];
}

function ecrireGroupe(titre: string, propositions: readonly Proposition[], page: Page): readonly string[] {
  if (propositions.length === 0) return [];
  return ['', page.style.titre(`${titre} (${String(propositions.length)})`), ...propositions.flatMap((proposition) => ecrireProposition(proposition, page))];
}

function ecrireNonRapprochees(lignes: readonly NonRapprochee[], { largeur, style }: Page): readonly string[] {
  if (lignes.length === 0) return [];
  return [
    '', style.titre(`Lignes de la trame laissées de côté (${String(lignes.length)})`),
    ...lignes.flatMap(({ place, libelle, propose, message }) => [
      ...couper(`${place} : « ${libelle} » : ${propose}`, { largeur, retrait: 4, puce: '- ' }),
      ...couper(message, { largeur, retrait: 4 }),
    ]),
  ];
}

/** Le diagnostic proposé, une fois trié. `simule` : rien n'est écrit. */
export function ecrireDiagnostic({ nonRapprochees, enfants, remarques }: PropositionsDiagnostic, tri: Tri, simule: boolean, page: Page): readonly string[] {
  const { largeur, style } = page;
  // La même population aux objectifs 4 et 5 ne se redit pas.
  const reperes = enfants.filter(({ valeur }, rang) => enfants.findIndex((autre) => autre.valeur === valeur) === rang);
  return [
    ...ecrireGroupe(simule ? 'À écrire' : 'Écrit', tri.retenues, page),
    ...ecrireGroupe('À décider : rien n’est écrit sans --remplacer', tri.enAttente, page),
    ...ecrireGroupe('Impossible', tri.impossibles, page),
    ...ecrireNonRapprochees(nonRapprochees, page),
    ...(tri.identiques.length === 0 ? [] : ['', ...couper(`Déjà dans le classeur : ${accorder(tri.identiques.length, 'valeur identique', 'valeurs identiques')} (${tri.identiques.map(({ adresse }) => adresse).join(', ')}).`, { largeur })]),
    ...(reperes.length + remarques.length === 0 ? [] : ['', style.titre('À savoir')]),
    ...[...reperes.map(({ message }) => message), ...remarques].flatMap((phrase) => couper(phrase, { largeur, retrait: 4, puce: '- ' })),
  ];
}
