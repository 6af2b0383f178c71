/** Who says it aloud: the one live region of the page. */
const hearers = new Set<(text: string) => void>();

/** Says something to who can't see it happen. */
export function announce(text: string): void {
  for (const hear of hearers) hear(text);
}

export function onAnnounced(hear: (text: string) => void): () => void {
  hearers.add(hear);
  return () => void hearers.delete(hear);
}
