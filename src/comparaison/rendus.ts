/** La comparaison de deux versions, en texte et en HTML. */
import { formatNombre } from '../classeur/nombres';
import type { Constat } from '../controles/constat';
import { nommer } from '../controles/fabrique';
import { NOMS_GRAVITES, NOMS_VERDICTS } from '../rapport/mots';
import { piedDePage, type OptionsHtml } from '../rapport/html/classeur';
import { echapper, pageHtml, paragraphe } from '../rapport/html/gabarit';
import { indicateurDe } from '../referentiel/indicateurs';
import { OBJECTIFS } from '../referentiel/objectifs';
import { REFERENTIEL } from '../referentiel/periode';
import type { Changement, Comparaison } from './comparer';

/** « cible 2022 : 18 % → 20 % (+11,1 %) ». */
function decrire({ indicateur, quoi, nature, avant, apres, variation }: Changement): string {
  const sujet = indicateur === null ? quoi : `${indicateurDe(indicateur).nom}, ${quoi}`;
  const relatif = variation === null ? '' : ` (${variation > 0 ? '+' : ''}${formatNombre(variation * 100, 1)} %)`;
  if (nature === 'texte') return `${sujet} : ${[avant && `retiré « ${avant} »`, apres && `ajouté « ${apres} »`].filter(Boolean).join(', ')}`;
  return `${sujet}${nature === 'formule' ? ', formule' : ''} : ${avant ?? 'vide'} → ${apres ?? 'vide'}${relatif}`;
}

/** Changements groupés par objectif, dans l'ordre des annexes ; les délais de justice en tête. */
function parObjectif(changements: readonly Changement[]): readonly (readonly [string, readonly Changement[]])[] {
  return [null, ...OBJECTIFS.map(({ numero }) => numero)]
    .map((numero) => [nommer(numero), changements.filter(({ objectif }) => objectif === numero)] as const)
    .filter(([, groupe]) => groupe.length > 0);
}

function bilan({ avant, apres, apparus, resolus, restants, changements }: Comparaison): string {
  return `${NOMS_VERDICTS[avant.verdict]} → ${NOMS_VERDICTS[apres.verdict]}. ${String(changements.length)} changement${changements.length > 1 ? 's' : ''} ; constats : ${String(resolus.length)} résolu${resolus.length > 1 ? 's' : ''}, ${String(apparus.length)} apparu${apparus.length > 1 ? 's' : ''}, ${String(restants)} restant${restants > 1 ? 's' : ''}.`;
}

function listeTexte(titre: string, constats: readonly Constat[]): string[] {
  return constats.length === 0 ? [] : ['', titre, ...constats.map(({ code, gravite, message }) => `  - ${code} (${NOMS_GRAVITES[gravite].toLowerCase()}) ${message}`)];
}

export function comparaisonTexte(comparaison: Comparaison): string {
  const { avant, apres, avertissements, changements, apparus, resolus } = comparaison;
  const corps = changements.length === 0
    ? ['', 'Aucune donnée n’a changé.']
    : parObjectif(changements).flatMap(([titre, groupe]) => ['', titre, ...groupe.map((changement) => `  - ${decrire(changement)}`)]);
  return [`${avant.fichier ?? 'avant'} → ${apres.fichier ?? 'après'}`, bilan(comparaison), ...avertissements.map((phrase) => `Attention : ${phrase}`), ...corps, ...listeTexte('Constats apparus', apparus), ...listeTexte('Constats résolus', resolus), ''].join('\n');
}

function listeHtml(titre: string, constats: readonly Constat[]): string {
  if (constats.length === 0) return '';
  return `<h2>${echapper(titre)}</h2><ul>${constats.map(({ code, gravite, message }) => `<li><span class="gravite ${gravite}">${code}</span> ${paragraphe(message)}</li>`).join('')}</ul>`;
}

export function comparaisonHtml(comparaison: Comparaison, { date }: OptionsHtml = {}): string {
  const { avant, apres, avertissements, changements, apparus, resolus } = comparaison;
  const corps = changements.length === 0
    ? '<p>Aucune donnée n’a changé.</p>'
    : parObjectif(changements).map(([titre, groupe]) => `<h2>${echapper(titre)}</h2><ul>${groupe.map((changement) => `<li>${paragraphe(decrire(changement))}</li>`).join('')}</ul>`).join('\n');
  return pageHtml({
    titre: 'Comparaison de deux versions',
    pied: piedDePage(REFERENTIEL, date),
    corps: `<h1>${echapper(avant.fichier ?? 'avant')} → ${echapper(apres.fichier ?? 'après')}</h1><p>${echapper(bilan(comparaison))}</p>${avertissements.map((phrase) => `<p><strong>Attention :</strong> ${echapper(phrase)}</p>`).join('')}${listeHtml('Constats apparus', apparus)}${listeHtml('Constats résolus', resolus)}${corps}`,
  });
}
