/** How the fake model answers: milliseconds to its first token, how many tokens, and milliseconds from one to the next. */
export type Pace = { ttft: number; n: number; pace: number };

/** A message that tells the fake model how to answer it, and under which id to write down when it did. */
export const markedText = (id: string, { ttft, n, pace }: Pace) =>
  `Please write something. [[bench id=${id} ttft=${ttft} n=${n} pace=${pace}]]`;

export function readMarker(text: string): (Pace & { id: string }) | null {
  const [, id, ttft, n, pace] = /\[\[bench id=(\S+) ttft=(\d+) n=(\d+) pace=(\d+)\]\]/.exec(text) ?? [];
  return id === undefined ? null : { id, ttft: Number(ttft), n: Number(n), pace: Number(pace) };
}
