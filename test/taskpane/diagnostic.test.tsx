/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { cleCellule, type Instantane } from '../../src/classeur/instantane';
import { parseA1 } from '../../src/classeur/adresse';
import { trameEnCsv, dresserModeleTrame } from '../../src/modele/trame';
import { NOM_FEUILLE_SOURCES } from '../../src/diagnostic/provenance';
import { lireExemple, retoucher } from '../moteur/vues/aide';
import { dit, monter, verdict, type Monte } from './monter';

jest.setTimeout(120_000);

// Tous les navigateurs visés savent lire un fichier en octets ; jsdom, non.
beforeAll(() => {
  File.prototype.arrayBuffer ??= function lire(this: File) {
    return new Promise((resoudre, rejeter) => {
      const lecteur = new FileReader();
      lecteur.onload = () => { resoudre(lecteur.result as ArrayBuffer); };
      lecteur.onerror = () => { rejeter(lecteur.error ?? new Error('lecture impossible')); };
      lecteur.readAsArrayBuffer(this);
    });
  };
});

const CONFORME = '87-haute-vienne-conforme';
const valeurEn = ({ feuilles }: Instantane, adresse: string, rang = 0) => {
  const { ligne, colonne } = parseA1(adresse)!;
  return feuilles[rang]!.cellules.get(cleCellule(ligne, colonne))?.valeur ?? null;
};

async function ouvrirOnglet({ utilisateur }: Monte): Promise<HTMLElement> {
  await verdict();
  await utilisateur.click(screen.getByRole('tab', { name: 'Diagnostic' }));
  return (await screen.findByText(/^Diagnostic \d{4}$/)).parentElement!;
}
async function remplir(monte: Monte): Promise<HTMLElement> {
  await ouvrirOnglet(monte);
  await monte.utilisateur.click(screen.getByText('Remplir le diagnostic…'));
  return (await screen.findByText(/^Remplir le diagnostic \d{4}$/)).closest('section')!;
}
/** Colle un texte dans la zone, et le lit. */
async function coller({ utilisateur }: Monte, ecran: HTMLElement, texte: string): Promise<void> {
  if (!within(ecran).queryByLabelText('Trame à coller')) await utilisateur.click(within(ecran).getByText('Coller une trame'));
  const zone = within(ecran).getByLabelText('Trame à coller');
  await utilisateur.clear(zone);
  await utilisateur.click(zone);
  await utilisateur.paste(texte);
  await utilisateur.click(within(ecran).getByText('Lire le texte collé'));
}
const region = (ecran: HTMLElement, titre: RegExp) => within(ecran).getByText(titre, { selector: 'h3' }).closest('section')!;
const ecrire = (ecran: HTMLElement) => within(ecran).getByText(/^(Écrire|Rien à écrire|Consigner)/, { selector: 'button' });

