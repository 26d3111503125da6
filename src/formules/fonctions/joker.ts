/** Motifs d'Excel : `*` et `?`, précédés de `~` pour les prendre à la lettre ; la casse est ignorée. */

interface Signe {
  readonly nature: 'lettre' | 'un' | 'plusieurs';
  readonly lettre: string;
}

function lireMotif(texte: string): readonly Signe[] {
  const signes: Signe[] = [];
  const lettres = [...texte.toLowerCase()];
  for (let rang = 0; rang < lettres.length; rang += 1) {
    const lettre = lettres[rang]!;
    const suivante = lettres[rang + 1];
    if (lettre === '~' && suivante !== undefined && '*?~'.includes(suivante)) {
      signes.push({ nature: 'lettre', lettre: suivante });
      rang += 1;
    } else signes.push({ nature: lettre === '*' ? 'plusieurs' : lettre === '?' ? 'un' : 'lettre', lettre });
  }
  return signes;
}

export function contientJoker(texte: string): boolean {
  return /[*?~]/.test(texte);
}

export function contientEtoile(texte: string): boolean {
  return lireMotif(texte).some(({ nature }) => nature === 'plusieurs');
}

/**
 * Dit si un texte entier suit le motif. Sans expression rationnelle : on ne revient jamais qu'à la
 * dernière étoile, le temps reste proportionnel aux deux longueurs.
 */
export function suivreMotif(motif: string): (texte: string) => boolean {
  const signes = lireMotif(motif);
  return (texte) => {
    const lettres = [...texte.toLowerCase()];
    let [i, m, etoile, reprise] = [0, 0, -1, 0];
    while (i < lettres.length) {
      const signe = signes[m];
      if (signe?.nature === 'plusieurs') {
        etoile = m;
        reprise = i;
        m += 1;
      } else if (signe && (signe.nature === 'un' || signe.lettre === lettres[i])) {
        i += 1;
        m += 1;
      } else if (etoile >= 0) {
        reprise += 1;
        i = reprise;
        m = etoile + 1;
      } else return false;
    }
    return signes.slice(m).every(({ nature }) => nature === 'plusieurs');
  };
}

/** Place (depuis 0) du premier passage qui suit un motif sans étoile ; −1 s'il n'y en a pas. */
export function chercherMotif(motif: string, texte: string): number {
  const signes = lireMotif(motif);
  const lettres = [...texte.toLowerCase()];
  for (let debut = 0; debut + signes.length <= lettres.length; debut += 1) {
    if (signes.every(({ nature, lettre }, rang) => nature === 'un' || lettre === lettres[debut + rang])) return debut;
  }
  return -1;
}
