/** Une faute de l'affichage ne doit pas effacer le volet : elle se dit, et le reste continue. */
import { Component, type ReactNode } from 'react';
import { Bouton } from '../communs/Bouton';
import { Texte } from '../communs/Texte';

interface Proprietes {
  /** Ce qui est affiché : en changer, c'est repartir d'un écran sain. */
  readonly ecran: string;
  readonly children: ReactNode;
}

interface Etat {
  readonly ecran: string;
  readonly erreur: string | null;
}

/** React n'arrête les fautes d'affichage que par une classe. */
export class Garde extends Component<Proprietes, Etat> {
  override state: Etat = { ecran: this.props.ecran, erreur: null };

  static getDerivedStateFromProps({ ecran }: Proprietes, etat: Etat): Etat | null {
    return ecran === etat.ecran ? null : { ecran, erreur: null };
  }

  static getDerivedStateFromError(erreur: unknown): Partial<Etat> {
    return { erreur: erreur instanceof Error ? erreur.message : String(erreur) };
  }

  override render(): ReactNode {
    const { erreur } = this.state;
    if (erreur === null) return this.props.children;
    return (
      <div role="alert">
        <Texte>Cet écran a rencontré une erreur ({erreur}). Le classeur n’a pas été modifié ; les autres écrans restent utilisables.</Texte>
        <Bouton onClick={() => { this.setState({ erreur: null }); }}>Réessayer</Bouton>
      </div>
    );
  }
}
