import type { ReactNode } from 'react';
import type { PanelTable } from '../../panels/Panel.ts';
import { Dialog } from '../Dialog.tsx';
import { Notation } from '../Notation.tsx';

interface TableDialogProps {
  readonly title: string;
  readonly table: PanelTable;
  readonly onClose: () => void;
  /** Stands above the table: which table it is to be. */
  readonly children?: ReactNode;
}

/** A picture's numbers as a table whose head and first column stay in sight. */
export function TableDialog({ title, table, onClose, children }: TableDialogProps) {
  return (
    <Dialog title={`${title} as a table`} onClose={onClose} className="table-dialog">
      {children}
      <div className="table-scroll" tabIndex={0} role="region" aria-label={table.caption}>
        <table>
          <caption>{table.caption}</caption>
          <thead>
            <tr>
              {table.columns.map((column, place) => (
                <th key={place} scope="col">
                  <Notation text={column} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell, place) =>
                  place === 0 ? (
                    <th key={place} scope="row">
                      <Notation text={cell} />
                    </th>
                  ) : (
                    <td key={place}>
                      <Notation text={cell} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {table.rows.length === 0 && <p>There is nothing to show yet.</p>}
    </Dialog>
  );
}
