import type { Compilation } from 'webpack';

/** Construit le volet de production dans `dossier`. Lève si la construction échoue. */
export function construire(dossier: string): Promise<Compilation>;

/** Scripts demandés jusqu'au premier verdict, relatifs au dossier construit. */
export function scriptsAvantVerdict(compilation: Compilation): readonly string[];
