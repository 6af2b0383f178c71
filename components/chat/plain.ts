/** One line without any sign that markdown could mean something by: most of what is written, and nothing to read in it. */
export const isPlain = (text: string) =>
  /^[\p{L}\p{N}"'(“‘„«¿¡][^\n\\`*_[\]<>&~|@]*$/u.test(text) && !/^\d{1,9}[.)]|\s$| {2}|www\.|https?:/i.test(text);
