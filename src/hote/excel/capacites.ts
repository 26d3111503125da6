/** Ce que l'Excel qui nous accueille sait faire au-delà du plancher du manifeste (ExcelApi 1.9). */

export interface Capacites {
  /** Lire les cellules fusionnées (1.13). */
  readonly fusions: boolean;
  /** Reconnaître les formules matricielles et leurs débordements (1.12). */
  readonly matrices: boolean;
  /** Insérer les feuilles d'un autre classeur (1.13). */
  readonly insertion: boolean;
  /** Réunir nos écritures en une seule étape d'annulation (1.20). */
  readonly annulationGroupee: boolean;
}

export function detecterCapacites(): Capacites {
  const sait = (version: string) => Office.context.requirements.isSetSupported('ExcelApi', version);
  return { fusions: sait('1.13'), matrices: sait('1.12'), insertion: sait('1.13'), annulationGroupee: sait('1.20') };
}