describe('où en est le diagnostic', () => {
  test('classeur rempli : tout est fourni, par fournisseur et par objectif', async () => {
    const onglet = await ouvrirOnglet(await monter(CONFORME));
    expect(dit(onglet)).toMatch(/(Les \d+ données du diagnostic sont renseignées|\d+ données renseignées sur \d+)\./);
    for (const fournisseur of ['Conseil départemental (DREES / CD)', 'SNDS', 'INSEE', 'Education nationale']) expect(dit(onglet)).toContain(fournisseur);
    expect(dit(onglet)).toMatch(/Enfants de 0 à 6 ans.*entre .* \(0-4 ans\) et .* \(0-9 ans\)/);
  });

  test('modèle vierge : chaque objectif dit ce qui manque, et mène à la cellule', async () => {
    const monte = await monter('annexe-5-vierge');
    const onglet = await ouvrirOnglet(monte);
    expect(dit(onglet)).toMatch(/Aucune donnée renseignée sur \d+\./);
    expect(dit(onglet)).toContain('À compléter (DREES / CD, SNDS, INSEE)');
    expect(dit(onglet)).toContain('À compléter par le CD');
    await monte.utilisateur.click(within(onglet).getByText(/^Education nationale/));
    await monte.utilisateur.click(within(onglet).getByText(/^Aller en D/));
    await waitFor(() => { expect(monte.hote.selections.at(-1)).toMatchObject({ colonne: 4 }); });
  });

  test('« ND » n’est ni vide ni renseigné', async () => {
    const monte = await monter(retoucher(lireExemple(CONFORME), 0, { D9: 'ND' }));
    const onglet = await ouvrirOnglet(monte);
    expect(dit(onglet)).toContain('Non déterminé');
    await monte.utilisateur.click(within(onglet).getByText('INSEE'));
    expect(dit(onglet)).toMatch(/Naissances domiciliées \(objectif 1\)Non déterminé \(ND\)/);
  });

  test('département inconnu : on le dit, et on mène aux options', async () => {
    const lu = lireExemple('annexe-5-vierge');
    const monte = await monter({ ...lu, nom: 'contrat.xlsx' });
    const onglet = await ouvrirOnglet(monte);
    expect(dit(onglet)).toContain('Le département n’est pas reconnu');
    await monte.utilisateur.click(within(onglet).getByText('Indiquer le département'));
    expect(await screen.findByRole('heading', { name: 'Options' })).toBeTruthy();
  });

  test('sans tableau de bord : l’écran le dit', async () => {
    const lu = lireExemple(CONFORME);
    const monte = await monter({ ...lu, feuilles: lu.feuilles.slice(1) });
    await verdict();
    await monte.utilisateur.click(screen.getByRole('tab', { name: 'Diagnostic' }));
    expect(await screen.findByText(/lit le tableau de bord \(annexe 5\.2\), qui n’a pas été reconnu/)).toBeTruthy();
  });
});

