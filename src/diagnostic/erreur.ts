/** Une trame qu'on ne sait pas lire ; le message se montre tel quel : la cause, puis la suite à donner. */
export class ErreurTrame extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ErreurTrame';
  }
}
