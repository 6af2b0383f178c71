import type { Patch } from "./command";
import { end, type Frame } from "./reading";

const tagList = "(?<tags>[\"'#]?[\\p{L}\\p{N}_-]+[\"']?(?:(?:,? and |, ?| )[\"'#]?[\\p{L}\\p{N}_-]+[\"']?)*)";
const oneTag = "(?<tags>#?[\\p{L}\\p{N}_-]+)";

const tagsOf = (text = "") =>
  text
    .split(/,? and |, ?|\s+/i)
    .map((tag) => tag.replace(/^["'#]|["']$/g, ""))
    .filter(Boolean);

/** How people say that a task gets a tag, or loses it. */
export const tagFrames: Frame[] = [
  {
    pattern: new RegExp(
      `^(?:tag|label|categori[sz]e) (?<target>.+?) (?:with|as|under)(?: the)?(?: tags?| labels?)? ${tagList}${end}`,
      "isu",
    ),
    patch: ({ tags }) => ({ addTags: tagsOf(tags) }),
  },
  {
    pattern: new RegExp(
      `^(?:add|put|attach|apply|give) (?:the |an? )?(?:tags?|labels?) ${tagList} (?:to|on) (?<target>.+?)${end}`,
      "isu",
    ),
    patch: ({ tags }) => ({ addTags: tagsOf(tags) }),
  },
  {
    pattern: new RegExp(
      `^(?<target>.+?) (?:gets|needs|should (?:have|get)|has|wants) (?:the |an? )?(?:tags?|labels?) ${tagList}${end}`,
      "isu",
    ),
    patch: ({ tags }) => ({ addTags: tagsOf(tags) }),
  },
  {
    pattern: new RegExp(
      `^(?:remove|delete|take|drop|clear) (?:the )?${oneTag} (?:tag|label) (?:from|off(?: of)?) (?<target>.+?)${end}`,
      "isu",
    ),
    patch: ({ tags }) => ({ removeTags: tagsOf(tags) }),
  },
  {
    pattern: new RegExp(`^(?:add|put) (?:the )?${oneTag} (?:tag|label) (?:to|on) (?<target>.+?)${end}`, "isu"),
    patch: ({ tags }) => ({ addTags: tagsOf(tags) }),
  },
  {
    pattern: new RegExp(
      `^(?:add|put|move) (?<target>.+?) (?:to|in|under|into) (?<tags>#[\\p{L}\\p{N}_-]+)${end}`,
      "isu",
    ),
    patch: ({ tags }) => ({ addTags: tagsOf(tags) }),
  },
  {
    pattern: new RegExp(
      `^(?:add|put|attach) (?<tags>#[\\p{L}\\p{N}_-]+(?:(?:,? and |, ?| )#[\\p{L}\\p{N}_-]+)*) (?:to|on) (?<target>.+?)${end}`,
      "isu",
    ),
    patch: ({ tags }) => ({ addTags: tagsOf(tags) }),
  },
  {
    pattern: new RegExp(
      `^(?:tag|label) (?!(?:the|my|our) \\S+$)(?<target>.+?) (?<tags>#[\\p{L}\\p{N}_-]+(?: #[\\p{L}\\p{N}_-]+)*|(?!(?:one|too|it|that|task|well)${end})[\\p{L}\\p{N}_-]+)${end}`,
      "isu",
    ),
    patch: ({ tags }) => ({ addTags: tagsOf(tags) }),
  },
  {
    pattern: new RegExp(
      `^(?:remove|delete|take|drop|clear) (?:the )?(?:(?<sign>tags?|labels?) )?(?<tags>#?[\\p{L}\\p{N}_-]+) (?:from|off(?: of)?) (?<target>.+?)${end}`,
      "isu",
    ),
    patch: untagged,
  },
  { pattern: /^(?:untag|unlabel) (?<target>.+?)[\s.!]*$/is, patch: () => ({ tags: [] }) },
  {
    pattern: /^(?:remove|clear|delete) (?:all )?(?:the )?(?:tags|labels) (?:from|of|on|off) (?<target>.+?)[\s.!]*$/is,
    patch: () => ({ tags: [] }),
  },
];

/** Without "tag" or "#" the words may be a task's, or "it". */
function untagged({ tags, sign }: Record<string, string | undefined>): Patch | null {
  const isTag = sign !== undefined || tags?.startsWith("#");
  return isTag ? { removeTags: tagsOf(tags) } : null;
}
