import type { ReactNode } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { codeOf } from "./blocks";
import { CodeBlock } from "./code-block";
import { LinkOut, PictureOut } from "./link-out";
import { isPlain } from "./plain";

/** A link may leave by http, https and mailto; anything else is shown as its text. */
const safeUrl = (url: string) => (/^(https?:\/\/|mailto:)/i.test(url) ? url : "");

const components: Components = {
  // The page has its own title.
  h1: "h2",
  a: ({ href, children }) => <LinkOut href={href}>{children}</LinkOut>,
  img: ({ src, alt }) => <PictureOut src={typeof src === "string" ? src : ""} alt={alt ?? ""} />,
  input: ({ checked }) => (
    <span role="img" aria-label={checked ? "Done:" : "To do:"} className="task-box" data-done={checked || undefined} />
  ),
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="table" tabIndex={0}>
      <table>{children}</table>
    </div>
  ),
  pre: ({ node, children }) => {
    const [code] = node?.children ?? [];
    const [text] = code?.type === "element" ? code.children : [];
    if (code?.type !== "element" || text?.type !== "text") return <pre>{children}</pre>;
    return <CodeBlock language={languageIn(code.properties.className)} text={text.value.replace(/\n$/, "")} />;
  },
};

const languageIn = (names: unknown) =>
  Array.isArray(names) ? String(names.find((name) => String(name).startsWith("language-")) ?? "").slice(9) : "";

const plugins = [remarkGfm];
/** A text without any of these signs is the same with GitHub's additions and without them. */
const additions = /[|~@]|\[[ x^]|www\.|https?:/i;

/** A block of markdown as it is shown. It runs in the browser for what grows, and on the server for what has ended. */
export function blockOf(text: string): ReactNode {
  const code = codeOf(text);
  // Code is no markdown: it is not read at all, however long it grows.
  if (code) return <CodeBlock {...code} />;
  if (isPlain(text)) return <p>{text}</p>;
  const remarkPlugins = additions.test(text) ? plugins : null;
  // Called as the plain function it is, so that what has been read can be kept.
  return ReactMarkdown({ children: text, remarkPlugins, urlTransform: safeUrl, components });
}
