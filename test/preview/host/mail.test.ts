import { expect, test } from '@jest/globals';
import { OWNER, returned, scripted } from '../../support/standIn';

const MAIL = `
  function send(message) { MailApp.sendEmail(message); }
  function short(to, subject, body) { MailApp.sendEmail(to, subject, body); }
  function left() { return MailApp.getRemainingDailyQuota(); }
`;

test('a mail is in the inbox as sent, from the account that the script ran as', () => {
  const host = scripted(MAIL);
  const message = {
    to: 'ann@example.com',
    cc: 'bo@example.com',
    subject: '商机',
    body: 'text',
    htmlBody: '<p>text</p>',
    name: 'Sluice',
  };
  expect(host.call(OWNER, 'send', [message]).error).toBeUndefined();
  expect(host.mails).toMatchObject([
    {
      id: 1,
      at: '2026-02-02T09:00:00',
      from: OWNER,
      to: 'ann@example.com',
      cc: 'bo@example.com',
      subject: '商机',
      text: 'text',
      html: '<p>text</p>',
    },
  ]);
  host.call(OWNER, 'short', ['Ann <ann@example.com>', 's', 'b']);
  expect(host.mails[1]).toMatchObject({ to: 'Ann <ann@example.com>', subject: 's', html: '' });
});

test.each<{ what: string; message: Record<string, unknown>; error: string }>`
  what                     | message                                                                    | error
  ${'to no address'}       | ${{ to: 'Ann', subject: 's', body: 'b' }}                                  | ${'Invalid email: Ann'}
  ${'to nobody'}           | ${{ to: '', subject: 's', body: 'b' }}                                     | ${'no recipient'}
  ${'with a broken copy'}  | ${{ to: 'a@example.com', cc: 'b@', subject: 's', body: 'b' }}              | ${'Invalid email: b@'}
  ${'to 51 people'}        | ${{ to: Array(51).fill('a@example.com').join(), subject: 's', body: 'b' }} | ${'Limit Exceeded: Email Recipients Per Message.'}
  ${'of more than 200 KB'} | ${{ to: 'a@example.com', subject: 's', htmlBody: 'x'.repeat(204_801) }}    | ${'Limit Exceeded: Email Body Size.'}
  ${'with a long subject'} | ${{ to: 'a@example.com', subject: 's'.repeat(251), body: 'b' }}            | ${'Invalid argument: subject'}
  ${'with inline images'}  | ${{ to: 'a@example.com', subject: 's', body: 'b', inlineImages: {} }}      | ${'not in the stand-in: MailApp.sendEmail({inlineImages})'}
`('a mail $what is refused and not sent', ({ message, error }) => {
  const host = scripted(MAIL);
  expect(host.call(OWNER, 'send', [message]).error?.message).toContain(error);
  expect(host.mails).toEqual([]);
  expect(returned(host.call(OWNER, 'left'))).toBe(100);
});
