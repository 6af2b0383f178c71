/** One of everything that a model writes: about 1,900 characters, said again as often as it takes. */
const page = `## The week, and what it asks for

Here is what stands on your list, **in the order in which it is due**. Two of them _overlap_, so read \`#12\` before you say yes; the notes are at [the shop](https://example.com/list "the shop's list").

- Buy milk and bread on the way home
- Call mum on **Friday** after five
  - ask about the garden
  - and about the key
- Book the dentist for \`2026-12-01\`

1. First pay the rent, since it is due on the first of the month
2. Then answer the landlord
3. Then nothing else until the evening

- [x] Move the bicycle to the cellar
- [ ] Write to the school
- [ ] Find the receipt of the washing machine

| Day | Task | Priority | Due |
| --- | --- | :---: | ---: |
| Monday | Water the plants | low | 9:00 |
| Tuesday | Dentist | high | 15:00 |
| Wednesday | Bring back the books | none | 18:30 |
| Friday | Call mum about the garden | medium | 17:00 |

> What is put off twice is either small enough to do now, or not worth doing.

### How it was sorted

Whatever is overdue comes first, then what has a time, then what has only a day; the rest keeps the order that you gave it. That is all there is to it, and a few lines say the same:

\`\`\`ts
type Task = { title: string; due: Date | null; priority: number };

export function inOrder(tasks: readonly Task[]): Task[] {
  const dated = tasks.filter((task) => task.due !== null);
  const others = tasks.filter((task) => task.due === null);
  return [...dated.toSorted((one, other) => Number(one.due) - Number(other.due)), ...others];
}
\`\`\`

If one of these should wait, say which; it can be moved to next week, to a day that you name, or taken off the list. Nothing is lost by that: each change stands on the record and can be undone, today or a month from now.

---

`;

/** Characters in a token, as a model's own tokens have them. */
const perToken = 4;

export function markdownToken(place: number): string {
  const from = (place * perToken) % page.length;
  return (page + page).slice(from, from + perToken);
}

export const markdownReply = page;
