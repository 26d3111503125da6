/** Une partie qui déclare un autre codage que l'UTF-8 n'est pas récrite : ses accents s'y liraient de travers. */
import { retoucher } from '../../../src/hote/fichier/ecrire';
import { FEUILLE, classeurBrut, ecriture, octetsDe, refusDe } from './aide';

const classeur = (declaration: string): Uint8Array =>
  classeurBrut({
    donnees: '<row r="1"><c r="A1"><v>1</v></c></row>',
    retoucher: (parties) => {
      parties[FEUILLE] = String(parties[FEUILLE]).replace(/^<\?xml[^>]*\?>/, declaration);
    },
  });
const plan = { ecritures: [ecriture('A1', { valeur: 1 }, { valeur: 'été' })] };

test.each(['<?xml version="1.0" encoding="ISO-8859-1"?>', "<?xml version='1.0' encoding='us-ascii'?>", '<?xml version="1.0" encoding="utf-8859"?>'])('refus : %s', (declaration) => {
  expect(refusDe(() => retoucher(classeur(declaration), plan)).message).toContain('UTF-8');
});

test.each(['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', "<?xml version='1.0' encoding='utf-8'?>", '<?xml version="1.0"?>', '', '\uFEFF<?xml version="1.0" encoding="utf-8"?>'])('accepté : %s', (declaration) => {
  expect(octetsDe(retoucher(classeur(declaration), plan)).length).toBeGreaterThan(0);
});
