import type { Language } from '../words/language';
import { letterHtml, STYLES } from './letter';
import type { MailContent } from './stallMail';

/** A filled template as a mail: its paragraphs as they were typed, nothing of them read as HTML. */
export function templateMail(subject: string, body: string, language: Language): MailContent {
  const paragraphs = body.split(/\n\s*\n/).map((paragraph) => paragraph.split('\n'));
  const html = letterHtml({
    language,
    title: subject,
    children: paragraphs.map((lines) => (
      <p style={STYLES.paragraph}>
        {lines.map((line, i) => (
          <>
            {i > 0 && <br />}
            {line}
          </>
        ))}
      </p>
    )),
  });
  return { subject, text: body, html };
}
