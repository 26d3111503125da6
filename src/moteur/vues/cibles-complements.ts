/** Ce que la circulaire fait regarder à côté du taux : doublement (3), IP en attente (6), places créées (18). */
import type { Moment } from '../../classeur/dossier';
import { formatNombre, formatTaux } from '../../classeur/nombres';
import type { LectureTableau } from '../../controles/lecture-tableau';
import type { CibleCouverture, CibleNationale } from '../../referentiel/cibles-nationales';

interface Bornes {
  readonly depart: Moment | null;
  readonly arrivee: Moment | null;
}

function doublement(tableau: LectureTableau, { visites, facteur }: CibleCouverture, { depart, arrivee }: Bornes): string[] {
  const somme = (moment: Moment | null) => {
    const [pre, post] = visites.map((code) => tableau.valeur(code, moment));
    return pre == null || post == null ? null : pre + post;
  };
  const avant = somme(depart);
  const apres = somme(arrivee);
  if (avant === null || apres === null) return ['Doublement des visites : non vérifiable, les visites du diagnostic et de l’horizon ne sont pas toutes renseignées.'];
  const verdict = apres >= facteur * avant ? 'le doublement est atteint' : `le doublement demande ${formatNombre(facteur * avant)} visites`;
  return [`Visites à domicile pré et postnatales : ${formatNombre(avant)} au diagnostic, ${formatNombre(apres)} visées en ${String(tableau.horizon)} ; ${verdict}.`];
}

/** Évaluées / entrantes : en dessous de 100 %, des informations préoccupantes s'accumulent. */
function attente(tableau: LectureTableau, { depart, arrivee }: Bornes): string[] {
  const parts = [depart, arrivee].flatMap((moment) => {
    const evaluees = tableau.valeur('o6-evaluees', moment);
    const entrantes = tableau.valeur('o6-entrantes', moment);
    if (!moment || evaluees === null || !entrantes) return [];
    return [`${formatTaux(evaluees / entrantes)} en ${String(moment.annee)} (${formatNombre(evaluees)} sur ${formatNombre(entrantes)})`];
  });
  if (parts.length === 0) return [];
  return [`IP évaluées rapportées aux IP entrantes : ${parts.join(', ')}. En dessous de 100 %, des IP restent en attente.`];
}

function placesCreees(tableau: LectureTableau, { depart, arrivee }: Bornes): string[] {
  const avant = tableau.valeur('o18-places', depart);
  const apres = tableau.valeur('o18-places', arrivee);
  if (avant === null || apres === null || !depart || !arrivee) return [];
  const creees = apres - avant;
  return [`Places en villages d’enfants entre ${String(depart.annee)} et ${String(arrivee.annee)} : ${creees > 0 ? '+' : ''}${formatNombre(creees)}.`];
}

export function complementsDe(tableau: LectureTableau, cible: CibleNationale): readonly string[] {
  const bornes: Bornes = { depart: tableau.moment('diagnostic'), arrivee: tableau.moment('cible', tableau.horizon) };
  if (cible.type === 'couverture') return doublement(tableau, cible, bornes);
  if (cible.objectif === 6) return attente(tableau, bornes);
  return cible.objectif === 18 ? placesCreees(tableau, bornes) : [];
}
