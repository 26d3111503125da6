/**
 * Le service de la page hors ligne : à la première visite, tout ce qu'elle demande est gardé. La
 * page elle-même se prend d'abord au réseau, pour suivre les mises à jour ; le reste, dont le nom
 * change avec le contenu, d'abord dans ce qui est gardé.
 */

interface EvenementDuree { waitUntil(promesse: Promise<unknown>): void }
interface EvenementRequete extends EvenementDuree {
  readonly request: Request;
  respondWith(reponse: Promise<Response>): void;
}

/** Ce qu'il faut de `ServiceWorkerGlobalScope`, que la bibliothèque de types du DOM ne décrit pas. */
interface Service {
  readonly location: Location;
  addEventListener(nom: 'install' | 'activate', suite: (evenement: EvenementDuree) => void): void;
  addEventListener(nom: 'fetch', suite: (evenement: EvenementRequete) => void): void;
}

/** Posés par la construction : les fichiers de la page, et l'empreinte de leur ensemble. */
declare const __FICHIERS__: readonly string[];
declare const __EMPREINTE__: string;

const service = self as unknown as Service;
const PREFIXE = 'controle-cdppe-';
const RESERVE = PREFIXE + __EMPREINTE__;
const PAGE = './';

service.addEventListener('install', (evenement) => {
  evenement.waitUntil(caches.open(RESERVE).then((reserve) => reserve.addAll([PAGE, ...__FICHIERS__])));
});

service.addEventListener('activate', (evenement) => {
  evenement.waitUntil(caches.keys().then((cles) => Promise.all(cles.filter((cle) => cle.startsWith(PREFIXE) && cle !== RESERVE).map((cle) => caches.delete(cle)))));
});

async function garde(demande: Request | string): Promise<Response | undefined> {
  return (await caches.open(RESERVE)).match(demande, { ignoreSearch: true });
}

async function rendrePage(demande: Request): Promise<Response> {
  try {
    return await fetch(demande);
  } catch (panne) {
    const gardee = await garde(PAGE);
    if (gardee) return gardee;
    throw panne;
  }
}

service.addEventListener('fetch', (evenement) => {
  const { request } = evenement;
  if (request.method !== 'GET' || new URL(request.url).origin !== service.location.origin) return;
  if (request.mode === 'navigate') evenement.respondWith(rendrePage(request));
  else evenement.respondWith(garde(request).then((gardee) => gardee ?? fetch(request)));
});
