import type { ComponentChildren } from 'preact';
import { useT } from '../words.ts';

const letters = 60;
const cut = (text: string) => (text.length > letters ? `${text.slice(0, letters)}…` : text);

/**
 * The columns of a table that was read, each with its first cells beside what it means.
 * @param titles of the columns, as far as the table has any
 * @param rows without the titles
 * @param samples cells shown of each column
 * @param meaning the fields in which a column's meaning is chosen
 */
export function MeaningsTable<Column>({
  columns,
  titles,
  rows,
  samples,
  meaning,
}: {
  columns: readonly Column[];
  titles: readonly string[];
  rows: readonly string[][];
  samples: number;
  meaning: (column: Column, at: number, name: string) => ComponentChildren;
}) {
  const t = useT();
  return (
    <div class="importing-scroll">
      <table class="importing-table importing-columns">
        <thead>
          <tr>
            <th scope="col">{t('importing_column')}</th>
            <th scope="col">{t('importing_samples')}</th>
            <th scope="col">{t('importing_meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, at) => {
            const name = cut(titles[at]?.trim() || t('importing_column_number', { number: at + 1 }));
            return (
              <tr key={at}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>
                  <ul class="importing-samples">
                    {firstCells(rows, at, samples).map((cell, place) => (
                      <li key={place}>
                        <bdi>{cut(cell)}</bdi>
                      </li>
                    ))}
                  </ul>
                </td>
                <td>{meaning(column, at, name)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The first cells of a column that hold something: a table may have a hundred thousand rows. */
function firstCells(rows: readonly string[][], column: number, most: number): string[] {
  const found: string[] = [];
  for (const row of rows) {
    const cell = row[column]?.trim();
    if (cell) found.push(cell);
    if (found.length >= most) break;
  }
  return found;
}
