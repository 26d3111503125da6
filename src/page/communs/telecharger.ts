/** Donner un fichier à télécharger : comme le volet. */
export { telecharger, TYPES } from '../../taskpane/communs/telecharger';
