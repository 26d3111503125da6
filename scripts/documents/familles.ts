/** Les familles de contrôles : leur préfixe, leur dossier, leur titre. */

export interface Famille {
  readonly prefixe: string;
  /** Dossier sous src/controles et test/controles. */
  readonly dossier: string;
  readonly titre: string;
}

export const FAMILLES: readonly Famille[] = [
  { prefixe: 'STR', dossier: 'structure', titre: 'Structure du classeur' },
  { prefixe: 'FOR', dossier: 'formules', titre: 'Formules' },
  { prefixe: 'IND', dossier: 'indicateurs', titre: 'Valeurs des indicateurs' },
  { prefixe: 'CIB', dossier: 'cibles', titre: 'Cibles' },
  { prefixe: 'FIN', dossier: 'financement', titre: 'Financement' },
  { prefixe: 'COH', dossier: 'coherence', titre: 'Cohérence du dossier' },
  { prefixe: 'SUI', dossier: 'suivi', titre: 'Suivi' },
];

export function familleDe(code: string): Famille {
  const famille = FAMILLES.find(({ prefixe }) => code.startsWith(`${prefixe}-`));
  if (!famille) throw new Error(`Le code ${code} n'est d'aucune famille connue.`);
  return famille;
}

/** `src/controles/financement/fin-01.ts`. */
export function fichierDuControle(code: string): string {
  return `src/controles/${familleDe(code).dossier}/${code.toLowerCase()}.ts`;
}

/** `test/controles/financement/fin-01.test.ts`. */
export function fichierDuTest(code: string): string {
  return `test/controles/${familleDe(code).dossier}/${code.toLowerCase()}.test.ts`;
}
