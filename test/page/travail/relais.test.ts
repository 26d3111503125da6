/** Le relais : chaque demande retrouve sa réponse, une panne reste une panne, un arrêt libère tout le monde. */
import { ErreurHote } from '../../../src/hote/port';
import { transmettre, type Demande, type Reponse } from '../../../src/page/travail/messages';
import type { Ouvrier } from '../../../src/page/travail/ouvrier';
import { Interruption, relayer, servir, type PortWorker } from '../../../src/page/travail/relais';

/** Un worker sans fil : les messages passent par un clonage, comme dans un vrai. */
function fauxWorker(ouvrier: Partial<Ouvrier>): PortWorker & { readonly arretes: number } {
  const etat = { arretes: 0 };
  const port: PortWorker & { arretes: number } = {
    onmessage: null, onerror: null, arretes: 0,
    terminate: () => { port.arretes = ++etat.arretes; },
    postMessage: (demande: Demande) => {
      const repondre = (reponse: Reponse) => port.onmessage?.({ data: structuredClone(reponse) });
      void servir(ouvrier as Ouvrier, repondre, transmettre)(structuredClone(demande));
    },
  };
  return port;
}

test('les réponses reviennent à leur demande, dans le désordre', async () => {
  const attentes: ((octets: Uint8Array) => void)[] = [];
  const relais = relayer(fauxWorker({ octets: () => new Promise((suite) => { attentes.push(suite); }), lireDonnees: async () => '<xml/>' }));
  const [premiere, seconde] = [relais.octets(), relais.octets()];
  await expect(relais.lireDonnees()).resolves.toBe('<xml/>');
  attentes[1]!(Uint8Array.of(2));
  attentes[0]!(Uint8Array.of(1));
  expect([...(await premiere), ...(await seconde)]).toEqual([1, 2]);
});

test('une panne de l’hôte traverse avec son motif', async () => {
  const relais = relayer(fauxWorker({ lire: async () => { throw new ErreurHote('chiffre', 'Protégé par un mot de passe.'); } }));
  await expect(relais.lire()).rejects.toMatchObject({ name: 'ErreurHote', motif: 'chiffre', message: 'Protégé par un mot de passe.' });
});

test('une faute de notre fait traverse aussi', async () => {
  const relais = relayer(fauxWorker({ lire: async () => { throw new TypeError('x n’est pas une fonction'); } }));
  await expect(relais.lire()).rejects.toThrow('x n’est pas une fonction');
});

test('congédié, l’ouvrier libère ceux qui attendent et refuse la suite', async () => {
  const worker = fauxWorker({ lire: () => new Promise(() => undefined) });
  const relais = relayer(worker);
  const lecture = relais.lire();
  relais.congedier();
  await expect(lecture).rejects.toBeInstanceOf(Interruption);
  await expect(relais.lire()).rejects.toBeInstanceOf(Interruption);
  expect(worker.arretes).toBe(1);
});

test('un fil qui s’arrête seul se dit, avec la suite à donner', async () => {
  const worker = fauxWorker({ lire: () => new Promise(() => undefined) });
  const lecture = relayer(worker).lire();
  worker.onerror?.({ message: 'out of memory' });
  await expect(lecture).rejects.toThrow(/trop lourd.*recommencez/s);
});
