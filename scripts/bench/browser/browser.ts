import type { Browser } from "@playwright/test";
import { medians } from "@/scripts/bench/figures";
import { conversationIds, fill, pastOf } from "@/scripts/bench/filling";
import { makePeople } from "@/scripts/bench/people";
import type { Stage } from "@/scripts/bench/round";
import type { Patience } from "@/scripts/bench/trial";
import { markdownReply } from "./markdown";
import { type Drawing, drawing, type Loading, loading, typingAlone, type Use, withAll } from "./measures";
import { launch } from "./window";

/** The medians of what was measured in a browser, and each measurement under `all`. The floor is the page to sign in. */
export type InBrowser = {
  repetitions: number;
  floor: Loading & { key: number };
  fresh: Loading;
  long: Loading;
  use: Use;
  drawing: Drawing;
  drawingLong: Drawing;
};

const messages = 1_000;
/** Every fifth reply is a page of markdown, the others are a few lines. */
const reply = `CASE WHEN turn % 5 = 0 THEN $markdown$${markdownReply}$markdown$
  ELSE 'Done: **the dentist** is on Tuesday at three. Two more for Friday:' || chr(10) || chr(10) || '- call mum' || chr(10) || '- water \`the garden\`' END`;

export async function measureInBrowser(
  stage: Stage,
  repetitions: { loading: number; drawing: number },
  patience: Patience,
): Promise<InBrowser & { all: object }> {
  const { url, databaseUrl } = stage.site;
  const [person, writer] = await makePeople(url, 2);
  if (!person || !writer) throw new Error("No account was made.");
  await fill(databaseUrl, pastOf({ email: person.email, conversations: 20, messages: 10, tasks: 40, reply }));
  await fill(databaseUrl, pastOf({ email: writer.email, conversations: 1, messages, tasks: 10, reply }));
  const long = `${url}/chat/${(await conversationIds(databaseUrl, writer.email))[0]}`;
  const browser = await launch();
  const times = async <Figures>(count: number, measure: (browser: Browser) => Promise<Figures>) => {
    const all: Figures[] = [];
    for (let repetition = 0; repetition < count; repetition++) {
      await patience.untilQuiet();
      all.push(await measure(browser));
    }
    return all;
  };
  try {
    // The first page of a server, and of a browser, costs what no later one does.
    await loading(browser, `${url}/`, person);
    await loading(browser, long, writer);
    const all = {
      floor: await times(repetitions.loading, async () => ({
        ...(await loading(browser, `${url}/login`, null)),
        key: await typingAlone(browser, `${url}/login`),
      })),
      fresh: await times(repetitions.loading, () => loading(browser, `${url}/`, person)),
      long: await times(repetitions.loading, () => loading(browser, long, writer)),
      use: await times(repetitions.drawing, () => withAll(browser, long, writer)),
      drawing: await times(repetitions.drawing, () => drawing({ browser, stage }, `${url}/`, person, false)),
      drawingLong: await times(repetitions.drawing, () => drawing({ browser, stage }, long, writer, true)),
    };
    return {
      repetitions: repetitions.loading,
      floor: medians(all.floor),
      fresh: medians(all.fresh),
      long: medians(all.long),
      use: medians(all.use),
      drawing: medians(all.drawing),
      drawingLong: medians(all.drawingLong),
      all,
    };
  } finally {
    await browser.close();
  }
}
