/** Codes du catalogue : stables, jamais réutilisés. */
export const CODES = [
  'STR-01', 'STR-02', 'STR-03', 'STR-04', 'STR-05', 'STR-06', 'STR-07',
  'FOR-01', 'FOR-02', 'FOR-03', 'FOR-04', 'FOR-05', 'FOR-06', 'FOR-07', 'FOR-08',
  'IND-01', 'IND-02', 'IND-03', 'IND-04', 'IND-05', 'IND-06', 'IND-07', 'IND-08', 'IND-09',
  'CIB-01', 'CIB-02', 'CIB-03', 'CIB-04', 'CIB-05', 'CIB-06',
  'FIN-01', 'FIN-02', 'FIN-03', 'FIN-04', 'FIN-05', 'FIN-06', 'FIN-07', 'FIN-08', 'FIN-09',
  'COH-01', 'COH-02', 'COH-03', 'COH-04', 'COH-05',
  'SUI-01', 'SUI-02',
] as const;

export type CodeControle = (typeof CODES)[number];
