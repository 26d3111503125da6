/** Page HTML autonome : ni script, ni style, ni image d'ailleurs ; imprimable en A4. */

/** Texte sûr dans du HTML, attributs compris. */
export function echapper(texte: string): string {
  return texte.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}

/** Espaces qu'une ligne ne coupe pas : avant « ; : ? ! » », après « « ». */
const ESPACES_FORTES = / (?=[;:?!»])|(?<=«) /g;

/** Phrase sûre : ses retours à la ligne sont gardés, sa ponctuation ne passe pas seule à la ligne. */
export function paragraphe(texte: string): string {
  return echapper(texte.replace(ESPACES_FORTES, '\u00a0')).replace(/\n/g, '<br>');
}

const STYLE = `
:root { color-scheme: light dark; --encre: #1b1b1b; --fond: #ffffff; --trait: #c8c8c8; --doux: #f3f2f1; --bloquant: #a80000; --alerte: #8a5300; --info: #004e8c; --bon: #0b6a0b; }
@media (prefers-color-scheme: dark) { :root { --encre: #f3f2f1; --fond: #1f1f1f; --trait: #555; --doux: #2b2b2b; --bloquant: #ff9999; --alerte: #ffc46b; --info: #9fd2ff; --bon: #9fd89f; } }
body { font-family: 'Segoe UI', 'Liberation Sans', Arial, sans-serif; font-size: 15px; line-height: 1.45; color: var(--encre); background: var(--fond); margin: 0 auto; padding: 1rem; max-width: 70rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 1.75rem 0 .5rem; border-bottom: 1px solid var(--trait); } h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
p { margin: .25rem 0; } a { color: var(--info); }
.verdict { border-left: 6px solid var(--trait); padding: .5rem .75rem; background: var(--doux); margin: .75rem 0; }
.verdict strong { font-size: 1.15rem; }
.non_conforme, .illisible { border-color: var(--bloquant); } .incomplet, .conforme_avec_reserves, .a_remplir { border-color: var(--alerte); } .conforme { border-color: var(--bon); }
.gravite { font-weight: 600; white-space: nowrap; } .gravite.bloquant { color: var(--bloquant); } .gravite.alerte { color: var(--alerte); } .gravite.info { color: var(--info); }
.constat { border: 1px solid var(--trait); border-radius: 4px; padding: .5rem .75rem; margin: .5rem 0; break-inside: avoid; }
.constat .adresse { font-weight: 600; } .suite { margin-top: .35rem; } .source { font-size: .85rem; opacity: .85; }
.defile { overflow-x: auto; } table { border-collapse: collapse; width: 100%; } table.large { min-width: 54rem; } th, td { border: 1px solid var(--trait); padding: .3rem .5rem; text-align: left; vertical-align: top; } th { background: var(--doux); } th, td { overflow-wrap: break-word; } td.chemin { overflow-wrap: anywhere; min-width: 12rem; } td.nombre, th.nombre { text-align: right; } td.nombre, .court { white-space: nowrap; } tr.groupe { break-after: avoid; } tr.groupe th { background: none; }
th button { font: inherit; font-weight: 600; background: none; border: 0; color: inherit; cursor: pointer; padding: 0; text-align: inherit; } th[aria-sort='ascending'] button::after { content: ' ▲'; } th[aria-sort='descending'] button::after { content: ' ▼'; }
input[type='search'], select { font: inherit; max-width: 100%; box-sizing: border-box; padding: .35rem .5rem; min-height: 2.2rem; }
footer { margin-top: 2rem; font-size: .85rem; border-top: 1px solid var(--trait); padding-top: .5rem; }
@media print { :root { color-scheme: light; --encre: #000; --fond: #fff; --trait: #999; --doux: #f0f0f0; --bloquant: #a80000; --alerte: #7a4a00; --info: #003f70; --bon: #075207; }
body { font-size: 10.5pt; max-width: none; padding: 0; } .sans-impression { display: none; } h1, h2, h3 { break-after: avoid; } li, tr { break-inside: avoid; } p { orphans: 3; widows: 3; }
.defile { overflow: visible; } table, table.large { font-size: 8pt; min-width: 0; } th, td { padding: .15rem .3rem; } td.chemin { min-width: 65mm; } td.libelle { white-space: nowrap; } thead { display: table-header-group; }
/* Un bouton ne s'imprime pas dans un en-tête répété : il s'efface derrière son texte. */
th button { display: contents; } th[aria-sort] button::after { content: none; } a { color: inherit; text-decoration: none; } }
`;

export interface PageHtml {
  readonly titre: string;
  /** Corps déjà échappé. */
  readonly corps: string;
  /** Mention de bas de page, en texte. */
  readonly pied: string;
  /** Script en ligne, sans dépendance ; sans lui la page se lit entière. */
  readonly script?: string;
  /** Imprimer en travers : les tableaux larges y tiennent. */
  readonly paysage?: boolean;
}

/** Document HTML complet, en français. */
export function pageHtml({ titre, corps, pied, script, paysage = false }: PageHtml): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${echapper(titre)}</title>
<style>${STYLE}@page { size: A4${paysage ? ' landscape' : ''}; margin: ${paysage ? '12mm' : '15mm'}; }</style>
</head>
<body>
${corps}
<footer>${paragraphe(pied)}</footer>
${script === undefined ? '' : `<script>${script}</script>\n`}</body>
</html>
`;
}
