/** La synthèse d'un lot en une page HTML : tri, filtre, impression, sans rien d'extérieur. */
import { titreVerdict, type LigneSynthese } from '../synthese';
import { piedDePage, type OptionsHtml } from './classeur';
import { echapper, pageHtml, paragraphe } from './gabarit';

export interface OptionsSynthese extends OptionsHtml {
  readonly referentiel: string;
  /** Lien vers la page d'un classeur, relatif à la synthèse. */
  readonly lien?: (ligne: LigneSynthese) => string | null;
}

/** Tri par clic sur l'en-tête et filtre par texte : du confort, la page se lit sans. */
const SCRIPT = `
(function () {
  var table = document.querySelector('table'), corps = table.tBodies[0], filtre = document.getElementById('filtre'), verdict = document.getElementById('verdict'), compte = document.getElementById('compte');
  document.querySelectorAll('.sans-impression').forEach(function (e) { e.hidden = false; });
  /* Sans accents : « herault » trouve l'Hérault. */
  function simple(texte) { return texte.toLowerCase().normalize('NFD').replace(/[\\u0300-\\u036f]/g, ''); }
  function filtrer() {
    var texte = simple(filtre.value.trim()), vus = 0;
    Array.prototype.forEach.call(corps.rows, function (r) {
      var garde = simple(r.textContent).indexOf(texte) >= 0 && (!verdict.value || r.dataset.verdict === verdict.value);
      r.hidden = !garde; if (garde) vus++;
    });
    compte.textContent = vus + ' / ' + corps.rows.length + (vus > 1 ? ' classeurs affichés' : ' classeur affiché');
  }
  filtre.addEventListener('input', filtrer); verdict.addEventListener('change', filtrer); filtrer();
  table.querySelectorAll('th button').forEach(function (bouton, colonne) {
    bouton.addEventListener('click', function () {
      var th = bouton.parentNode, montant = th.getAttribute('aria-sort') !== 'ascending';
      table.querySelectorAll('th').forEach(function (autre) { autre.removeAttribute('aria-sort'); });
      th.setAttribute('aria-sort', montant ? 'ascending' : 'descending');
      var cle = function (r) { var c = r.cells[colonne]; return c.dataset.tri || c.textContent; };
      Array.prototype.slice.call(corps.rows).sort(function (a, b) {
        return (montant ? 1 : -1) * cle(a).localeCompare(cle(b), 'fr', { numeric: true });
      }).forEach(function (r) { corps.appendChild(r); });
    });
  });
})();`;

const COLONNES = ['Fichier', 'Département', 'Verdict', 'Bloquants', 'Alertes', 'Informations', 'Contrôles bloquants'];

function ligneHtml(ligne: LigneSynthese, lien: string | null): string {
  const nom = lien === null ? echapper(ligne.fichier) : `<a href="${echapper(lien)}">${echapper(ligne.fichier)}</a>`;
  const tete = `<tr data-verdict="${ligne.verdict}"><td class="chemin">${nom}</td>`;
  const verdict = `<td class="court">${echapper(titreVerdict(ligne.verdict))}</td>`;
  if (ligne.verdict === 'illisible') return `${tete}<td></td>${verdict}<td></td><td></td><td></td><td>${paragraphe(ligne.erreur)}</td></tr>`;
  const { bloquant, alerte, info } = ligne.compte;
  const departement = ligne.departement ? `${ligne.departement.code} ${ligne.departement.nom}` : 'non reconnu';
  return `${tete}<td>${echapper(departement)}</td>${verdict}${[bloquant, alerte, info].map((nombre) => `<td class="nombre">${String(nombre)}</td>`).join('')}<td>${ligne.bloquants.map((code) => `<span class="court">${echapper(code)}</span>`).join(', ')}</td></tr>`;
}

/** Page de synthèse d'un lot. */
export function syntheseHtml(lignes: readonly LigneSynthese[], { referentiel, date, lien = () => null }: OptionsSynthese): string {
  const verdicts = [...new Set(lignes.map(({ verdict }) => verdict))];
  const bilan = verdicts.map((verdict) => `${titreVerdict(verdict)} : ${String(lignes.filter((ligne) => ligne.verdict === verdict).length)}`).join(' · ');
  const choix = verdicts.map((verdict) => `<option value="${verdict}">${echapper(titreVerdict(verdict))}</option>`).join('');
  return pageHtml({
    titre: `Synthèse de ${String(lignes.length)} classeur${lignes.length > 1 ? 's' : ''}`,
    script: SCRIPT,
    paysage: true,
    pied: piedDePage(referentiel, date),
    corps: `<h1>Synthèse de ${String(lignes.length)} classeur${lignes.length > 1 ? 's' : ''}</h1>
<p>${paragraphe(bilan)}</p>
<p class="sans-impression" hidden><label>Filtrer <input type="search" id="filtre"></label> <label>Verdict <select id="verdict"><option value="">tous</option>${choix}</select></label> <span id="compte" aria-live="polite"></span></p>
<div class="defile"><table class="large"><thead><tr>${COLONNES.map((colonne) => `<th scope="col"><button type="button">${echapper(colonne)}</button></th>`).join('')}</tr></thead>
<tbody>${lignes.map((ligne) => ligneHtml(ligne, lien(ligne))).join('\n')}</tbody></table></div>`,
  });
}
