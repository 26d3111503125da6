/** Erreurs que l'hôte émulé rend au client, avec les codes d'Excel. */
export class ErreurExcel extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly statut = 400,
  ) {
    super(message);
    this.name = 'ErreurExcel';
  }
}

/** Code propre à l'émulateur : la demande est peut-être légitime, mais rien ne la modélise ici. */
export const CODE_NON_MODELISE = 'NonModelise';

export function nonModelise(quoi: string): ErreurExcel {
  return new ErreurExcel(CODE_NON_MODELISE, `Hôte émulé : ${quoi} n'est pas modélisé (test/hote-excel).`, 501);
}

export function introuvable(quoi: string): ErreurExcel {
  return new ErreurExcel('ItemNotFound', `The requested resource doesn't exist. (${quoi})`, 404);
}

export function argumentInvalide(quoi: string): ErreurExcel {
  return new ErreurExcel('InvalidArgument', `The argument is invalid or missing or has an incorrect format. (${quoi})`);
}

export function accesRefuse(quoi: string): ErreurExcel {
  return new ErreurExcel('AccessDenied', `You cannot perform the requested operation. (${quoi})`, 403);
}
