/** Somebody's tasks, each with a title of its own as far as the words reach. */
const verbs = "Call,Email,Buy,Fix,Return,Book,Print,Water,Review,Collect,Plan,Clean".split(",");
const things =
  "the dentist,milk and bread,the garden fence,library books,a birthday cake,the tax form,hall lights,the bike,Sam about the party,the contract,winter tyres,the guest room,concert tickets,the budget,new shoes".split(
    ",",
  );
const places =
  ",for mum,for work,at the office,in the cellar,before the trip,with Bob,for school,again,on Main Street".split(",");

export const titleOf = (number: number): string =>
  [
    verbs[number % verbs.length],
    things[Math.floor(number / verbs.length) % things.length],
    places[Math.floor(number / (verbs.length * things.length)) % places.length],
    number >= verbs.length * things.length * places.length ? `no. ${number}` : "",
  ]
    .filter(Boolean)
    .join(" ");

/** Conversations of six messages: what people say most, about tasks that are there. */
export function conversationsAbout(title: (place: number) => string): string[][] {
  return Array.from({ length: 30 }, (_, place) => {
    const [one, other] = [title(place * 7), title(place * 7 + 3)].map((words) => words.toLowerCase());
    return (
      [
        [
          "what's due this week?",
          `move ${one} to friday 5pm`,
          "make it 6",
          `done with ${other}`,
          "undo that",
          "thanks",
        ],
        [
          "add water the plants every sunday",
          "and pick up the parcel tomorrow at noon",
          "what's overdue?",
          "push the first one to monday",
          `rename ${one} to ${one} and sign it`,
          "what's next?",
        ],
        [
          `delete ${one}`,
          "bring it back",
          `make ${other} high priority`,
          "how many tasks do i have for today?",
          "what can you do?",
          `when is ${other}?`,
        ],
      ][place % 3] ?? []
    );
  });
}
