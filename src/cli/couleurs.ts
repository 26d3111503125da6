/** Le style du terminal. Une couleur redouble toujours un mot, elle ne le remplace jamais. */
import pc from 'picocolors';
import { SANS_STYLE, type Style } from '../rapport/rapporteur';

/** Couleurs si la sortie est un terminal (NO_COLOR et FORCE_COLOR sont respectées). */
export function styleTerminal(couleurs: boolean): Style {
  if (!couleurs) return SANS_STYLE;
  const { bold, dim, red, yellow, cyan, green } = pc.createColors(true);
  const verdicts = { non_conforme: red, incomplet: yellow, conforme_avec_reserves: yellow, conforme: green, a_remplir: cyan };
  const gravites = { bloquant: red, alerte: yellow, info: cyan };
  return {
    titre: bold,
    attenue: dim,
    verdict: (verdict, texte) => bold(verdicts[verdict](texte)),
    gravite: (gravite, texte) => gravites[gravite](texte),
  };
}

export function veutDesCouleurs({ isTTY }: { readonly isTTY?: boolean }, env: Readonly<Record<string, string | undefined>>): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return isTTY === true && env.TERM !== 'dumb';
}
