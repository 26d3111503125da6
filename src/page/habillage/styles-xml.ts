/** Styles de cellules d'un classeur : `xl/styles.xml`, et les couleurs de son thème. */
import { trouverPartie, type Archive, type Entree } from '../../hote/fichier/archive';
import { lireXml, isVrai, type Attributs } from '../../hote/fichier/xml';
import { lireCouleur, THEME_OFFICE } from './couleurs';
import { STYLE_NU, TAILLE_PAR_DEFAUT, type StyleCellule } from './habillage';

type Police = Pick<StyleCellule, 'gras' | 'italique' | 'souligne' | 'barre' | 'taille' | 'couleur'>;
type Bordures = StyleCellule['bordures'];
type Modifiable<T> = { -readonly [Cle in keyof T]: T[Cle] };

const COTES: Readonly<Record<string, keyof Bordures>> = { top: 'haut', right: 'droite', start: 'gauche', end: 'droite', bottom: 'bas', left: 'gauche' };
const HORIZONTAUX: Readonly<Record<string, StyleCellule['horizontal']>> = { left: 'gauche', center: 'centre', right: 'droite', centerContinuous: 'centre' };
const VERTICAUX: Readonly<Record<string, StyleCellule['vertical']>> = { top: 'haut', center: 'centre', bottom: 'bas' };
/** Dans un thème, foncé et clair se suivent ; les styles les comptent dans l'autre ordre. */
const ORDRE_THEME = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'];

function lireTheme(archive: Archive, entree: Entree | undefined): readonly string[] {
  if (!entree) return THEME_OFFICE;
  const couleurs = [...THEME_OFFICE];
  let rang = -1;
  let fini = false;
  lireXml(archive, entree, {
    ouvrir(nom, { val, lastClr }) {
      const local = nom.slice(nom.indexOf(':') + 1);
      const place = ORDRE_THEME.indexOf(local);
      if (place >= 0) rang = place;
      const couleur = local === 'srgbClr' ? val : local === 'sysClr' ? lastClr : undefined;
      if (rang >= 0 && couleur !== undefined && /^[\da-f]{6}$/i.test(couleur)) {
        couleurs[rang] = couleur;
        rang = -1;
      }
    },
    fermer(nom) { if (nom.endsWith('clrScheme')) fini = true; },
    fini: () => fini,
  });
  return couleurs;
}

function lirePolice(police: Modifiable<Police>, nom: string, attributs: Attributs, themes: readonly string[]): void {
  const actif = attributs.val === undefined || isVrai(attributs.val);
  if (nom === 'b') police.gras = actif;
  else if (nom === 'i') police.italique = actif;
  else if (nom === 'strike') police.barre = actif;
  else if (nom === 'u') police.souligne = attributs.val !== 'none';
  else if (nom === 'sz') police.taille = Math.max(6, Math.min(48, Number(attributs.val) || TAILLE_PAR_DEFAUT));
  else if (nom === 'color') police.couleur = lireCouleur(attributs, themes);
}

function lireAlignement(style: Modifiable<StyleCellule>, { horizontal, vertical, wrapText, indent }: Attributs): void {
  style.horizontal = HORIZONTAUX[horizontal ?? ''] ?? null;
  style.vertical = VERTICAUX[vertical ?? ''] ?? 'bas';
  style.renvoi = isVrai(wrapText) || horizontal === 'justify' || vertical === 'justify';
  style.retrait = Math.max(0, Math.min(15, Number(indent) || 0));
}

/** Styles par rang (`s` d'une cellule). */
export function lireStylesVisuels(archive: Archive, cheminStyles: string | undefined, cheminTheme: string | undefined): readonly StyleCellule[] {
  const entree = cheminStyles === undefined ? undefined : trouverPartie(archive, cheminStyles);
  if (!entree) return [STYLE_NU];
  const themes = lireTheme(archive, cheminTheme === undefined ? undefined : trouverPartie(archive, cheminTheme));
  const polices: Modifiable<Police>[] = [];
  const fonds: (string | null)[] = [];
  const bordures: Modifiable<Bordures>[] = [];
  const styles: Modifiable<StyleCellule>[] = [];
  let section = '';
  let motif = '';
  lireXml(archive, entree, {
    ouvrir(nom, attributs) {
      if (nom === 'fonts' || nom === 'fills' || nom === 'borders' || nom === 'cellXfs' || nom === 'dxfs' || nom === 'cellStyleXfs') section = nom;
      else if (section === 'fonts' && nom === 'font') polices.push({ gras: false, italique: false, souligne: false, barre: false, taille: TAILLE_PAR_DEFAUT, couleur: null });
      else if (section === 'fonts') lirePolice(polices[polices.length - 1]!, nom, attributs, themes);
      else if (section === 'fills' && nom === 'fill') fonds.push(null);
      else if (section === 'fills' && nom === 'patternFill') motif = attributs.patternType ?? 'none';
      else if (section === 'fills' && nom === 'fgColor' && motif === 'solid') fonds[fonds.length - 1] = lireCouleur(attributs, themes);
      else if (section === 'borders' && nom === 'border') bordures.push({ ...STYLE_NU.bordures });
      else if (section === 'borders' && COTES[nom]) bordures[bordures.length - 1]![COTES[nom]] = (attributs.style ?? 'none') !== 'none';
      else if (section === 'cellXfs' && nom === 'xf') styles.push({ ...STYLE_NU, ...polices[Number(attributs.fontId ?? 0)], fond: fonds[Number(attributs.fillId ?? 0)] ?? null, bordures: bordures[Number(attributs.borderId ?? 0)] ?? STYLE_NU.bordures });
      else if (section === 'cellXfs' && nom === 'alignment') lireAlignement(styles[styles.length - 1]!, attributs);
    },
    fermer(nom) { if (nom === section) section = ''; },
  });
  return styles.length === 0 ? [STYLE_NU] : styles;
}
