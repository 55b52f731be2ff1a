export interface Letter {
  readonly to: string;
  /** Empty for nobody. */
  readonly cc: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** How many recipients Google still lets this user write to today. */
export function mailsLeft(): number {
  return MailApp.getRemainingDailyQuota();
}

/** Sends one mail; throws Google's error. A line break in a header would start another header. */
export function sendLetter(letter: Letter): void {
  MailApp.sendEmail({
    to: letter.to,
    ...(letter.cc === '' ? {} : { cc: letter.cc }),
    subject: letter.subject.replace(/[\r\n\u2028\u2029]+/g, ' ').slice(0, 250),
    body: letter.text,
    htmlBody: letter.html,
  });
}

/** What an error of Google's means for the mail that it was about. */
export type MailError = 'quota' | 'refused' | 'unclear' | 'later';

const QUOTA = /too many times for one day|daily (?:quota|limit)/i;
const REFUSED = /invalid email|no recipient|body size|recipients per message|invalid argument/i;
const UNCLEAR = /timed? ?out|deadline/i;

/**
 * Reads Google's error: today's limit is reached, the mail itself will never do, nobody knows whether
 * it went out, or trying later may help.
 */
export function mailErrorOf(message: string): MailError {
  if (QUOTA.test(message)) return 'quota';
  if (REFUSED.test(message)) return 'refused';
  return UNCLEAR.test(message) ? 'unclear' : 'later';
}