describe('remplir', () => {
  test('une trame collée : vide rempli, différent gardé par défaut, provenance écrite, tout s’annule', async () => {
    const monte = await monter(retoucher(lireExemple(CONFORME), 0, { D7: null, D8: 0 }));
    const ecran = await remplir(monte);
    await coller(monte, ecran, 'Code\tIndicateur\tValeur 2019\tSource\tMillésime\no1-entretiens-cd\tEntretiens CD\t409\tEnquête PMI\t2019\no1-entretiens-snds\tEntretiens SNDS\t12\tSNDS\t2019\n');
    expect(dit(ecran)).toMatch(/Trame lue : la trame collée \(une ligne par indicateur, 2 valeurs\)\./);
    const vides = region(ecran, /^Cellules vides, à remplir/);
    expect(dit(vides)).toMatch(/D7 – Entretiens du 4e mois \(DREES \/ CD\) \(objectif 1\)AvantvideAprès409Origine : ligne 2 de la trame collée ; source : Enquête PMI \(2019\)\./);
    const decider = region(ecran, /^À décider/);
    expect(dit(decider)).toMatch(/D8 – .*Avant0Après12/);
    expect(within(decider).getByLabelText<HTMLInputElement>('Garder 0').checked).toBe(true);
    expect(dit(ecrire(ecran))).toBe('Écrire 1 valeur');
    await monte.utilisateur.click(within(decider).getByLabelText('Remplacer par 12'));
    expect(dit(ecrire(ecran))).toBe('Écrire 2 valeurs');
    await monte.utilisateur.click(ecrire(ecran));
    await screen.findByText(/^Diagnostic \d{4}$/);
    expect([valeurEn(monte.hote.classeur(), 'D7'), valeurEn(monte.hote.classeur(), 'D8')]).toEqual([409, 12]);
    const sources = monte.hote.classeur().feuilles.at(-1)!;
    expect(sources.nom).toBe(NOM_FEUILLE_SOURCES);
    expect([...sources.cellules.values()].map(({ valeur }) => valeur)).toEqual(expect.arrayContaining(['D7', 409, 'Enquête PMI', '2019', '15/09/2020', 'importé']));
    await monte.utilisateur.click(await screen.findByText('Annuler la correction'));
    await waitFor(() => { expect([valeurEn(monte.hote.classeur(), 'D7'), valeurEn(monte.hote.classeur(), 'D8')]).toEqual([null, 0]); });
    expect([...monte.hote.classeur().feuilles.at(-1)!.cellules.values()].every(({ valeur }) => valeur === null)).toBe(true);
  });

  test('vide, 0 et ND restent trois choses', async () => {
    const monte = await monter(retoucher(lireExemple(CONFORME), 0, { D7: null, D8: null, D12: null }));
    const ecran = await remplir(monte);
    await coller(monte, ecran, 'Code;Valeur 2019\no1-entretiens-cd;0\no1-entretiens-snds;ND\no2-bilans;\n');
    await monte.utilisateur.click(ecrire(ecran));
    await screen.findByText(/^Diagnostic \d{4}$/);
    expect(['D7', 'D8', 'D12'].map((adresse) => valeurEn(monte.hote.classeur(), adresse))).toEqual([0, 'ND', null]);
  });

  test('les naissances de l’INSEE et la reprise interne se proposent, avec leur source ; décochées, elles s’effacent', async () => {
    const monte = await monter(retoucher(lireExemple(CONFORME), 0, { D9: null, D22: null }));
    const ecran = await remplir(monte);
    expect(dit(region(ecran, /^Cellules vides/))).toMatch(/D9 – Naissances domiciliées \(objectif 1\)AvantvideAprès3 406Origine : INSEE.*2019/);
    expect(dit(ecrire(ecran))).toBe('Écrire 2 valeurs');
    await monte.utilisateur.click(within(ecran).getByLabelText(/Proposer les naissances/));
    expect(within(ecran).queryByText(/^Cellules vides/)).toBeNull();
    expect(ecrire(ecran).getAttribute('aria-disabled')).toBe('true');
  });

  test('reprise interne : naissances de l’objectif 1 vers l’objectif 3', async () => {
    const monte = await monter(retoucher(lireExemple(CONFORME), 0, { D22: null }));
    const ecran = await remplir(monte);
    await monte.utilisateur.click(within(ecran).getByLabelText(/Proposer les naissances/));
    expect(dit(region(ecran, /^Cellules vides/))).toMatch(/D22 – Naissances domiciliées \(objectif 3\)AvantvideAprès[\d ]+Origine : même dénominateur que D9/);
  });

  test('non rapproché : on choisit la ligne dans une liste, et on peut s’en dédire', async () => {
    const monte = await monter(retoucher(lireExemple(CONFORME), 0, { D7: null }));
    const ecran = await remplir(monte);
    await coller(monte, ecran, 'Indicateur;Valeur 2019\nNombre de bilans de santé en école maternelle réalisés par la PMI;2657\nRendez-vous précoces;409\n');
    const lignes = region(ecran, /^Lignes de la trame non rapprochées/);
    await monte.utilisateur.selectOptions(within(lignes).getByLabelText(/Rendez-vous précoces/), 'o1-entretiens-cd');
    await waitFor(() => { expect(dit(region(ecran, /^Cellules vides/))).toMatch(/D7 – .*Après409/); });
    await monte.utilisateur.selectOptions(within(region(ecran, /^Lignes rapprochées par vous/)).getByLabelText(/Rendez-vous précoces/), '');
    await waitFor(() => { expect(within(ecran).queryByText(/^Cellules vides/)).toBeNull(); });
  });

  test.each([
    ['vide', 'Indicateur;Valeur', /Aucun indicateur n’a été reconnu|vide/],
    ['sans indicateur', 'a;b\n1;2', /Aucun indicateur n’a été reconnu dans cette trame/],
    ['d’un autre département', 'Département;Code;Valeur 2019\n23;o1-entretiens-cd;12', /ne porte aucune valeur pour Haute-Vienne \(87\).*Creuse \(23\)/],
    ['guillemet ouvert', 'Code;Valeur\no1-naissances;"12', /guillemet ouvert à la ligne 2/],
  ])('trame %s : l’erreur se dit en clair, rien ne se perd', async (_, texte, attendu) => {
    const monte = await monter(CONFORME);
    const ecran = await remplir(monte);
    await coller(monte, ecran, texte);
    await waitFor(() => { expect(within(ecran).getAllByRole('alert').map(dit).join(' ')).toMatch(attendu); });
    expect(within(ecran).getByLabelText<HTMLTextAreaElement>('Trame à coller').value.replace(/\r/g, '')).toBe(texte);
  });

  test('un fichier CSV, puis un .xlsx ; un fichier illisible se dit', async () => {
    const monte = await monter(retoucher(lireExemple(CONFORME), 0, { D7: null }));
    const ecran = await remplir(monte);
    const champ = ecran.querySelector<HTMLInputElement>('input[type=file]')!;
    const csv = trameEnCsv(dresserModeleTrame('87')).replace(/(o1-entretiens-cd;.*?;.*?;entretiens;)/, '$1409');
    await monte.utilisateur.upload(champ, new File([csv], 'trame.csv'));
    await waitFor(() => { expect(dit(region(ecran, /^Cellules vides/))).toMatch(/D7.*Après409Origine : ligne 2 de trame\.csv/); });
    await monte.utilisateur.upload(champ, new File([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])], 'abime.xlsx'));
    await waitFor(() => { expect(dit(within(ecran).getByRole('alert'))).toMatch(/La trame n’a pas été lue\..*(endommagé|incomplet)/); });
    const exemple = readFileSync(join(__dirname, '../../exemples/87-haute-vienne-conforme.xlsx'));
    await monte.utilisateur.upload(champ, new File([new Uint8Array(exemple)], 'autre.xlsx'));
    await waitFor(() => { expect(within(ecran).queryByRole('alert')).toBeNull(); });
    expect(dit(ecran)).toMatch(/Trame lue : autre\.xlsx/);
  });

  test('structure protégée : rien n’est écrit, la cause se dit', async () => {
    const monte = await monter(retoucher(lireExemple(CONFORME), 0, { D9: null }));
    monte.hote.structureProtegee = true;
    const ecran = await remplir(monte);
    await monte.utilisateur.click(ecrire(ecran));
    await waitFor(() => { expect(dit(ecran)).toMatch(/Rien n’a été écrit\..*structure du classeur est protégée/); });
    expect(valeurEn(monte.hote.classeur(), 'D9')).toBeNull();
  });

  test('le brouillon survit au passage par les options', async () => {
    const monte = await monter(CONFORME);
    const ecran = await remplir(monte);
    await coller(monte, ecran, 'Code;Valeur 2019\no1-entretiens-cd;1\n');
    await monte.utilisateur.click(screen.getByRole('tab', { name: 'Contrôle' }));
    await monte.utilisateur.click(screen.getByRole('tab', { name: 'Diagnostic' }));
    expect(dit(await screen.findByText(/^Trame lue/))).toContain('la trame collée');
  });
});

describe('modèle de trame', () => {
  test('copié en tabulations, et relu tel quel', async () => {
    const monte = await monter(retoucher(lireExemple(CONFORME), 0, { D9: null }));
    const onglet = await ouvrirOnglet(monte);
    await monte.utilisateur.click(within(onglet).getByText('Copier le modèle'));
    const copie = await navigator.clipboard.readText();
    expect(copie.split('\r\n')[0]).toBe('Département\tCode\tObjectif\tIndicateur\tUnité\tValeur 2019\tSource\tMillésime\tÀ fournir par\tRepère');
    await monte.utilisateur.click(screen.getByText('Remplir le diagnostic…'));
    const ecran = (await screen.findByText(/^Remplir le diagnostic/)).closest('section')!;
    await coller(monte, ecran, copie);
    expect(dit(ecran)).toMatch(/Trame lue/);
  });
});
