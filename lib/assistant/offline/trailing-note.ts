/** "buy paint, note: the matt one": what is to be remembered of a task, after the task. */
const trailing =
  /^(?<head>(?!.*\bnotes? (?:to|on|for|about)\b).{3,200}?)(?:\s*[,;.–—-]\s+|\s*\(|\s+)(?:and |plus )?(?:with (?:a |the )?|add (?:a |the )?)?notes?(?::| [–-]| (?:saying|that says))\s*(?<note>[^\n]+?)\)?$/i;

export function trailingNote(text: string): { head: string; note: string } | null {
  const { head = "", note = "" } = trailing.exec(text)?.groups ?? {};
  return head && note && !/\b(?:a|the|my|of|and)$/i.test(head)
    ? { head, note: note.replace(/^(["'])(.*)\1$/, "$2") }
    : null;
}
