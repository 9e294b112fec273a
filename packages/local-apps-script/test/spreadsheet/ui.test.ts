import { afterAll, expect, test } from '@jest/globals';
import { closeOffices, openOffice } from '../../testing';

afterAll(closeOffices);

const open = (body: string) => openOffice({ script: { 'Code.js': `function main() { ${body} }` } });

test('alert gives the button that was chosen, as a value of ui.Button', async () => {
  const office = open(`const ui = SpreadsheetApp.getUi();
    return [ui.alert('Sure?', 'All 200 rows', ui.ButtonSet.YES_NO) === ui.Button.YES, ui.alert('Done') === ui.Button.OK];`);
  office.willAnswer('YES');
  office.willAnswer('OK');
  expect((await office.call('main')).outcome).toMatchObject({ value: { value: [true, true] } });
});

test('prompt gives the text and the button', async () => {
  const office =
    open(`const ui = SpreadsheetApp.getUi(); const answer = ui.prompt('Tracking number', ui.ButtonSet.OK_CANCEL);
    return [answer.getResponseText(), answer.getSelectedButton() === ui.Button.OK];`);
  office.willAnswer('OK', '1Z999');
  expect((await office.call('main')).outcome).toMatchObject({ value: { value: ['1Z999', true] } });
});

test('a dialog and a toast are on the person’s screen, and the script goes on', async () => {
  const office = open(`SpreadsheetApp.getActive().toast('3 rows', 'Done');
    SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('<p>hi</p>').setWidth(300), 'Envelopes'); return 'on';`);
  expect((await office.call('main')).outcome).toMatchObject({ value: { value: 'on' } });
  expect(office.world.ui.dialogs).toMatchObject([{ kind: 'modal', title: 'Envelopes', html: '<p>hi</p>', width: 300 }]);
  expect(office.world.ui.toasts).toMatchObject([{ message: '3 rows', title: 'Done' }]);
});

test('anything but a page is refused with Google’s wording', async () => {
  const office = open(`SpreadsheetApp.getUi().showModalDialog({}, 'x')`);
  expect((await office.call('main')).outcome).toMatchObject({
    error: {
      message:
        "The parameters ((class),String) don't match the method signature for SpreadsheetApp.Ui.showModalDialog.",
    },
  });
});
