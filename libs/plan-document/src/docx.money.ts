import { Table } from 'docx';
import { cell, cellBody, dataTable, line, type Print, type Row } from './docx.parts.js';
import { style } from './docx.styles.js';
import { areaName, fundingText, sumLines, sumRemark } from './economy.text.js';
import { moneyOverview, type MoneySum } from './money.overview.js';

/** Every action with its money, a subtotal for each focus area and the total of the plan. */
export function moneyTable(print: Print): Table {
  const { words, colours } = print;
  const { areas, total } = moneyOverview(print.plan);
  // No cells are merged: a screen reader can then say the column of every cell.
  const sumRow = (label: string, sum: MoneySum): Row => ({
    cells: [
      cell(line(style.cell, ''), { fill: colours.tint }),
      cell(line(style.cellSum, label), { fill: colours.tint }),
      cell(cellBody(sumRemark(sum, words), ''), { fill: colours.tint }),
      cell(
        sumLines(sum, words).map((text) => line(style.cellSumNumber, text)),
        { fill: colours.tint },
      ),
    ],
  });
  const areaRow = (label: string, remark: string): Row => ({
    keepNext: remark === '',
    cells: ['', label, remark, ''].map((text, index) =>
      cell(line(index === 1 ? style.cellLabel : style.cell, text)),
    ),
  });

  return dataTable(print, {
    description: words.tables.money,
    widths: [800, 3700, 2898, 1900],
    head: [words.action.number, words.action.title, words.action.economy, words.money.amount],
    numeric: [3],
    rows: [
      ...areas.flatMap(({ area, subtotal }): Row[] => [
        areaRow(areaName(area), area.actions.length === 0 ? words.empty.focusArea : ''),
        ...(area.actions.length === 0
          ? []
          : [
              ...area.actions.map((action): Row => ({
                keepNext: true,
                cells: [
                  cell(line(style.cell, action.number)),
                  cell(line(style.cell, action.title)),
                  cell(cellBody(fundingText(action.economy, words), '')),
                  cell(
                    line(
                      style.cellNumber,
                      action.economy.amount === null
                        ? '–'
                        : words.formatMoney(action.economy.amount, action.economy.currency),
                    ),
                  ),
                ],
              })),
              sumRow(words.money.subtotal(areaName(area)), subtotal),
            ]),
      ]),
      sumRow(words.money.total, total),
    ],
  });
}
