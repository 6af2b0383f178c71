/** Notes as they read, without the signs of Markdown: a slip has no room to draw them. */
export const plainNotes = (notes: string) =>
  notes
    .replace(/!?\[([^\]\n]+)\]\([^)\s]+\)/g, "$1")
    .replace(/^(#{1,6}|>) +/gm, "")
    .replace(/\\([!-/:-@[-`{-~])|\*\*|~~|`+/g, "$1")
    .replace(/(^|[\s(])([*_])(\S|\S[^*_\n]*\S)\2(?=$|[\s).,;:!?])/gm, "$1$3");
