/** Ordre des enfants des racines d'un classeur (ISO 29500-1, annexe A : sml.xsd, forme transitoire). */
export const CT_WORKSHEET = [
  'sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection', 'protectedRanges', 'scenarios',
  'autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells', 'phoneticPr', 'conditionalFormatting', 'dataValidations',
  'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches',
  'ignoredErrors', 'smartTags', 'drawing', 'legacyDrawing', 'legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls',
  'webPublishItems', 'tableParts', 'extLst',
] as const;

export const CT_WORKBOOK = [
  'fileVersion', 'fileSharing', 'workbookPr', 'workbookProtection', 'bookViews', 'sheets', 'functionGroups', 'externalReferences',
  'definedNames', 'calcPr', 'oleSize', 'customWorkbookViews', 'pivotCaches', 'smartTagPr', 'smartTagTypes', 'webPublishing',
  'fileRecoveryPr', 'webPublishObjects', 'extLst',
] as const;

export const CT_STYLESHEET = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'] as const;

/** Enfants d'`<sheetView>`, de `<xf>`, de `<font>` (que les tableurs veulent dans cet ordre) et de `<border>`. */
export const ENFANTS: Readonly<Record<string, readonly string[]>> = {
  worksheet: CT_WORKSHEET,
  workbook: CT_WORKBOOK,
  styleSheet: CT_STYLESHEET,
  sheetView: ['pane', 'selection', 'pivotSelection', 'extLst'],
  sheetPr: ['tabColor', 'outlinePr', 'pageSetUpPr'],
  c: ['f', 'v', 'is', 'extLst'],
  xf: ['alignment', 'protection', 'extLst'],
  font: ['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'],
  border: ['start', 'end', 'left', 'right', 'top', 'bottom', 'diagonal', 'vertical', 'horizontal'],
  headerFooter: ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'],
  dataValidation: ['formula1', 'formula2'],
};
