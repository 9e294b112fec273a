import { afterAll, expect, test } from '@jest/globals';
import { closeOffices, openOffice } from 'local-apps-script/testing';

afterAll(closeOffices);

/** A guest book: a guest who signs it gets a row and an email. */
const GUEST_BOOK = `
function doPost(e) {
  var lock = LockService.getScriptLock();
  lock.waitLock(10000);
  var guest = JSON.parse(e.postData.contents);
  SpreadsheetApp.getActive().getSheetByName('Sheet1').appendRow([guest.name, guest.email]);
  lock.releaseLock();
  MailApp.sendEmail(guest.email, 'Thank you', 'You have signed the guest book.');
  return ContentService.createTextOutput('signed');
}`;

const ANN = { method: 'POST', contentType: 'application/json', body: '{"name":"Ann","email":"ann@example.org"}' };

test('a guest who signs gets a row and an email', async () => {
  const office = openOffice({ script: { 'Code.js': GUEST_BOOK } });
  await office.request(ANN);
  expect(office.sheet('Sheet1')).toMatchObject({ values: [expect.arrayContaining(['Ann', 'ann@example.org'])] });
  expect(office.mail()).toMatchObject({ mails: [{ to: 'ann@example.org', subject: 'Thank you' }] });
});

test('when the email service throws, the row is still there, and the guest sees an error page', async () => {
  const office = openOffice({ script: { 'Code.js': GUEST_BOOK } });
  office.addFault({ service: 'MailApp.sendEmail', nth: 1, kind: 'before', message: 'Service unavailable' });
  const answer = await office.request(ANN);
  expect(answer.body).toContain('Service unavailable');
  expect(office.sheet('Sheet1')).toMatchObject({ values: [expect.arrayContaining(['Ann', 'ann@example.org'])] });
  expect(office.mail()).toEqual({ mails: [] });
  expect(office.records.at(-1)).toMatchObject({ function: 'doPost', status: 'failed' });
});
