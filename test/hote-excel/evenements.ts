/** Numéros d'événements RichApi que l'hôte émulé sait émettre. */
export const EVENEMENT_CHANGEMENT = 10;
export const EVENEMENT_FEUILLE_AJOUTEE = 13;
export const EVENEMENT_FEUILLE_SUPPRIMEE = 15;

/** Cible des événements de toute la collection de feuilles. */
export const EVENEMENTS_CLASSEUR = 'Workbook';

/** Catégorie des messages d'événement dans le canal RichApi. */
export const CATEGORIE_EVENEMENT = 65536;
