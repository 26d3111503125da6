/** Toute donnée du référentiel dit d'où elle vient. */

export interface Source {
  /** Texte cité, tel qu'on le montre : « annexe 6, objectif 6, note 3 ». */
  readonly texte: string;
  /** Page du texte, quand elle aide à retrouver le passage. */
  readonly page?: string;
  /** Date ou millésime de la donnée (« 2016 », « 1er janvier 2019 »). */
  readonly date?: string;
}

/** Référence complète de la circulaire, pour la première citation d'un document. */
export const CIRCULAIRE =
  'circulaire n° DGCS/SD2B/DGS/SP1/2020/34 du 20 février 2020 relative à la contractualisation préfet/ARS/département pour la prévention et la protection de l’enfance';

export function source(texte: string, precisions: Omit<Source, 'texte'> = {}): Source {
  return { texte, ...precisions };
}

/** « annexe 6, objectif 6, note 3 (page 8/16) ». */
export function citer({ texte, page, date }: Source): string {
  const precisions = [page && `page ${page}`, date].filter(Boolean).join(', ');
  return precisions === '' ? texte : `${texte} (${precisions})`;
}
