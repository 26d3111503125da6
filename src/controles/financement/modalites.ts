/** Écriture des sources de financement, telles que l'annexe 5.3 les imprime. */
import { ENVELOPPES } from '../../referentiel/financement';
import { objectifDe, type Enveloppe, type NumeroObjectif } from '../../referentiel/objectifs';

/** Modalité à écrire pour un objectif ; le modèle laisse vide celle du 17, que l'annexe 4 met sur le programme 304. */
export function modaliteOfficielle(numero: NumeroObjectif): string {
  const { modalite, enveloppes } = objectifDe(numero);
  return modalite !== '' ? modalite : enveloppes.map((enveloppe) => ENVELOPPES[enveloppe].modalite).join(' / ');
}

const ARTICLES: Readonly<Record<Enveloppe, string>> = { FIR: 'du FIR', P304: 'du programme 304', ONDAM: 'de l’ONDAM médico-social' };

/** Complément de « relève » : « du FIR », « de l’ONDAM médico-social ou du programme 304 ». */
export function releveDe(enveloppes: readonly Enveloppe[]): string {
  return enveloppes.map((enveloppe) => ARTICLES[enveloppe]).join(' ou ');
}

const NOMS: Readonly<Record<Enveloppe, string>> = { FIR: 'le FIR', P304: 'le programme 304', ONDAM: 'l’ONDAM médico-social' };

/** Complément de « cite » : « le programme 304 et l’ONDAM médico-social ». */
export function citerEnveloppes(enveloppes: readonly Enveloppe[]): string {
  return enveloppes.map((enveloppe) => NOMS[enveloppe]).join(' et ');
}
