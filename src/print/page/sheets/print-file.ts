import { escapeHtml } from '../../../domain/html';
import { fitTexts } from './fit';
import { SHEET_STYLE } from './sheet-style';

/** The reminder wherever staff print. */
export const REMINDER = 'In the print window, choose scale 100% (“Actual size”) and margins “None”.';

const SCREEN = `
body { margin: 0; background: #e4e7eb; font: 14px/1.5 Arial, sans-serif; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: 12px; padding: 12px 20px; background: #fff; color: #1f2933; border-bottom: 1px solid #cbd2d9; }
header button { padding: 8px 16px; border: 0; border-radius: 6px; background: #1d5fa7; color: #fff; font: inherit; font-weight: bold; cursor: pointer; }
@media screen { .sheet { margin: 16px auto; box-shadow: 0 1px 4px rgba(0, 0, 0, 0.3); } }
@media print { header { display: none; } body { background: none; } }
`;

/**
 * A complete page to save, open in any browser and print, in case the dialog can't print. It links to nothing outside
 * itself.
 */
export const printFile = (title: string, sheets: readonly string[]): string =>
  [
    '<!DOCTYPE html>',
    `<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>`,
    `<style>${SCREEN}${SHEET_STYLE}</style></head><body>`,
    `<header><b>${escapeHtml(title)}</b><button type="button" onclick="print()">Print</button><span>${REMINDER}</span></header>`,
    `<main>${sheets.join('')}</main>`,
    `<script>(${fitTexts.toString()})(document)</script>`,
    '</body></html>',
  ].join('\n');
