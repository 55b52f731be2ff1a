import { expect } from '@jest/globals';
import { OWNER, returned, scripted } from '../../support/standIn';
import { CLASS, GUIDE } from './evidence';
import { type Fact, fact, unverified } from './fact';

const MAIL = `
  function send(message) { MailApp.sendEmail(message); }
  function left() { return MailApp.getRemainingDailyQuota(); }
  function onEdit() { MailApp.sendEmail({ to: 'a@example.com', subject: 's', body: 'b' }); }
`;

const to = (many: number): string =>
  Array.from({ length: many }, (_, i) => `p${i}@example.com`).join(',');

const letter = (parts: object): object => ({ to: to(1), subject: 's', body: 'b', ...parts });

/** Mail goes out as the account that the script runs as. */
export const MAIL_FACTS: readonly Fact[] = [
  fact(
    'MailApp.sendEmail',
    'A mail with text, HTML and a copy goes out from the account that the script runs as.',
    CLASS.mail,
    () => {
      const host = scripted(MAIL);
      const message = letter({ cc: 'bo@example.com', subject: '商机', htmlBody: '<p>b</p>' });
      expect(host.call(OWNER, 'send', [message]).error).toBeUndefined();
      expect(host.mails).toMatchObject([
        { from: OWNER, to: to(1), cc: 'bo@example.com', subject: '商机', html: '<p>b</p>' },
      ]);
    },
  ),
  fact(
    ['MailApp.sendEmail', 'MailApp.getRemainingDailyQuota'],
    'A consumer account writes to 100 recipients a day, copies among them; it begins anew a day later.',
    GUIDE.quotas,
    () => {
      const host = scripted(MAIL);
      const send = (parts: object) => host.call(OWNER, 'send', [letter(parts)]).error?.message;
      const left = (user = OWNER) => returned(host.call(user, 'left'));
      send({ to: to(48), cc: to(2) });
      send({ to: to(48) });
      expect([left(), left('ann@example.com')]).toEqual([2, 100]);
      expect(send({ to: to(3) })).toBe('Service invoked too many times for one day: email.');
      expect(send({ to: to(2) })).toBeUndefined();
      host.advance({ hours: 24 });
      expect(left()).toBe(100);
    },
  ),
  fact(
    'MailApp.sendEmail',
    'A mail has at most 50 recipients and 200 KB of text.',
    GUIDE.quotas,
    () => {
      const host = scripted(MAIL);
      const send = (parts: object) => host.call(OWNER, 'send', [letter(parts)]).error?.message;
      expect(send({ to: to(51) })).toBe('Limit Exceeded: Email Recipients Per Message.');
      expect(send({ htmlBody: 'x'.repeat(204_801) })).toBe('Limit Exceeded: Email Body Size.');
      expect([host.mails.length, returned(host.call(OWNER, 'left'))]).toEqual([0, 100]);
    },
  ),
  unverified(
    'MailApp.sendEmail',
    'An address that is none is refused as "Invalid email", a mail to nobody with "no recipient".',
    { choice: 'mailRefusals', ways: ['as reported', 'in other words'] },
    (mailRefusals) => {
      const host = scripted(MAIL, { facts: { mailRefusals } });
      const send = (parts: object) => host.call(OWNER, 'send', [letter(parts)]).error?.message;
      const other = mailRefusals === 'in other words' ? 'The mail could not be sent.' : null;
      expect(send({ to: 'Ann' })).toBe(other ?? 'Invalid email: Ann');
      expect(send({ to: '' })).toBe(other ?? 'Failed to send email: no recipient');
      expect(host.mails).toEqual([]);
    },
  ),
  fact('MailApp.sendEmail', 'A simple trigger cannot send mail.', GUIDE.triggers, () => {
    const host = scripted(MAIL);
    const edit = { edit: { tab: 'Sheet1', range: 'A1', values: [['x']] } };
    expect(host.gesture(edit).error).toBe(
      'You do not have permission to call MailApp.sendEmail. Required permissions: https://www.googleapis.com/auth/script.send_mail',
    );
    expect(host.mails).toEqual([]);
  }),
];
