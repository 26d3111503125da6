/** Entrée du worker : un ouvrier, au bout d'un fil de messages. */
import { transmettre, type Demande } from './messages';
import { creerOuvrier } from './taches';
import { servir } from './relais';

const executer = servir(creerOuvrier(), (reponse) => { postMessage(reponse); }, transmettre);

onmessage = ({ data }: MessageEvent<Demande>) => { void executer(data); };
