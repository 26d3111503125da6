/** Ce que partagent les parties d'un classeur neuf. */

export const ENTETE_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Vocabulaire des feuilles de calcul (ISO 29500, forme transitoire). */
export const ESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
