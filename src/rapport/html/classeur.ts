/** Le rapport d'un classeur en une page HTML autonome : les mots du rapport en texte, mis en page. */
import { formatA1 } from '../../classeur/adresse';
import type { Constat } from '../../controles/constat';
import { majuscule } from '../../controles/fabrique';
import type { Rapport } from '../../moteur/rapport';
import { grouper } from '../groupes';
import { compterGravite, decrireDepartement, decrirePeriode, expliquerVerdict, NOMS_GRAVITES, NOMS_VERDICTS } from '../mots';
import { regrouperNonVerifies } from '../non-verifies';
import { ecrireCorrection, ecrireJustification, ecrireMesure, messageSeul } from '../texte-constat';
import { echapper, pageHtml, paragraphe } from './gabarit';

export interface OptionsHtml {
  /** Date du contrôle, déjà écrite en français (« contrôle du 3 mars 2020 ») ; le rapport ne lit pas l'horloge. */
  readonly date?: string;
}

function constatHtml(constat: Constat, feuilles: ReadonlyMap<string, string>): string {
  const { code, gravite, feuille, emplacement, suite, source, correction } = constat;
  const lieu = [feuille !== null && (feuilles.get(feuille) ?? feuille), emplacement && formatA1(emplacement.ligne, emplacement.colonne)].filter(Boolean).join(' · ');
  const corps = [ecrireMesure(constat), correction && ecrireCorrection(correction), ecrireJustification(constat)].filter((ligne) => ligne !== null);
  return `<article class="constat">
<p><span class="gravite ${gravite}">${echapper(NOMS_GRAVITES[gravite])}</span> <span class="source">${code}</span> <span class="adresse">${echapper(lieu)}</span></p>
<p>${paragraphe(messageSeul(constat))}</p>
${corps.map((ligne) => `<p>${paragraphe(ligne)}</p>`).join('')}<p class="suite"><strong>À faire\u00a0:</strong> ${paragraphe(suite)}</p>
<p class="source">${paragraphe(`Source : ${source}`)}</p>
</article>`;
}

function nonVerifiesHtml(rapport: Rapport): string {
  const groupes = regrouperNonVerifies(rapport);
  if (groupes.length === 0) return '';
  const puces = groupes.map(({ raison, codes, cellules }) => `<li>${paragraphe(raison)} <span class="source">(${echapper([codes.join(', '), ...(cellules.length === 0 ? [] : [cellules.join(', ')])].join(' ; '))})</span></li>`);
  return `<h2>Non vérifié</h2><ul>${puces.join('')}</ul>`;
}

/** Pied de page commun aux rapports : ce que le contrôle vaut, et de quand il est. */
export function piedDePage(referentiel: string, date: string | undefined): string {
  return `Contrôle CDPPE, référentiel ${referentiel}${date === undefined ? '' : `, ${date}`}. Contrôle indicatif : il n’engage pas l’administration. Rien n’a quitté ce poste.`;
}

function teteHtml(rapport: Rapport): string {
  const { fichier, departement, periode, verdict, compte } = rapport;
  const comptes = [compterGravite(compte.bloquant, 'bloquant'), compterGravite(compte.alerte, 'alerte'), compterGravite(compte.info, 'info')].join(', ');
  const desaccords = departement?.desaccords.map((autre) => `Attention : un autre département, ${decrireDepartement(autre)}. C’est ${departement.nom} qui a été retenu.`) ?? [];
  const lignes = [`Département : ${departement ? decrireDepartement(departement) : 'non reconnu'}.`, `Période : ${decrirePeriode(periode)}.`, ...desaccords];
  return `<h1>${echapper(fichier ?? 'Classeur')}</h1>
${lignes.map((ligne) => `<p>${paragraphe(ligne)}</p>`).join('\n')}
<div class="verdict ${verdict}"><strong>${echapper(NOMS_VERDICTS[verdict])}</strong><p>${paragraphe(majuscule(expliquerVerdict(rapport)))}</p><p>${paragraphe(`${comptes}.`)}</p></div>`;
}

function corpsRapport(rapport: Rapport): string {
  const feuilles = new Map(rapport.feuilles.map(({ id, nom }) => [id, nom]));
  const groupes = grouper(rapport).map(({ titre, constats }) => `<h2>${paragraphe(titre)}</h2>${constats.map((constat) => constatHtml(constat, feuilles)).join('\n')}`);
  return [teteHtml(rapport), nonVerifiesHtml(rapport), ...groupes].join('\n');
}

/** Page du rapport d'un classeur. */
export function rapportHtml(rapport: Rapport, options: OptionsHtml = {}): string {
  return pageHtml({
    titre: `${NOMS_VERDICTS[rapport.verdict]} – ${rapport.fichier ?? 'classeur'}`,
    corps: corpsRapport(rapport),
    pied: piedDePage(rapport.referentiel, options.date),
  });
}
