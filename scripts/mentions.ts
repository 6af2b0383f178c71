import { parseAst } from "rolldown/parseAst";

/** What a file does that a wall may forbid. */
export type Mention =
  | { kind: "import"; source: string; isType: boolean }
  | { kind: "import of a value" }
  | { kind: "process.env" }
  | { kind: "use server" };

type Node = { type: string; start: number; [field: string]: unknown };

/** Every import of a file (static, type, dynamic, re-export, require), and where it reads the environment. */
export function mentionsIn(file: string, code: string): (Mention & { line: number })[] {
  const lang = file.endsWith(".tsx") ? "tsx" : file.endsWith(".ts") ? "ts" : "js";
  const found: (Mention & { line: number })[] = [];
  const lineOf = (position: number) => code.slice(0, position).split("\n").length;
  visit(parseAst(code, { lang }), (node) => {
    for (const mention of mentionsOf(node)) found.push({ ...mention, line: lineOf(node.start) });
  });
  return found;
}

function visit(value: unknown, see: (node: Node) => void) {
  if (Array.isArray(value)) for (const item of value) visit(item, see);
  else if (isNode(value)) {
    see(value);
    for (const child of Object.values(value)) visit(child, see);
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

function mentionsOf(node: Node): Mention[] {
  switch (node.type) {
    case "ImportDeclaration":
      return importOf(
        node.source,
        node.importKind === "type" || areTypes(node.specifiers, "importKind"),
        node.specifiers,
      );
    case "ExportNamedDeclaration":
      return node.source
        ? importOf(node.source, node.exportKind === "type" || areTypes(node.specifiers, "exportKind"))
        : [];
    case "ExportAllDeclaration":
      return importOf(node.source, node.exportKind === "type");
    case "ImportExpression":
      return importOf(node.source, false);
    case "TSImportType":
      return importOf(node.source ?? node.argument, true);
    case "TSExternalModuleReference":
      return importOf(node.expression, false);
    case "CallExpression":
      return isNamed(node.callee, "require") ? importOf((node.arguments as unknown[])[0], false) : [];
    case "MemberExpression":
      return isNamed(node.object, "process") && nameOf(node.property) === "env" ? [{ kind: "process.env" }] : [];
    case "VariableDeclarator":
      return isNamed(node.init, "process") && keysOf(node.id).includes("env") ? [{ kind: "process.env" }] : [];
    case "ExpressionStatement":
      return textOf(node.expression) === "use server" ? [{ kind: "use server" }] : [];
    default:
      return [];
  }
}

function importOf(source: unknown, isType: boolean, specifiers?: unknown): Mention[] {
  const text = textOf(source);
  if (text === null) return [{ kind: "import of a value" }];
  const mentions: Mention[] = [{ kind: "import", source: text, isType }];
  // `import { env } from "node:process"` is another name for the same thing.
  if (/^(node:)?process$/.test(text) && !isType && specifiers) mentions.push({ kind: "process.env" });
  return mentions;
}

/** `import { type A, type B }` leaves nothing at run time; `import "a"` does. */
const areTypes = (specifiers: unknown, key: "importKind" | "exportKind") =>
  Array.isArray(specifiers) && specifiers.length > 0 && specifiers.every((one) => isNode(one) && one[key] === "type");

/** The text of a string that is written out. */
function textOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === "TSLiteralType") return textOf(node.literal);
  if (node.type === "TemplateLiteral" && Array.isArray(node.quasis) && node.quasis.length === 1)
    return (node.quasis[0] as { value: { cooked: string } }).value.cooked;
  return node.type === "Literal" && typeof node.value === "string" ? node.value : null;
}

const nameOf = (node: unknown) => (isNode(node) && node.type === "Identifier" ? node.name : textOf(node));
const isNamed = (node: unknown, name: string) => isNode(node) && node.type === "Identifier" && node.name === name;

function keysOf(pattern: unknown): unknown[] {
  if (!isNode(pattern) || !Array.isArray(pattern.properties)) return [];
  return pattern.properties.map((property) => nameOf(property.key));
}
