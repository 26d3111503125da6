/** Les pages de docs/controles, depuis les métadonnées des contrôles : rien ne s'y écrit à la main. */
import type { ControleEnregistre } from '../../src/controles/controle';
import { majuscule } from '../../src/controles/fabrique';
import { REGISTRE } from '../../src/controles/registre';
import { NOMS_GRAVITES } from '../../src/rapport/mots';
import { FAMILLES, fichierDuControle } from './familles';
import { lireExemples, type Exemple } from './exemples';

const DOSSIER = 'docs/controles';

const NOMS_ENTREES: Readonly<Record<string, string>> = {
  dossier: 'le classeur',
  tableau: 'le tableau de bord',
  plan: 'le plan d’action',
  feuilles: 'les feuilles reconnues',
  retenus: 'les objectifs retenus',
  insee: 'les références de l’INSEE',
  service: 'les valeurs recalculées',
};

const phrase = (texte: string) => majuscule(texte.replace(/\.?$/, '.'));
const cellule = (texte: string) => texte.replace(/\|/g, '\\|');
const gravite = ({ gravite: nature, graviteVariable }: ControleEnregistre) => NOMS_GRAVITES[nature] + (graviteVariable === undefined ? '' : ` ; ${graviteVariable}`);

function page(controle: ControleEnregistre, exemple: Exemple | undefined): string {
  const { code, titre, exigence, pourquoi, source, limites, correction, exige, cede } = controle;
  const lignes = [
    ['Gravité', gravite(controle)],
    ['Source', source],
    ['Correction', correction],
    ['Lit', exige.map((entree) => NOMS_ENTREES[entree] ?? entree).join(', ')],
    ...(cede.length === 0 ? [] : [['Cède le pas à', cede.map((autre) => `[${autre}](${autre}.md)`).join(', ')]]),
  ];
  return [
    `# ${code} – ${titre}`,
    '',
    phrase(exigence),
    '',
    '| | |',
    '|---|---|',
    ...lignes.map(([nom, valeur]) => `| ${nom!} | ${cellule(valeur!)} |`),
    '',
    '## Pourquoi',
    '',
    phrase(pourquoi),
    '',
    '## Ce que ce contrôle ne vérifie pas',
    '',
    phrase(limites),
    ...(exemple ? ['', '## Exemple', '', `Dans \`exemples/${exemple.fichier}\` :`, '', '```text', exemple.texte, '```'] : []),
    '',
    '---',
    '',
    `[Tous les contrôles](README.md) · page engendrée depuis \`${fichierDuControle(code)}\` par \`npm run documents\`.`,
    '',
  ].join('\n');
}

function sommaire(controles: readonly ControleEnregistre[]): string {
  const sections = FAMILLES.flatMap(({ prefixe, titre }) => [
    '',
    `## ${titre}`,
    '',
    '| code | contrôle | gravité | exigence |',
    '|---|---|---|---|',
    ...controles
      .filter(({ code }) => code.startsWith(`${prefixe}-`))
      .map((controle) => `| [${controle.code}](${controle.code}.md) | ${cellule(controle.titre)} | ${cellule(gravite(controle))} | ${cellule(controle.exigence)} |`),
  ]);
  return [
    '# Les contrôles',
    '',
    `${String(controles.length)} contrôles, aux codes stables. **Bloquant** : à corriger avant signature ; **alerte** : à justifier ; **information** : à savoir. Les choix de fond sont dans [decisions.md](../decisions.md).`,
    '',
    'Chaque contrôle finit avec un statut : `conforme`, `constats`, `sans_objet`, `non_verifiable` (ce qu’il lui faut manque, et le rapport dit quoi) ou `erreur`. Ce qui n’a pas été vérifié n’est jamais dit conforme.',
    ...sections,
    '',
    '---',
    '',
    'Page engendrée depuis les métadonnées des contrôles par `npm run documents`.',
    '',
  ].join('\n');
}

/** Chemin → contenu de chaque page, sommaire compris. */
export function engendrerControles(dossierExemples: string): ReadonlyMap<string, string> {
  const exemples = lireExemples(dossierExemples);
  return new Map([
    [`${DOSSIER}/README.md`, sommaire(REGISTRE)],
    ...REGISTRE.map((controle) => [`${DOSSIER}/${controle.code}.md`, page(controle, exemples.get(controle.code))] as const),
  ]);
}
