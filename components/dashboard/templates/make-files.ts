import type { Template } from '../../../utils/domain/template.ts';
import { writeCsv } from '../../../utils/files/write-csv.ts';
import { tableHead, templateRows, writeTemplateFile } from '../../../utils/templates/template-file.ts';

/*
 * What makes files out of templates, loaded when the menu of exports is opened.
 */

/** A file for another notebook: nothing of it is about people, brands or uses. */
export function shareFile(templates: readonly Template[]): Blob {
  return new Blob([writeTemplateFile(templates)], { type: 'application/json' });
}

/** A row for each wording, for spreadsheets; its titles are those that an import knows again. */
export function csvFile(templates: readonly Template[]): Blob {
  return writeCsv({ titles: tableHead, widths: [], rows: templateRows(templates) });
}
