/** A conversation's title from its first message: its first line, cut at a word, at most 60 characters. */
export function titleFrom(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const plain = line.replace(/^(please|hey|hi|hello|ok|okay)[,!.\s]+(?=\S)/i, "");
  const start = plain.charAt(0).toUpperCase() + plain.slice(1);
  if (start.length <= 60) return start;
  const cut = start.slice(0, 60);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > 30 ? space : 59)}…`;
}
