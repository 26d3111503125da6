/** Le rapport d'un classeur en une page HTML autonome. */
import { formatA1 } from '../../classeur/adresse';
import type { Constat } from '../../controles/constat';
import { majuscule } from '../../controles/fabrique';
import type { Rapport } from '../../moteur/rapport';
import { nommerObjectif, OBJECTIFS, type NumeroObjectif } from '../../referentiel/objectifs';
import { compterGravite, expliquerVerdict, NOMS_GRAVITES, NOMS_VERDICTS } from '../mots';
import { echapper, pageHtml, paragraphe } from './gabarit';

export interface OptionsHtml {
  /** Date du contrôle, déjà écrite en français ; le rapport ne lit pas l'horloge. */
  readonly date?: string;
}

function grandeurs({ attendu, trouve, ecart }: Constat): string {
  const lignes = [attendu && `Attendu : ${attendu.texte}`, trouve && `Trouvé : ${trouve.texte}`, ecart && `Écart : ${ecart}`].filter((ligne) => typeof ligne === 'string');
  return lignes.length === 0 ? '' : `<p>${lignes.map(paragraphe).join(' · ')}</p>`;
}

function constatHtml(constat: Constat, feuilles: ReadonlyMap<string, string>): string {
  const feuille = constat.feuille === null ? '' : (feuilles.get(constat.feuille) ?? '');
  const adresse = constat.emplacement ? `${formatA1(constat.emplacement.ligne, constat.emplacement.colonne)}, ` : '';
  const place = feuille === '' ? 'classeur' : `${adresse}feuille « ${feuille} »`;
  return `<article class="constat">
<p><span class="gravite ${constat.gravite}">${echapper(NOMS_GRAVITES[constat.gravite].toLowerCase())}</span> <span class="adresse">${echapper(place)}</span> <span class="source">${constat.code}</span></p>
<p>${paragraphe(constat.message)}</p>
${grandeurs(constat)}<p class="suite"><strong>Suite à donner :</strong> ${paragraphe(constat.suite)}</p>
<p class="source">Source : ${echapper(constat.source)}</p>
</article>`;
}

/** Constats groupés par objectif, dans l'ordre des annexes ; ce qui n'en relève pas d'abord. */
function groupes(constats: readonly Constat[]): readonly { readonly titre: string; readonly constats: readonly Constat[] }[] {
  const de = (numero: NumeroObjectif | null) => constats.filter(({ objectif }) => objectif === numero);
  return [
    { titre: 'Ensemble du classeur', constats: de(null) },
    ...OBJECTIFS.map(({ numero }) => ({ titre: nommerObjectif(numero).replace(/^o/, 'O'), constats: de(numero) })),
  ].filter((groupe) => groupe.constats.length > 0);
}

/** Ce qui n'a pas été vérifié, une ligne par raison, avec les contrôles concernés. */
export function nonVerifiesParRaison({ controles }: Rapport): readonly { readonly raison: string; readonly codes: readonly string[] }[] {
  const raisons = new Map<string, string[]>();
  for (const { code, nonVerifies } of controles) {
    for (const { raison } of nonVerifies) raisons.set(raison, [...new Set([...(raisons.get(raison) ?? []), code])]);
  }
  return [...raisons].map(([raison, codes]) => ({ raison, codes }));
}

export function piedDePage(referentiel: string, date: string | undefined): string {
  return `Contrôle CDPPE, référentiel ${referentiel}${date === undefined ? '' : `, ${date}`}. Contrôle indicatif : il n’engage pas l’administration. Rien n’a quitté ce poste.`;
}

export function corpsRapport(rapport: Rapport): string {
  const feuilles = new Map(rapport.feuilles.map(({ id, nom }) => [id, nom]));
  const { bloquant, alerte, info } = rapport.compte;
  const nonVerifies = nonVerifiesParRaison(rapport);
  const departement = rapport.departement ? `${rapport.departement.nom} (${rapport.departement.code}), d’après ${rapport.departement.provenance === 'option' ? 'votre indication' : `le ${rapport.departement.provenance}`.replace('le page', 'la page')}` : 'non reconnu';
  return `<h1>${echapper(rapport.fichier ?? 'Classeur')}</h1>
<p>Département : ${echapper(departement)}</p>
<div class="verdict ${rapport.verdict}"><strong>${echapper(NOMS_VERDICTS[rapport.verdict])}</strong><p>${echapper(majuscule(expliquerVerdict(rapport)))}</p><p>${compterGravite(bloquant, 'bloquant')}, ${compterGravite(alerte, 'alerte')}, ${compterGravite(info, 'info')}.</p></div>
${nonVerifies.length === 0 ? '' : `<h2>Ce qui n’a pas pu être vérifié</h2><ul>${nonVerifies.map(({ raison, codes }) => `<li>${paragraphe(raison)} <span class="source">(${codes.join(', ')})</span></li>`).join('')}</ul>`}
${groupes(rapport.constats).map((groupe) => `<h2>${echapper(groupe.titre)}</h2>${groupe.constats.map((constat) => constatHtml(constat, feuilles)).join('\n')}`).join('\n')}`;
}

/** Page du rapport d'un classeur. */
export function rapportHtml(rapport: Rapport, options: OptionsHtml = {}): string {
  return pageHtml({
    titre: `${NOMS_VERDICTS[rapport.verdict]} – ${rapport.fichier ?? 'classeur'}`,
    corps: corpsRapport(rapport),
    pied: piedDePage(rapport.referentiel, options.date),
  });
}
