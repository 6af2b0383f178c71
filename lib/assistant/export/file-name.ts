const longest = 80;
/** What Windows takes for a device, whatever comes after the dot. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name that every system can store, from a title that may be anything. */
export function fileNameFrom(title: string | null, extension: string): string {
  const plain = (title ?? "")
    .normalize("NFC")
    // Controls, what turns the direction of a line, and what separates folders, drives and streams.
    .replace(/[\p{C}\p{Zl}\p{Zp}/\\:*?"<>|%]+/gu, " ")
    .replace(/\s+/g, " ");
  const short = [...plain]
    .slice(0, longest)
    .join("")
    .replace(/^[.\s~-]+|[.\s]+$/g, "");
  const name = short === "" || devices.test(short) ? `Conversation${short && ` ${short}`}` : short;
  return `${name}.${extension}`;
}

/** For the header Content-Disposition: in ASCII for who knows no better, and as it is (RFC 6266). */
export function attachment(name: string): string {
  const ascii = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^\x20-\x7e]/g, "_");
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${exact}`;
}
