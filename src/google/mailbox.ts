export interface Letter {
  readonly to: string;
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
    subject: letter.subject.replace(/[\r\n\u2028\u2029]+/g, ' ').slice(0, 250),
    body: letter.text,
    htmlBody: letter.html,
  });
}
