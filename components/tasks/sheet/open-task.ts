/** The sheet that is open stands in the address, so that the way back, a reload and a link work. */
const addressWith = (number: number | null) => {
  const url = new URL(location.href);
  if (number === null) url.searchParams.delete("task");
  else url.searchParams.set("task", String(number));
  return url;
};

export function openTask(number: number) {
  const isOpen = new URL(location.href).searchParams.has("task");
  // From one task to another is no step of its own: one step back leads to the list. Next takes up only a state without its own marks.
  if (isOpen) history.replaceState({ opensTask: history.state?.opensTask === true }, "", addressWith(number));
  else history.pushState({ opensTask: true }, "", addressWith(number));
}

export function closeTask() {
  if (history.state?.opensTask) history.back();
  else history.replaceState(null, "", addressWith(null));
}

export const numberIn = (text: string | null) => (text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);
