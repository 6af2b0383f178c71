/** What a piece of an answer held: how many tokens, and the error that it told of. */
export type Heard = { tokens: number; error: string | null };

/**
 * Counts the tokens of the fake model in a stream of server-sent events, the app's or the model's own. They are counted inside
 * the text, by their spaces: whoever gathers several into one event must not seem to have lost the rest.
 */
export function listener(): (piece: Buffer) => Heard {
  let rest = "";
  return (piece) => {
    const lines = (rest + piece.toString("latin1")).split("\n");
    rest = lines.pop() ?? "";
    let tokens = 0;
    let error: string | null = null;
    for (const line of lines) {
      const text = /"type":"text-delta".*"delta":"([^"]*)"|"delta":\{"content":"([^"]*)"/.exec(line);
      if (text) tokens += (text[1] ?? text[2] ?? "").split(" ").length - 1;
      else if (/"status":"ERROR"|"type":"error"/.test(line)) error ??= line.slice(0, 300);
    }
    return { tokens, error };
  };
}
