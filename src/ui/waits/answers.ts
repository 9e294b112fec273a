/** What the methods of the dialog answer. */
export type { Told } from '../../mail/staff/told';
export type { MailChoice, WaitingMail as Waiting } from '../../mail/staff/waits';
export type { WhatWaits as Waits } from '../../mail/staff/what-waits';
