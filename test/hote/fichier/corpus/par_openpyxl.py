"""Ouvre (lire DOSSIER [strict]) ou réenregistre (recrire DOSSIER SORTIE) par openpyxl ; rend un compte rendu JSON."""
import json
import os
import sys
import warnings

from openpyxl import load_workbook
from openpyxl.chartsheet import Chartsheet

action, dossier, sortie = sys.argv[1:4]
# Ce qu'openpyxl dit ne pas garder (extensions, images sans Pillow) n'est pas une erreur d'ouverture,
# sauf dans un classeur que nous avons créé de toutes pièces.
warnings.simplefilter("error" if sortie == "strict" else "ignore")


def texte(valeur):
    if valeur is None or isinstance(valeur, (bool, int, float, str)):
        return valeur
    return str(getattr(valeur, "text", valeur))


def voir(classeur):
    comptes = {"commentaires": 0, "graphiques": 0, "validations": 0, "conditionnelles": 0, "fusions": 0, "tableaux": 0, "liens": 0}
    valeurs = {}
    for feuille in classeur.worksheets:
        comptes["graphiques"] += len(feuille._charts)
        comptes["validations"] += len(feuille.data_validations.dataValidation)
        comptes["conditionnelles"] += sum(len(plage.rules) for plage in feuille.conditional_formatting)
        comptes["fusions"] += len(feuille.merged_cells.ranges)
        comptes["tableaux"] += len(feuille.tables)
        for rangee in feuille.iter_rows():
            for cellule in rangee:
                comptes["commentaires"] += cellule.comment is not None
                comptes["liens"] += cellule.hyperlink is not None
                if cellule.value is not None:
                    valeurs[f"{feuille.title}!{cellule.coordinate}"] = texte(cellule.value)
    return {"feuilles": [f.title for f in classeur.worksheets if not isinstance(f, Chartsheet)], "comptes": comptes, "valeurs": valeurs}


vus = {}
for nom in sorted(os.listdir(dossier)):
    if not nom.endswith((".xlsx", ".xlsm")):
        continue
    classeur = load_workbook(os.path.join(dossier, nom), keep_vba=nom.endswith("m") and action == "recrire")
    if action == "recrire":
        classeur.save(os.path.join(sortie, nom))
    vus[nom] = voir(classeur)
json.dump(vus, sys.stdout)
