/** Vrai dans la page mono-fichier, qui s'ouvre par `file://` (posé par webpack). */
declare const __MONO_FICHIER__: boolean;

/** Adresse du fichier construit, ou son contenu en `data:` dans la page mono-fichier. */
declare module '*.xlsx' {
  const adresse: string;
  export default adresse;
}
