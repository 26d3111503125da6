/** La comparaison de deux versions, en texte, en HTML et en CSV. */
import type { Constat } from '../controles/constat';
import { nommer } from '../controles/fabrique';
import { ecrireCsv, type CelluleCsv } from '../rapport/csv';
import { piedDePage, type OptionsHtml } from '../rapport/html/classeur';
import { echapper, pageHtml, paragraphe } from '../rapport/html/gabarit';
import { accorder, NOMS_GRAVITES, NOMS_VERDICTS } from '../rapport/mots';
import { REFERENTIEL } from '../referentiel/periode';
import type { Changement, Comparaison } from './comparer';
import { COLONNES_CHANGEMENT, grouperChangements, ligneDe } from './tableau';

/** « cible 2022 : 18 % → 20 % (+11,1 %) ». */
function decrire(changement: Changement): string {
  const { donnee, avant, apres, variation } = ligneDe(changement);
  const { nature, avant: retire, apres: ajoute } = changement;
  if (nature === 'texte') return `${donnee} : ${[retire && `retiré « ${retire} »`, ajoute && `ajouté « ${ajoute} »`].filter(Boolean).join(', ')}`;
  return `${donnee} : ${avant} → ${apres}${variation === '' ? '' : ` (${variation})`}`;
}

/** Ce qui a changé en nombre, constats compris. */
export function bilanComparaison({ apparus, resolus, restants, changements }: Comparaison): string {
  return `${accorder(changements.length, 'changement')} ; constats : ${accorder(resolus.length, 'résolu')}, ${accorder(apparus.length, 'apparu')}, ${accorder(restants, 'restant')}.`;
}

function bilan(comparaison: Comparaison): string {
  const { avant, apres } = comparaison;
  return `${NOMS_VERDICTS[avant.verdict]} → ${NOMS_VERDICTS[apres.verdict]}. ${bilanComparaison(comparaison)}`;
}

function listeTexte(titre: string, constats: readonly Constat[]): string[] {
  return constats.length === 0 ? [] : ['', titre, ...constats.map(({ code, gravite, message }) => `  - ${code} (${NOMS_GRAVITES[gravite].toLowerCase()}) ${message}`)];
}

export function comparaisonTexte(comparaison: Comparaison): string {
  const { avant, apres, avertissements, changements, apparus, resolus } = comparaison;
  const corps = changements.length === 0
    ? ['', 'Aucune donnée n’a changé.']
    : grouperChangements(changements).flatMap((groupe) => ['', groupe.titre, ...groupe.changements.map((changement) => `  - ${decrire(changement)}`)]);
  return [`${avant.fichier ?? 'avant'} → ${apres.fichier ?? 'après'}`, bilan(comparaison), ...avertissements.map((phrase) => `Attention : ${phrase}`), ...corps, ...listeTexte('Constats apparus', apparus), ...listeTexte('Constats résolus', resolus), ''].join('\n');
}

function listeHtml(titre: string, constats: readonly Constat[]): string {
  if (constats.length === 0) return '';
  return `<h2>${echapper(titre)}</h2><ul>${constats.map(({ code, gravite, message }) => `<li><span class="gravite ${gravite}">${NOMS_GRAVITES[gravite]} ${code}</span> ${paragraphe(message)}</li>`).join('')}</ul>`;
}

function changementsHtml(changements: readonly Changement[]): string {
  if (changements.length === 0) return '<p>Aucune donnée n’a changé.</p>';
  const rangee = (changement: Changement) => {
    const { donnee, avant, apres, variation } = ligneDe(changement);
    return `<tr>${[donnee, avant, apres].map((texte) => `<td>${paragraphe(texte)}</td>`).join('')}<td class="nombre">${echapper(variation)}</td></tr>`;
  };
  const enTetes = COLONNES_CHANGEMENT.map((titre, rang) => `<th scope="col"${rang === 3 ? ' class="nombre"' : ''}>${titre}</th>`).join('');
  const corps = grouperChangements(changements).map((groupe) => `<tbody><tr class="groupe"><th scope="rowgroup" colspan="4">${paragraphe(groupe.titre)}</th></tr>${groupe.changements.map(rangee).join('\n')}</tbody>`);
  return `<h2>Données changées</h2><div class="defile"><table class="large"><thead><tr>${enTetes}</tr></thead>${corps.join('\n')}</table></div>`;
}

export function comparaisonHtml(comparaison: Comparaison, { date }: OptionsHtml = {}): string {
  const { avant, apres, avertissements, changements, apparus, resolus } = comparaison;
  return pageHtml({
    titre: 'Comparaison de deux versions',
    pied: piedDePage(REFERENTIEL, date),
    corps: `<h1>Comparaison de deux versions</h1>
<p>Avant\u00a0: <strong>${echapper(avant.fichier ?? 'classeur')}</strong>, ${NOMS_VERDICTS[avant.verdict].toLowerCase()}.</p>
<p>Après\u00a0: <strong>${echapper(apres.fichier ?? 'classeur')}</strong>, ${NOMS_VERDICTS[apres.verdict].toLowerCase()}.</p>
<p>${paragraphe(bilanComparaison(comparaison))}</p>
${avertissements.map((phrase) => `<p><strong>Attention\u00a0:</strong> ${paragraphe(phrase)}</p>`).join('\n')}
${listeHtml('Constats apparus', apparus)}${listeHtml('Constats résolus', resolus)}${changementsHtml(changements)}`,
  });
}

/** Une ligne par changement et par constat apparu ou résolu, avertissements en tête. */
export function comparaisonCsv({ avertissements, changements, apparus, resolus }: Comparaison): string {
  const constats = (quoi: string, liste: readonly Constat[], apparu: boolean) =>
    liste.map(({ objectif, code, gravite, message }): CelluleCsv[] => [quoi, objectif, `${code} (${NOMS_GRAVITES[gravite].toLowerCase()})`, apparu ? null : message, apparu ? message : null, null]);
  return ecrireCsv([
    ['Quoi', 'Objectif', 'Donnée ou contrôle', COLONNES_CHANGEMENT[1], COLONNES_CHANGEMENT[2], 'Variation (%)'],
    ...avertissements.map((phrase): CelluleCsv[] => ['à savoir', null, phrase, null, null, null]),
    ...grouperChangements(changements).flatMap((groupe) => groupe.changements.map((changement): CelluleCsv[] => {
      const { donnee, avant, apres } = ligneDe(changement);
      return ['changement', changement.objectif ?? nommer(null), donnee, avant, apres, changement.variation === null ? null : Math.round(changement.variation * 1000) / 10];
    })),
    ...constats('constat apparu', apparus, true),
    ...constats('constat résolu', resolus, false),
  ]);
}
