/** How the fake model answers: milliseconds to its first token, how many tokens, and milliseconds from one to the next. */
export type Pace = { ttft: number; n: number; pace: number; writes?: "words" | "markdown" };

/** A message that tells the fake model how to answer it, and under which id to write down when it did. */
export const markedText = (id: string, { ttft, n, pace, writes = "words" }: Pace) =>
  `Please write something. [[bench id=${id} ttft=${ttft} n=${n} pace=${pace} writes=${writes}]]`;

export function readMarker(text: string): (Required<Pace> & { id: string }) | null {
  const found = /\[\[bench id=(\S+) ttft=(\d+) n=(\d+) pace=(\d+) writes=(words|markdown)\]\]/.exec(text);
  if (!found) return null;
  const [, id = "", ttft, n, pace, writes] = found;
  return {
    id,
    ttft: Number(ttft),
    n: Number(n),
    pace: Number(pace),
    writes: writes === "markdown" ? "markdown" : "words",
  };
}
